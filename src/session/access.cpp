// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/access.h"

#include "vacancies/search/sources.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Prefix = "token/"_L1;

QString keyOf(const QString &sourceId)
{
    return Prefix + sourceId;
}

} // namespace

Access::Access(Session &session, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(secrets)
    , m_proxies(session, secrets)
    , m_proxyBook(session, secrets)
{
    connect(&m_secrets, &SecretStore::loaded, this, [this](const QString &key) {
        if (!key.startsWith(Prefix) || m_secrets.secret(key).isEmpty())
            return;
        const QString source = key.sliced(Prefix.size());
        m_session.setToken(source, m_secrets.secret(key));
        Q_EMIT changed(source);
    });
    connect(&m_secrets, &SecretStore::kept, this, [this](const QString &key, const Result<void> &result) {
        if (key.startsWith(Prefix))
            Q_EMIT kept(key.sliced(Prefix.size()), result);
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
