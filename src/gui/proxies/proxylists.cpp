// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylists.h"

#include "gui/proxies/proxylistspage.h"
#include "gui/proxies/proxytestpage.h"
#include "session/access.h"

#include <QLocale>

namespace linnet::gui {

using models::NavigatorModel;

ProxyLists::ProxyLists(const Services &services, ProxyTestPage &tests, QWidget *parent)
    : TaskLists(parent)
    , m_services(services)
    , m_page(new ProxyListsPage(services, parent))
{
    connect(m_page, &ProxyListsPage::message, this, &TaskLists::message);
    connect(m_page, &ProxyListsPage::shown, this, &TaskLists::shownChanged);
    connect(m_page, &ProxyListsPage::goodCounted, this, [this](const QString &list, int good) {
        if (m_good.value(list) == good)
            return;
        m_good.insert(list, good);
        Q_EMIT entriesChanged();
    });
    connect(m_page, &ProxyListsPage::testRequested, &tests,
            [this, &tests](const QList<proxies::Proxy> &list) {
                Q_EMIT taskBegan();
                tests.test(list);
            });
    connect(&services.access.proxyBook(), &session::ProxyBook::changed, this, &TaskLists::entriesChanged);
}

QWidget &ProxyLists::page()
{
    return *m_page;
}

QList<NavigatorModel::Entry> ProxyLists::entries() const
{
    QList<NavigatorModel::Entry> result{{{}, tr("New list of proxies"), {}}};
    for (const proxies::KeptList &list : m_services.access.proxyBook().lists()) {
        const int good = m_good.value(list.id);
        result.append({list.id, list.name,
                       good > 0 ? tr("%n good", nullptr, good) : QLocale().toString(list.proxies.size()),
                       good > 0 ? NavigatorModel::Tone::Good : NavigatorModel::Tone::Muted});
    }
    return result;
}

void ProxyLists::show(const QString &id)
{
    m_page->showList(id);
}

QString ProxyLists::shown() const
{
    return m_page->list();
}

QString ProxyLists::usual() const
{
    const QList<proxies::KeptList> &lists = m_services.access.proxyBook().lists();
    return shown().isEmpty() && !lists.isEmpty() ? lists.first().id : shown();
}

} // namespace linnet::gui
