// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxykey.h"

#include <QHash>
#include <QNetworkProxy>
#include <QSet>
#include <QString>

namespace linnet::net {

/// Logins for proxies that want one. Somebody is asked once for each proxy, and again only when what he said
/// was wrong; meanwhile its requests wait. Kept in memory only.
class ProxyLogins
{
public:
    enum class Answer : quint8
    {
        Again,  ///< another login is there by now: try it
        Ask,    ///< somebody must be asked; requests wait
        Wait,   ///< somebody has been asked
        Refused ///< there is no login
    };

    /// Whether there is anybody who can be asked. Without, Answer::Refused is all there is.
    void setAsking(bool asking) { m_asking = asking; }

    /// The proxy has turned down an attempt with this login.
    Answer turnedDown(const ProxyKey &proxy, int login);
    void give(const ProxyKey &proxy, const QString &user, const QString &password);
    void refuse(const ProxyKey &proxy);

    bool isAwaited(const ProxyKey &proxy) const { return state(proxy) == State::Asked; }
    bool isRefused(const ProxyKey &proxy) const { return state(proxy) == State::Refused; }
    /// Whether a login has been given for the proxy and turned down.
    bool wasWrong(const ProxyKey &proxy) const { return m_entries.value(proxy).number > 0; }
    /// Basic is sent at once. A login that was turned down so is left to Qt the next time, which knows
    /// Digest.
    bool isBasic(const ProxyKey &proxy, int login) const { return !m_notBasic.contains({proxy, login}); }
    void setNotBasic(const ProxyKey &proxy, int login) { m_notBasic.insert({proxy, login}); }
    /// A tunnel was opened for this login (0 = none was given), so that it can be left to Qt from now on.
    bool isWelcome(const ProxyKey &proxy, int login) const { return m_welcome.contains({proxy, login}); }
    void setWelcome(const ProxyKey &proxy, int login, bool welcome);
    /// Puts the login that was given into the proxy; its number, 0 = none was given.
    int apply(QNetworkProxy &target, const ProxyKey &proxy) const;

private:
    enum class State : quint8
    {
        Unknown,
        Asked,
        Given,
        Refused
    };
    struct Entry
    {
        State state = State::Unknown;
        int number = 0; ///< of the login given last
        QString user;
        QString password;
    };

    State state(const ProxyKey &proxy) const { return m_entries.value(proxy).state; }

    bool m_asking = false;
    QHash<ProxyKey, Entry> m_entries;
    QSet<std::pair<ProxyKey, int>> m_notBasic; ///< proxy and number of the login
    QSet<std::pair<ProxyKey, int>> m_welcome;
};

} // namespace linnet::net
