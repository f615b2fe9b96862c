// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/keptdata.h"

#include "base/log/logfile.h"
#include "base/places.h"
#include "session/access.h"
#include "session/secretkey.h"

#include <QDateTime>
#include <QDirIterator>
#include <QSettings>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using session::SecretKey;

namespace {

/// Whether a key of the settings stands there or below.
bool isAmong(const QString &key, std::initializer_list<QLatin1StringView> places)
{
    return std::ranges::any_of(places, [&key](QLatin1StringView place) {
        return key == place ||
               (key.startsWith(place) && key.size() > place.size() && key[place.size()] == u'/');
    });
}

bool isRecent(const QString &key)
{
    return isAmong(
        key, {"recent"_L1, "window/folder"_L1, "window/commands"_L1, "export/folder"_L1, "report/folder"_L1});
}

bool isLayout(const QString &key)
{
    return isAmong(key, {"window/geometry"_L1, "window/splitter"_L1, "results"_L1, "columns"_L1,
                         "crawl/finding_order"_L1});
}

/// Of the program itself: what it needs to know that it was killed.
bool isState(const QString &key)
{
    return isAmong(key, {"start/running"_L1});
}

QStringList filesBelow(const QString &folder, const QStringList &names = {u"*"_s})
{
    QStringList files;
    QDirIterator each(folder, names, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext())
        files << each.next();
    return files;
}

/// Folders of programs that ended without tidying up. Nothing was written there for a day, so that it is
/// nobody's who is still at work.
QStringList leftBehind(const QString &temporary)
{
    constexpr qint64 Day = 24 * 60 * 60;
    const QDateTime now = QDateTime::currentDateTime();
    QStringList files;
    const QDir folder(temporary);
    for (const QFileInfo &each : folder.entryInfoList({u"linnet-??????"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const QStringList inside = filesBelow(each.filePath());
        const bool isOld = std::ranges::all_of(
            inside, [&now](const QString &path) { return QFileInfo(path).lastModified().secsTo(now) > Day; });
        if (isOld)
            files += inside;
    }
    return files;
}

/// And those above it that are empty then, below `top`.
void removeEmptyFolder(QString folder, const QString &top)
{
    while (folder.startsWith(top + u'/') && QDir().rmdir(folder))
        folder = QFileInfo(folder).path();
}

} // namespace

KeptData::KeptData(const Services &services, QString temporary, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_temporary(std::move(temporary))
{
    connect(&m_services.access.secrets(), &session::SecretStore::removed, this, &KeptData::onRemoved);
}

QList<KeptData::Kind> KeptData::kinds()
{
    return {Kind::Recent,   Kind::Layout, Kind::Dictionaries, Kind::Log,       Kind::Temporary,
            Kind::Settings, Kind::Tokens, Kind::Logins,       Kind::ProxyLists};
}

QStringList KeptData::filesOf(Kind kind) const
{
    const Places &places = m_services.places;
    const QString data = places.data + u'/';
    QStringList files;
    switch (kind) {
    case Kind::Dictionaries:
        files = filesBelow(data + u"dictionaries"_s);
        break;
    case Kind::Log: {
        const LogFile log(places.logs());
        files = {log.path(), log.olderPath()};
        break;
    }
    case Kind::Temporary:
        files = leftBehind(m_temporary) + filesBelow(places.cache);
        break;
    case Kind::Tokens:
        files = {data + u"tokens.ini"_s};
        break;
    case Kind::ProxyLists:
        for (const QString &name : QDir(data).entryList({u"proxies.json*"_s}, QDir::Files))
            files << data + name;
        break;
    case Kind::Recent:
    case Kind::Layout:
    case Kind::Settings:
    case Kind::Logins:
        break;
    }
    files.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return files;
}

QStringList KeptData::settingsOf(Kind kind) const
{
    QStringList keys = m_services.settings.allKeys();
    keys.removeIf([kind](const QString &key) {
        switch (kind) {
        case Kind::Recent:
            return !isRecent(key);
        case Kind::Layout:
            return !isLayout(key);
        case Kind::Settings:
            return isRecent(key) || isLayout(key) || isState(key);
        default:
            return true;
        }
    });
    return keys;
}

QStringList KeptData::secretsOf(Kind kind) const
{
    session::Access &access = m_services.access;
    QStringList keys = access.secrets().keys();
    // What was not kept is known all the same until the program ends.
    for (const QString &source : access.sourcesWithToken())
        keys << SecretKey{SecretKey::Kind::Token, source}.text();
    for (const proxies::KeptList &list : access.proxyBook().lists()) {
        if (!list.logins().isEmpty())
            keys << SecretKey{SecretKey::Kind::ProxyList, list.id}.text();
    }
    keys.removeDuplicates();
    keys.removeIf([kind](const QString &text) {
        const auto key = SecretKey::read(text);
        const bool isToken =
            key && key->kind == SecretKey::Kind::Token && !key->name.startsWith(session::Access::CrawlPrefix);
        return kind == Kind::Tokens ? !isToken : kind == Kind::Logins ? !key || isToken : true;
    });
    return keys;
}

KeptData::Part KeptData::part(Kind kind) const
{
    Part part{kind, 0, -1};
    const QStringList files = filesOf(kind);
    for (const QString &path : files)
        part.bytes = std::max<qint64>(0, part.bytes) + QFileInfo(path).size();
    switch (kind) {
    case Kind::Recent: {
        const QStringList keys = settingsOf(kind);
        part.count = std::ranges::count_if(keys, [](const QString &key) {
            return key.startsWith("recent/"_L1) && key.count(u'/') == 2 && key.endsWith("/path"_L1);
        });
        part.isAny = !keys.isEmpty();
        return part;
    }
    case Kind::Layout:
    case Kind::Settings:
        part.count = settingsOf(kind).size();
        break;
    case Kind::Tokens:
    case Kind::Logins:
        part.count = secretsOf(kind).size();
        part.bytes = -1;
        break;
    case Kind::ProxyLists:
        part.count = m_services.access.proxyBook().lists().size();
        break;
    case Kind::Dictionaries:
    case Kind::Log:
    case Kind::Temporary:
        part.count = files.size();
        break;
    }
    part.isAny = part.count > 0 || !files.isEmpty();
    return part;
}

QList<KeptData::Part> KeptData::parts() const
{
    QList<Part> parts;
    for (const Kind kind : kinds())
        parts.append(part(kind));
    return parts;
}

void KeptData::remove(const QSet<Kind> &chosen)
{
    if (m_isRemoving)
        return;
    m_isRemoving = true;
    m_outcomes.clear();
    for (const Kind kind : kinds()) {
        if (!chosen.contains(kind))
            continue;
        Outcome outcome{kind, 0, {}};
        if (kind == Kind::ProxyLists) {
            outcome.removed = m_services.access.proxyBook().lists().size();
            m_services.access.proxyBook().setLists({});
        }
        removeFiles(outcome);
        removeSettings(outcome);
        m_outcomes.append(outcome);
    }
    for (const Kind kind : {Kind::Tokens, Kind::Logins}) {
        for (const QString &key : chosen.contains(kind) ? secretsOf(kind) : QStringList())
            m_waiting.insert(key, kind);
    }
    const QHash<QString, Kind> secrets = m_waiting; // answers may come at once
    for (const auto &[key, kind] : secrets.asKeyValueRange())
        removeSecret(kind, key);
    endIfDone();
}

void KeptData::removeFiles(Outcome &outcome) const
{
    const bool areCounted = outcome.kind != Kind::Tokens && outcome.kind != Kind::ProxyLists;
    for (const QString &path : filesOf(outcome.kind)) {
        QFile file(path);
        if (file.remove())
            outcome.removed += areCounted;
        else
            outcome.failures << tr("%1: %2").arg(QDir::toNativeSeparators(path), file.errorString());
        for (const QString &top : {m_temporary, m_services.places.cache, m_services.places.data})
            removeEmptyFolder(QFileInfo(path).path(), top);
    }
}

void KeptData::removeSettings(Outcome &outcome)
{
    if (outcome.kind == Kind::Settings)
        Q_EMIT settingsGoing();
    QSettings &settings = m_services.settings;
    const QStringList keys = settingsOf(outcome.kind);
    if (keys.isEmpty())
        return;
    for (const QString &key : keys)
        settings.remove(key);
    settings.sync();
    if (settings.status() == QSettings::NoError && settings.isWritable())
        outcome.removed += keys.size();
    else
        outcome.failures << tr("%1 cannot be written.").arg(QDir::toNativeSeparators(settings.fileName()));
}

void KeptData::removeSecret(Kind kind, const QString &text)
{
    const auto key = SecretKey::read(text);
    session::Access &access = m_services.access;
    if (kind == Kind::Logins && key && key->kind == SecretKey::Kind::ProxyList) {
        if (const proxies::KeptList *known = access.proxyBook().list(key->name)) {
            proxies::KeptList list = *known;
            for (proxies::KeptProxy &kept : list.proxies) {
                kept.proxy.user.clear();
                kept.proxy.password.clear();
            }
            access.proxyBook().put(list);
        }
    }
    if (key && key->kind == SecretKey::Kind::Token)
        access.removeToken(key->name);
    else
        access.secrets().remove(text);
}

void KeptData::onRemoved(const QString &key, const Result<void> &result)
{
    const auto waiting = m_waiting.constFind(key);
    if (waiting == m_waiting.constEnd())
        return;
    const auto outcome = std::ranges::find(m_outcomes, *waiting, &Outcome::kind);
    m_waiting.erase(waiting);
    if (result)
        ++outcome->removed;
    else
        outcome->failures << tr("%1 in the keychain: %2").arg(key, result.error().detail);
    endIfDone();
}

void KeptData::endIfDone()
{
    if (!m_isRemoving || !m_waiting.isEmpty())
        return;
    m_isRemoving = false;
    Q_EMIT removed(m_outcomes);
}

} // namespace linnet::gui
