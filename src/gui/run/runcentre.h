// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/textscale.h"

#include <QStackedWidget>

namespace linnet::gui {

/// The middle of a run's page. It gives way on low screens, where an unfolded form needs the room: without a
/// height for a width, which layouts would not go below. With larger letters that would leave nothing of it,
/// so it keeps the room of some rows and the page is scrolled.
class RunCentre : public QStackedWidget
{
public:
    explicit RunCentre(QWidget *parent)
        : QStackedWidget(parent)
    {
        constexpr int LeastHeight = 48;
        constexpr int LeastWithLargeLetters = 320;
        keepScaled(this, [this] {
            setMinimumHeight(textScale() > 1 ? scaled(LeastWithLargeLetters) : LeastHeight);
        });
    }
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return {QStackedWidget::sizeHint().width(), minimumHeight()}; }
};

} // namespace linnet::gui
