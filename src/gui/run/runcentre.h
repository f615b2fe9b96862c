// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace linnet::gui {

/// The middle of a run's page. It gives way on low screens, where an unfolded form needs the room: without a
/// height for a width, which layouts would not go below.
class RunCentre : public QStackedWidget
{
public:
    explicit RunCentre(QWidget *parent)
        : QStackedWidget(parent)
    {
        constexpr int LeastHeight = 48;
        setMinimumHeight(LeastHeight);
    }
    bool hasHeightForWidth() const override { return false; }
};

} // namespace linnet::gui
