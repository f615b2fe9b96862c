// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/networkcontrol.h"
#include "session/secretstore.h"

#include <QSet>

namespace linnet::session {

/// The user's logins for proxies: from the keychain without a word, else from the user, who is asked by
/// wanted().
class ProxyAccess : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object. The engine begins to wait for logins when somebody listens: setAsking().
    ProxyAccess(NetworkControl &network, SecretStore &secrets, QObject *parent = nullptr);

    void setAsking(bool asking) { m_network.setAsksProxyLogins(asking); }
    /// proxy: as wanted() named it. remember: in the keychain; keptForNow() comes when there is none.
    void give(const QString &proxy, const QString &user, const QString &password, bool remember);
    void refuse(const QString &proxy);

Q_SIGNALS:
    /// again: the login given before was wrong.
    void wanted(const QString &proxy, bool again);
    /// The keychain cannot be used (its message): the login works until the program ends.
    void keptForNow(const QString &proxy, const linnet::Error &error);

private:
    void look(const QString &proxy, bool again);
    void onLoaded(const QString &key);

    NetworkControl &m_network;
    SecretStore &m_secrets;
    QSet<QString> m_looking; ///< proxies whose login the keychain is asked for
};

} // namespace linnet::session
