// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/tasklists.h"
#include "gui/services.h"

#include <QHash>

namespace linnet::gui {

class ProxyTestPage;
class ProxyListsPage;

/// The kept lists of proxies as the window sees them; their tests begin on the page of proxy tests.
class ProxyLists : public TaskLists
{
    Q_OBJECT

public:
    /// tests and parent, which becomes that of the page, outlive this object.
    ProxyLists(const Services &services, ProxyTestPage &tests, QWidget *parent);

    QWidget &page() override;
    QList<models::NavigatorModel::Entry> entries() const override;
    void show(const QString &id) override;
    QString shown() const override;
    QString usual() const override;

private:
    Services m_services;
    ProxyListsPage *m_page;
    QHash<QString, int> m_good; ///< proxies that work, by list, where it is known
};

} // namespace linnet::gui
