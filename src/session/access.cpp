// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/access.h"

#include "session/secretkey.h"
#include "vacancies/search/sources.h"

#include <QDateTime>
#include <QSettings>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString tokenKey(const QString &sourceId)
{
    return SecretKey{SecretKey::Kind::Token, sourceId}.text();
}

} // namespace

Access::Access(Session &session, SecretStore &secrets, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(secrets)
    , m_dataFolder(dataFolder)
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
            m_secrets.load(tokenKey(source->id()));
    }
    m_proxyBook.loadLogins();
}

void Access::load(const QString &sourceId)
{
    m_secrets.load(tokenKey(sourceId));
}

QByteArray Access::token(const QString &sourceId) const
{
    return m_secrets.secret(tokenKey(sourceId));
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
    m_secrets.keep(tokenKey(sourceId), token);
    Q_EMIT changed(sourceId);
}

QString Access::grantFile() const
{
    return m_dataFolder + u"/tokens.ini"_s;
}

std::chrono::seconds Access::grantWait(const QString &sourceId) const
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    const QDateTime asked = QSettings(grantFile(), QSettings::IniFormat).value(sourceId).toDateTime();
    if (!source || !source->needsToken() || !asked.isValid())
        return 0s;
    const std::chrono::seconds rest = source->facts().token->grantRest;
    const std::chrono::seconds since(asked.secsTo(QDateTime::currentDateTimeUtc()));
    return since < 0s || since >= rest ? 0s : rest - since; // a clock that was set back is no reason to wait
}

void Access::grantToken(const QString &sourceId, const QString &clientId, const QString &secret,
                        const QUrl &base)
{
    QSettings(grantFile(), QSettings::IniFormat).setValue(sourceId, QDateTime::currentDateTimeUtc());
    m_session.network().grantToken(sourceId, clientId, secret, base);
}

void Access::removeToken(const QString &sourceId)
{
    m_session.setToken(sourceId, {});
    m_secrets.remove(tokenKey(sourceId));
    Q_EMIT changed(sourceId);
}

} // namespace linnet::session
