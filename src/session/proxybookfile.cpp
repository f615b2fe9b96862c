// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxybookfile.h"

#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <optional>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptList;

namespace {

constexpr int LockMs = 5000;

Error fileError(const QString &path, const QString &why)
{
    return {Reason::Io, 0, QDir::toNativeSeparators(path) + u": "_s + why};
}

/// The lists as they stand there, in order; nothing when the file is no file of lists.
std::optional<QList<QJsonObject>> readAll(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<QJsonObject>();
    const bool opened = file.open(QIODevice::ReadOnly);
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!opened || !json.isObject())
        return std::nullopt;
    QList<QJsonObject> all;
    for (const QJsonValue &entry : json[u"lists"_s].toArray())
        all.append(entry.toObject());
    return all;
}

/// Numbers become what they are when they come from a file, so that both can be compared.
QJsonObject asRead(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

QString idOf(const QJsonObject &list)
{
    return list[u"id"_s].toString();
}

const QJsonObject *find(const QList<QJsonObject> &lists, const QString &id)
{
    const auto found = std::ranges::find(lists, id, idOf);
    return found == lists.end() ? nullptr : &*found;
}

/// Never takes the place of a file that was put aside before.
void putAside(const QString &path)
{
    QString aside = path + u".unreadable"_s;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = path + u".unreadable-%1"_s.arg(i);
    QFile::rename(path, aside);
}

Result<void> save(const QList<QJsonObject> &lists, const QString &path)
{
    QJsonArray all;
    for (const QJsonObject &list : lists)
        all.append(list);
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(QJsonObject{{u"lists"_s, all}}).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(json) != json.size() || !file.commit())
        return std::unexpected(fileError(path, file.errorString()));
    return {};
}

} // namespace

ProxyBookFile::ProxyBookFile(QString path)
    : m_path(std::move(path))
{
}

ProxyBookFile::Contents ProxyBookFile::read()
{
    Contents contents;
    m_known.clear();
    const auto stored = readAll(m_path);
    contents.isWhole = stored.has_value();
    for (const QJsonObject &json : stored.value_or(QList<QJsonObject>())) {
        const auto list = KeptList::fromJson(json);
        contents.isWhole = contents.isWhole && list;
        if (!list)
            continue;
        m_known.insert(list->id, json);
        contents.lists.append(*list);
    }
    if (!contents.isWhole) { // what is kept next must not take its place
        putAside(m_path);
        m_known.clear();
    }
    return contents;
}

Result<ProxyBookFile::Others> ProxyBookFile::write(const QList<KeptList> &lists)
{
    makePrivateFolder(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(LockMs))
        return std::unexpected(fileError(m_path, u"in use"_s));
    const QList<QJsonObject> theirs = readAll(m_path).value_or(QList<QJsonObject>());
    QList<QJsonObject> merged;
    Others others;
    QSet<QString> ours;
    for (const KeptList &list : lists) {
        const QJsonObject mine = asRead(list.toJson());
        const bool isChanged = mine != m_known.value(list.id);
        const QJsonObject *stored = find(theirs, list.id);
        ours.insert(list.id);
        if (isChanged || (stored && *stored == mine)) {
            merged.append(mine);
        } else if (!stored) {
            others.removed.append(list.id);
        } else if (const auto changed = KeptList::fromJson(*stored)) {
            merged.append(*stored);
            others.lists.append(*changed);
        }
    }
    for (const QJsonObject &stored : theirs) {
        const QString id = idOf(stored);
        const auto list = KeptList::fromJson(stored);
        // One that was known and is not ours any more was removed here.
        if (ours.contains(id) || m_known.contains(id) || !list)
            continue;
        merged.append(stored);
        others.lists.append(*list);
    }
    if (const auto saved = save(merged, m_path); !saved)
        return std::unexpected(saved.error());
    m_known.clear();
    for (const QJsonObject &list : std::as_const(merged))
        m_known.insert(idOf(list), list);
    return others;
}

} // namespace linnet::session
