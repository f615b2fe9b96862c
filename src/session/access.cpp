// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/access.h"

#include "session/secretkey.h"
#include "vacancies/search/sources.h"

namespace linnet::session {

namespace {

QString keyOf(const QString &sourceId)
{
    return SecretKey{SecretKey::Kind::Token, sourceId}.text();
}

} // namespace

Access::Access(Session &session, SecretStore &secrets, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(secrets)
    , m_proxies(session.network(), secrets)
    , m_proxyBook(session.network(), secrets, dataFolder)
{
    connect(&m_secrets, &SecretStore::loaded, this, [this](const QString &text) {
        const auto key = SecretKey::read(text);
        if (!key || key->kind != SecretKey::Kind::Token || m_secrets.secret(text).isEmpty())
            return;
        m_session.setToken(key->name, m_secrets.secret(text));
        Q_EMIT changed(key->name);
    });
    connect(&m_secrets, &SecretStore::kept, this, [this](const QString &text, const Result<void> &result) {
        const auto key = SecretKey::read(text);
        if (key && key->kind == SecretKey::Kind::Token)
            Q_EMIT kept(key->name, result);
    });
}

void Access::load()
{
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (source->needsToken())
            m_secrets.load(keyOf(source->id()));
    }
    m_proxyBook.loadLogins();
}

void Access::load(const QString &sourceId)
{
    m_secrets.load(keyOf(sourceId));
}

QByteArray Access::token(const QString &sourceId) const
{
    return m_secrets.secret(keyOf(sourceId));
}

bool Access::hasToken(const QString &sourceId) const
{
    return m_session.hasToken(sourceId);
}

QStringList Access::sourcesWithToken() const
{
    QStringList result;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (m_session.hasToken(source->id()))
            result << source->id();
    }
    return result;
}

void Access::setToken(const QString &sourceId, const QByteArray &token)
{
    m_session.setToken(sourceId, token);
    m_secrets.keep(keyOf(sourceId), token);
    Q_EMIT changed(sourceId);
}

void Access::removeToken(const QString &sourceId)
{
    m_session.setToken(sourceId, {});
    m_secrets.remove(keyOf(sourceId));
    Q_EMIT changed(sourceId);
}

} // namespace linnet::session
