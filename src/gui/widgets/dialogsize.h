// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/dialogroom.h"
#include "gui/look/textscale.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace linnet::gui {

/// Makes a dialog as wide as said for usual letters, and as high as its wrapped texts need then: a layout by
/// itself would cut them. Wider than said where a line that cannot wrap, such as that of a tick, needs it in
/// some language; no larger than the screen.
inline void fitToTexts(QDialog &dialog, int width)
{
    if (DialogRoom::isScrolled(dialog))
        return;
    const QSize room = dialog.screen()->availableSize();
    width = std::max(std::min(scaled(width), room.width()), dialog.layout()->totalMinimumSize().width());
    dialog.setMinimumWidth(width);
    dialog.layout()->activate();
    const int height = dialog.layout()->totalHeightForWidth(width);
    dialog.setMinimumHeight(std::min(height, room.height()));
    dialog.resize(width, height);
}

} // namespace linnet::gui
