// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/linklistmodel.h"

#include <QTableView>
#include <QWidget>

class QPushButton;

namespace linnet::gui {

/// The links in or out of the chosen page; from here one gets to the pages at their other ends, and to all of
/// them in the table of links.
class LinkList : public QWidget
{
    Q_OBJECT

public:
    explicit LinkList(models::LinkListModel::Direction direction, QWidget *parent = nullptr);

    void setPage(const QString &projectPath, store::RunId run, const QString &url);
    void refresh(); ///< asks for the links of the same page again
    const models::LinkListModel &model() const { return m_model; }

Q_SIGNALS:
    void counted(qint64 links); ///< -1 = being read
    void pageChosen(const QString &url);
    void allChosen(const linnet::table::Filter &filter); ///< in the table of links

private:
    void showMenu(const QPoint &place);
    void showCount();

    models::LinkListModel::Direction m_direction;
    models::LinkListModel m_model;
    QString m_project;
    store::RunId m_run = 0;
    QString m_url;
    QTableView *m_view;
    QPushButton *m_all;
};

} // namespace linnet::gui
