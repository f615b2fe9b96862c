// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/savedsearch.h"

#include "session/saved/taskid.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Prefix = u"search/"_s;

} // namespace

QString SavedSearch::task() const
{
    return taskId(kind, params);
}

bool SavedSearch::isPlain() const
{
    return name.isEmpty() && folder.isEmpty() && note.isEmpty() && files.isEmpty() && !onlyNew && !schedule &&
           addresses.isEmpty();
}

QString SavedSearch::memoKey(const QString &task)
{
    return Prefix + task;
}

QString SavedSearch::memo() const
{
    QJsonObject json{{u"number"_s, number}, {u"kind"_s, kind}, {u"params"_s, params}};
    for (const auto &[key, text] :
         {std::pair{u"name"_s, name}, {u"folder"_s, folder}, {u"note"_s, note}, {u"files"_s, files}}) {
        if (!text.isEmpty())
            json.insert(key, text);
    }
    if (onlyNew)
        json.insert(u"only_new"_s, true);
    if (schedule)
        json.insert(u"schedule"_s, schedule->toJson());
    if (!addresses.isEmpty())
        json.insert(u"addresses"_s, QJsonArray::fromStringList(addresses));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<SavedSearch> SavedSearch::fromMemo(const QString &memo)
{
    const QJsonObject json = QJsonDocument::fromJson(memo.toUtf8()).object();
    SavedSearch search{.number = json[u"number"_s].toInt(),
                       .kind = json[u"kind"_s].toString(),
                       .params = json[u"params"_s].toObject()};
    if (search.number <= 0 || search.kind.isEmpty())
        return {};
    search.name = json[u"name"_s].toString();
    search.folder = json[u"folder"_s].toString();
    search.note = json[u"note"_s].toString();
    search.files = json[u"files"_s].toString();
    search.onlyNew = json[u"only_new"_s].toBool();
    search.schedule = Schedule::fromJson(json[u"schedule"_s].toObject());
    for (const QJsonValue &address : json[u"addresses"_s].toArray())
        search.addresses.append(address.toString());
    return search;
}

std::vector<SavedSearch> savedSearches(const QHash<QString, QString> &memos)
{
    std::vector<SavedSearch> searches;
    for (auto memo = memos.begin(); memo != memos.end(); ++memo) {
        if (!memo.key().startsWith(Prefix))
            continue;
        if (auto search = SavedSearch::fromMemo(*memo))
            searches.push_back(std::move(*search));
    }
    std::ranges::sort(searches, {}, &SavedSearch::number);
    return searches;
}

int nextNumber(const std::vector<SavedSearch> &searches)
{
    int last = 0;
    for (const SavedSearch &search : searches)
        last = std::max(last, search.number);
    return last + 1;
}

Result<SavedSearch> findSearch(const std::vector<SavedSearch> &searches, const QString &nameOrNumber)
{
    bool isNumber = false;
    const int number = nameOrNumber.toInt(&isNumber);
    std::vector<SavedSearch> found;
    for (const SavedSearch &search : searches) {
        if (isNumber && search.number == number)
            return search;
        if (search.name.compare(nameOrNumber.simplified(), Qt::CaseInsensitive) == 0)
            found.push_back(search);
    }
    if (found.size() == 1)
        return found.front();
    QStringList known;
    for (const SavedSearch &search : found.empty() ? searches : found)
        known.append(u"%1 %2"_s.arg(search.number).arg(search.name).trimmed());
    return fail(Reason::BadValue, u"%1: %2"_s.arg(nameOrNumber, known.join(u", ")));
}

} // namespace linnet::session
