// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxylogins.h"

namespace linnet::net {

ProxyLogins::Answer ProxyLogins::turnedDown(const ProxyKey &proxy, int login)
{
    Entry &entry = m_entries[proxy];
    switch (entry.state) {
    case State::Asked:
        return Answer::Wait;
    case State::Refused:
        return Answer::Refused;
    case State::Given:
        if (login != entry.number)
            return Answer::Again;
        break;
    case State::Unknown:
        break;
    }
    entry.state = m_asking ? State::Asked : State::Refused;
    return m_asking ? Answer::Ask : Answer::Refused;
}

void ProxyLogins::give(const ProxyKey &proxy, const QString &user, const QString &password)
{
    Entry &entry = m_entries[proxy];
    entry = {State::Given, entry.number + 1, user, password};
}

void ProxyLogins::refuse(const ProxyKey &proxy)
{
    m_entries[proxy].state = State::Refused;
}

void ProxyLogins::setWelcome(const ProxyKey &proxy, int login, bool welcome)
{
    constexpr int Many = 10'000;
    if (m_welcome.size() > Many)
        m_welcome.clear();
    if (welcome)
        m_welcome.insert({proxy, login});
    else
        m_welcome.remove({proxy, login});
}

int ProxyLogins::apply(QNetworkProxy &target, const ProxyKey &proxy) const
{
    const auto entry = m_entries.constFind(proxy);
    if (entry == m_entries.constEnd() || entry->state != State::Given)
        return 0;
    target.setUser(entry->user);
    target.setPassword(entry->password);
    return entry->number;
}

} // namespace linnet::net
