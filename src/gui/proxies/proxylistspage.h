// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxylistactions.h"
#include "gui/services.h"
#include "models/proxies/proxytablemodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace linnet::gui {

class ElidedLabel;
class EmptyState;
class ProxyMenu;

/// A list of proxies that is kept: what is known of each, what the next request would do, and what can be
/// done with them.
class ProxyListsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyListsPage(const Services &services, QWidget *parent = nullptr);

    /// "" = a new list, which is kept once something is added.
    void showList(const QString &listId);
    const QString &list() const { return m_actions->list(); }
    ProxyListActions &actions() const { return *m_actions; }
    /// Keys of the chosen rows, as KeptProxy has them.
    QSet<QString> chosen() const;
    void chooseFailed(); ///< selects those that did not work when they were tested last

Q_SIGNALS:
    void shown(const QString &listId); ///< another list, or the first thing was added to a new one
    void goodCounted(const QString &listId, int good);
    void testRequested(const QList<linnet::proxies::Proxy> &proxies);
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeHead();
    void makeTable();
    void layOut();
    void connectActions();
    void sayTexts();
    void fillMenus();
    void fillSources();
    void showBook();
    void showSelection();
    void showView(const proxies::PoolView &view);
    void showMenu(const QPoint &place);
    void test();
    void say(Banner::Tone tone, const QString &text, const QString &undo);

    Services m_services;
    session::ProxyBook &m_book;
    ProxyListActions *m_actions;
    QString m_shown; ///< the list that was shown last
    models::ProxyTableModel m_model;
    QLabel *m_title;
    ElidedLabel *m_summary;
    QLabel *m_next;
    QToolButton *m_add;
    QPushButton *m_test;
    QToolButton *m_sources;
    QToolButton *m_more;
    QToolButton *m_order;
    ProxyMenu *m_menu;
    QCheckBox *m_mine;
    QPushButton *m_on;
    QPushButton *m_off;
    QPushButton *m_remove;
    Banner *m_notice;
    QStackedWidget *m_centre;
    EmptyState *m_empty;
    QTableView *m_table;
};

} // namespace linnet::gui
