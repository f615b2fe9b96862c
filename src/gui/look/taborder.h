// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace linnet::gui {

/// What the Tab key comes to within `root`, in the order in which it is read: row by row, column by column
/// where no row goes through. Only what is visible.
QList<QWidget *> readingOrder(const QWidget &root);

/// Lets the Tab key go as the eye does: widgets come, go and change their places, and the order in which they
/// were made says nothing. Main thread.
class TabOrder : public QObject
{
    Q_OBJECT

public:
    /// Watches the keys of the application, which must exist.
    explicit TabOrder(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linnet::gui
