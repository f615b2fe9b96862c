// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLayout>

#include <algorithm>

namespace linnet::gui {

/// Makes a dialog as wide as said and as high as its wrapped texts need then: a layout by itself would cut
/// them. Wider than said where a line that cannot wrap, such as that of a tick, needs it in some language.
inline void fitToTexts(QDialog &dialog, int width)
{
    width = std::max(width, dialog.layout()->totalMinimumSize().width());
    dialog.setMinimumWidth(width);
    dialog.layout()->activate();
    const int height = dialog.layout()->totalHeightForWidth(width);
    dialog.setMinimumHeight(height);
    dialog.resize(width, height);
}

} // namespace linnet::gui
