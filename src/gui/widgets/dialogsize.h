// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLayout>

namespace linnet::gui {

/// Makes a dialog as wide as said and as high as its wrapped texts need then: a layout by itself would cut
/// them.
inline void fitToTexts(QDialog &dialog, int width)
{
    dialog.setMinimumWidth(width);
    dialog.layout()->activate();
    const int height = dialog.layout()->totalHeightForWidth(width);
    dialog.setMinimumHeight(height);
    dialog.resize(width, height);
}

} // namespace linnet::gui
