// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/findinglistmodel.h"

#include <QFrame>

class QLabel;
class QListView;

namespace linnet::gui {

/// The ready views and findings of a crawl beside its tables, with how many rows each has, and below them
/// what the chosen finding means. A click chooses one, or Enter after the arrow keys; the keyboard passes
/// through without choosing.
class ViewList : public QFrame
{
    Q_OBJECT

public:
    /// model outlives the list.
    explicit ViewList(models::FindingListModel &model, QWidget *parent = nullptr);

    /// Shows without a signal which entry of the model the table shows; -1 = none of them.
    void setCurrent(int entry);

Q_SIGNALS:
    void chosen(int entry);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void showText();

    models::FindingListModel &m_model;
    QListView *m_view;
    QLabel *m_text;
    int m_current = -1;
};

} // namespace linnet::gui
