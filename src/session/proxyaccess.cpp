// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxyaccess.h"

#include "session/secretkey.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

SecretKey loginKey(const QString &proxy)
{
    return {SecretKey::Kind::ProxyLogin, proxy};
}

} // namespace

ProxyAccess::ProxyAccess(NetworkControl &network, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_secrets(secrets)
{
    connect(&m_network, &NetworkControl::proxyLoginWanted, this, &ProxyAccess::look);
    connect(&m_secrets, &SecretStore::loaded, this, &ProxyAccess::onLoaded);
    connect(&m_secrets, &SecretStore::kept, this, [this](const QString &text, const Result<void> &result) {
        const auto key = SecretKey::read(text);
        if (!result && key && key->kind == SecretKey::Kind::ProxyLogin)
            Q_EMIT keptForNow(key->name, result.error());
    });
}

void ProxyAccess::look(const QString &proxy, bool again)
{
    if (again) {
        m_secrets.remove(loginKey(proxy).text());
        m_secrets.remove(loginKey(proxy).oldText());
        Q_EMIT wanted(proxy, true);
        return;
    }
    m_looking.insert(proxy);
    m_secrets.load(loginKey(proxy).text());
}

void ProxyAccess::onLoaded(const QString &text)
{
    const auto key = SecretKey::read(text);
    if (!key || key->kind != SecretKey::Kind::ProxyLogin || !m_looking.contains(key->name))
        return;
    // User names hold no line ends.
    const QString secret = QString::fromUtf8(m_secrets.secret(text));
    const qsizetype end = secret.indexOf(u'\n');
    if (end <= 0 && text != key->oldText()) {
        m_secrets.load(key->oldText());
        return;
    }
    m_looking.remove(key->name);
    if (end > 0)
        m_network.giveProxyLogin(key->name, secret.left(end), secret.sliced(end + 1));
    else
        Q_EMIT wanted(key->name, false);
}

void ProxyAccess::give(const QString &proxy, const QString &user, const QString &password, bool remember)
{
    m_network.giveProxyLogin(proxy, user, password);
    if (remember)
        m_secrets.keep(loginKey(proxy).text(), (user + u'\n' + password).toUtf8());
}

void ProxyAccess::refuse(const QString &proxy)
{
    m_network.refuseProxyLogin(proxy);
}

} // namespace linnet::session
