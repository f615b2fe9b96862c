// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxyaccess.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Prefix = "proxy/"_L1;

} // namespace

ProxyAccess::ProxyAccess(Session &session, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(secrets)
{
    connect(&m_session, &Session::proxyLoginWanted, this, &ProxyAccess::look);
    connect(&m_secrets, &SecretStore::loaded, this, [this](const QString &key) {
        const QString proxy = key.sliced(key.startsWith(Prefix) ? Prefix.size() : 0);
        if (!m_looking.remove(proxy))
            return;
        // User names hold no line ends.
        const QString secret = QString::fromUtf8(m_secrets.secret(key));
        const qsizetype end = secret.indexOf(u'\n');
        if (end > 0)
            m_session.giveProxyLogin(proxy, secret.left(end), secret.sliced(end + 1));
        else
            Q_EMIT wanted(proxy, false);
    });
    connect(&m_secrets, &SecretStore::kept, this, [this](const QString &key, const Result<void> &result) {
        if (!result && key.startsWith(Prefix))
            Q_EMIT keptForNow(key.sliced(Prefix.size()), result.error());
    });
}

void ProxyAccess::look(const QString &proxy, bool again)
{
    if (again) {
        m_secrets.remove(Prefix + proxy);
        Q_EMIT wanted(proxy, true);
        return;
    }
    m_looking.insert(proxy);
    m_secrets.load(Prefix + proxy);
}

void ProxyAccess::give(const QString &proxy, const QString &user, const QString &password, bool remember)
{
    m_session.giveProxyLogin(proxy, user, password);
    if (remember)
        m_secrets.keep(Prefix + proxy, (user + u'\n' + password).toUtf8());
}

void ProxyAccess::refuse(const QString &proxy)
{
    m_session.refuseProxyLogin(proxy);
}

} // namespace linnet::session
