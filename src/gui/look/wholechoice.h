// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::gui {

/// Tells beside the pointer what a box shows of a choice that has no room in it, before what its tooltip
/// says. Main thread.
class WholeChoice : public QObject
{
    Q_OBJECT

public:
    /// Watches all boxes of the application, which must exist.
    explicit WholeChoice(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linnet::gui
