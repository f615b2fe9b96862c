// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/viewlistmodel.h"

#include <QFrame>

class QListView;

namespace linnet::gui {

/// The ready views of a crawl beside its tables, with how many rows each has. A click chooses one, or Enter
/// after the arrow keys; the keyboard passes through without choosing.
class ViewList : public QFrame
{
    Q_OBJECT

public:
    /// model outlives the list.
    explicit ViewList(models::ViewListModel &model, QWidget *parent = nullptr);

    /// Shows without a signal which view the table shows; -1 = none of them.
    void setCurrent(int view);

Q_SIGNALS:
    void chosen(int view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *m_view;
};

} // namespace linnet::gui
