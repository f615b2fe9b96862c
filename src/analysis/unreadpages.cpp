// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/unreadpages.h"

#include "store/read/rowreader.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;
using store::RowReader;

namespace {

/// With more pages unread, nothing is said about any that is missing.
constexpr size_t MostUnread = 2000;
/// Addresses that are asked about at once.
constexpr size_t Together = 200;

Result<QStringList> addressesOf(RowReader &reader, std::span<const qint64> rows)
{
    const auto cursor = reader.cursor(table::pageSchema(), {std::to_underlying(table::PageColumn::Url)});
    if (!cursor)
        return std::unexpected(cursor.error());
    QStringList result(qsizetype(rows.size()));
    const Result<void> read = (*cursor)->read(rows, [&result](size_t place, table::CellViews cells) {
        result[qsizetype(place)] = table::toText(table::toValue(cells[0]));
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return result;
}

Result<QStringList> namedOn(RowReader &reader, RunId run, const QStringList &pages)
{
    table::Condition condition{u"source_url"_s, table::FilterOp::OneOf, {}, false};
    for (const QString &page : pages)
        condition.operands.append(page);
    const auto ids = reader.ids({&table::linkSchema(), {run}, {{condition}}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    const auto cursor =
        reader.cursor(table::linkSchema(), {std::to_underlying(table::LinkColumn::ParsedUrl)});
    if (!cursor)
        return std::unexpected(cursor.error());
    QStringList result;
    const Result<void> read = (*cursor)->read(*ids, [&result](size_t, table::CellViews cells) {
        result.append(table::toText(table::toValue(cells[0])));
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return result;
}

} // namespace

Result<void> doubtLinkedFrom(const QString &projectPath, RunId older, std::vector<qint64> unread,
                             std::span<const qint64> missing, std::vector<Absence> &absent,
                             const std::stop_token &stop)
{
    if (unread.empty() || std::ranges::find(absent, Absence::Gone) == absent.end())
        return {};
    const auto doubtAll = [&absent] { std::ranges::replace(absent, Absence::Gone, Absence::NotSeen); };
    if (unread.size() > MostUnread) {
        doubtAll();
        return {};
    }
    const auto reader = RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    const auto addresses = addressesOf(**reader, missing);
    if (!addresses)
        return std::unexpected(addresses.error());
    QHash<QString, size_t> places;
    for (qsizetype i = 0; i < addresses->size(); ++i)
        places.insert(addresses->at(i), size_t(i));
    auto first = addressesOf(**reader, unread);
    if (!first)
        return std::unexpected(first.error());
    QStringList waiting = std::move(*first);
    QSet<QString> met(waiting.begin(), waiting.end());
    while (!waiting.isEmpty()) {
        if (size_t(met.size()) > MostUnread) {
            doubtAll();
            return {};
        }
        const qsizetype some = std::min(qsizetype(Together), waiting.size());
        const auto named = namedOn(**reader, older, waiting.first(some));
        if (!named)
            return std::unexpected(named.error());
        waiting.remove(0, some);
        for (const QString &address : *named) {
            const auto place = places.constFind(address);
            if (place == places.constEnd() || met.contains(address))
                continue;
            met.insert(address);
            waiting.append(address);
            if (absent[*place] == Absence::Gone)
                absent[*place] = Absence::NotSeen;
        }
    }
    return {};
}

} // namespace linnet::analysis
