// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/proxyaccess.h"
#include "session/proxybook.h"
#include "session/secretstore.h"
#include "session/session.h"

#include <chrono>

namespace linnet::session {

/// The user's access tokens of sources: from the keychain into the session at the start, from the user into
/// both; and what else of him stands there, the logins of proxies.
class Access : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object. dataFolder: of the application, where the lists of proxies are.
    Access(Session &session, SecretStore &secrets, const QString &dataFolder, QObject *parent = nullptr);

    /// The secret headers of crawls are kept here, too, under this and the host's net::hostKey.
    static constexpr auto CrawlPrefix = QLatin1StringView("crawl:");

    void load();                        ///< changed() comes for every source that has a token in the keychain
    void load(const QString &sourceId); ///< changed() comes when the keychain has one
    QByteArray token(const QString &sourceId) const; ///< "" while none is known
    bool hasToken(const QString &sourceId) const;
    /// Ids of the sources that can be asked with a token.
    QStringList sourcesWithToken() const;
    /// Used at once; kept() tells whether it will be there next time.
    void setToken(const QString &sourceId, const QByteArray &token);
    void removeToken(const QString &sourceId);
    /// How long nobody may ask the source for a token, as one was asked for lately, by this program or before
    /// it was started; 0 = it may be asked.
    std::chrono::seconds grantWait(const QString &sourceId) const;
    /// Asks for a token; NetworkControl::tokenGranted() comes. Only while grantWait() is 0.
    void grantToken(const QString &sourceId, const QString &clientId, const QString &secret,
                    const QUrl &base = {});
    ProxyAccess &proxies() { return m_proxies; }
    ProxyBook &proxyBook() { return m_proxyBook; }
    SecretStore &secrets() { return m_secrets; }

Q_SIGNALS:
    void changed(const QString &sourceId);
    void kept(const QString &sourceId, const linnet::Result<void> &result);

private:
    QString grantFile() const;

    Session &m_session;
    SecretStore &m_secrets;
    QString m_dataFolder;
    ProxyAccess m_proxies;
    ProxyBook m_proxyBook;
};

} // namespace linnet::session
