// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/querytotals.h"

#include "session/runparams.h"
#include "store/read/rowreader.h"
#include "store/read/workreader.h"
#include "table/listingschema.h"
#include "table/listvalue.h"
#include "table/vacancyschema.h"
#include "vacancies/search/listedquery.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace linnet::cli::QueryTotals {

using namespace Qt::Literals::StringLiterals;
using table::ListingColumn;
using table::VacancyColumn;

namespace {

struct Total
{
    qint64 found = -1; ///< that the sources told, all together; -1: not one has
    qint64 rows = 0;
    qint64 newRows = 0; ///< that no query before it in the list found
    qint64 failed = 0;  ///< pages of its lists
    bool capped = false;
};

/// By number, from 1.
using Totals = std::vector<Total>;

Total *at(Totals &totals, qint64 number)
{
    return number >= 1 && number <= qint64(totals.size()) ? &totals[size_t(number) - 1] : nullptr;
}

Result<void> addListings(Totals &totals, store::RowReader &reader, RunId run, bool failures)
{
    const auto ids = reader.ids({&table::listingSchema(), {run}, {}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    QList<int> columns;
    for (const auto column : {ListingColumn::Number, ListingColumn::Requests, ListingColumn::Found,
                              ListingColumn::Reachable, ListingColumn::State})
        columns.append(std::to_underlying(column));
    const auto cursor = reader.cursor(table::listingSchema(), columns);
    if (!cursor)
        return std::unexpected(cursor.error());
    return (*cursor)->read(*ids, [&](size_t, table::CellViews cells) {
        const auto number = [&cells](size_t cell) {
            const table::Value value = table::toValue(cells[cell]);
            const auto *known = std::get_if<qint64>(&value);
            return known ? *known : -1;
        };
        Total *total = at(totals, number(0));
        const QString state = table::toText(table::toValue(cells[4]));
        if (!total)
            return true;
        if (number(1) >= 0) { // no part of another one
            total->found = std::max<qint64>(0, total->found) + std::max<qint64>(0, number(2));
            total->capped = total->capped || number(2) > number(3);
        }
        total->capped = total->capped || state == u"limit" || state == u"too_many";
        total->failed += failures && state == u"failed";
        return true;
    });
}

/// numbers: by the item that stands for a query in the column `queries`.
Result<void> addRows(Totals &totals, store::RowReader &reader, RunId run, const QHash<QString, int> &numbers)
{
    const auto ids = reader.ids({&table::vacancySchema(), {run}, {}, {}});
    const auto cursor = reader.cursor(table::vacancySchema(), {std::to_underlying(VacancyColumn::Queries)});
    if (!ids || !cursor)
        return std::unexpected(!ids ? ids.error() : cursor.error());
    return (*cursor)->read(*ids, [&](size_t, table::CellViews cells) {
        bool isFirst = true;
        for (const QString &item : table::toText(table::toValue(cells[0])).split(u';', Qt::SkipEmptyParts)) {
            if (Total *total = at(totals, numbers.value(item))) {
                ++total->rows;
                total->newRows += isFirst;
            }
            isFirst = false;
        }
        return true;
    });
}

/// The texts and regions of the queries, in their order.
struct Names
{
    struct Name
    {
        QString text;
        QString region;
    };
    std::vector<Name> all;
    QHash<QString, int> numbers;

    void add(int number, const QString &text, const QString &region, const QString &title)
    {
        if (all.size() < size_t(number))
            all.resize(size_t(number));
        all[size_t(number) - 1] = {text, region};
        numbers.insert(table::toText(table::listValue({title})), number);
    }
};

Result<Names> namesOf(const vacancies::SearchSpec &spec, const QString &project, RunId run)
{
    Names names;
    const vacancies::SearchSpec::Source &first = spec.sources.front();
    if (!spec.list) {
        std::vector<vacancies::Query> queries{first.query};
        queries.insert(queries.end(), first.more.begin(), first.more.end());
        for (size_t i = 0; i < queries.size() && queries.size() > 1; ++i)
            names.add(int(i) + 1, queries[i].text, {}, queries[i].title());
        return names;
    }
    store::WorkReader reader(project, run);
    const auto read = reader.forEach(vacancies::firstPageKind(first.id), [&](const store::WorkItem &item) {
        const auto ref = vacancies::ListedRef::read(item.ref);
        const vacancies::ListedQuery query{ref.text, {}, ref.region};
        if (ref.number >= 1 && ref.number <= spec.list->count)
            names.add(ref.number, ref.text, ref.region, query.title(spec.list->hasRegions));
    });
    if (!read)
        return std::unexpected(read.error());
    return names;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject jsonOf(const Totals &totals, const Names &names)
{
    QJsonArray list;
    qint64 capped = 0;
    qint64 failed = 0;
    const bool isLong = totals.size() > size_t(MostNamed);
    for (size_t i = 0; i < totals.size(); ++i) {
        const Total &total = totals[i];
        capped += total.capped;
        failed += total.failed > 0;
        if (isLong && ((!total.capped && total.failed == 0) || list.size() >= MostNamed))
            continue;
        list.append(QJsonObject{{u"text"_s, names.all[i].text},
                                {u"area"_s, textOrNull(names.all[i].region)},
                                {u"found"_s, total.found >= 0 ? QJsonValue(total.found) : QJsonValue()},
                                {u"rows"_s, total.rows},
                                {u"new_rows"_s, total.newRows},
                                {u"capped"_s, total.capped},
                                {u"failed"_s, total.failed}});
    }
    QJsonObject result{{u"queries"_s, list}};
    if (isLong)
        result[u"query_counts"_s] =
            QJsonObject{{u"all"_s, qint64(totals.size())}, {u"capped"_s, capped}, {u"failed"_s, failed}};
    return result;
}

} // namespace

Result<QJsonObject> read(store::RowReader &reader, const QString &project, RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (info == runs->end() || info->kind != session::runkind::Vacancies ||
        info->params.contains(session::runparam::Import))
        return QJsonObject();
    const auto spec = session::RunParams::search(info->params);
    const auto names = spec ? namesOf(*spec, project, run) : std::unexpected(spec.error());
    if (!names)
        return std::unexpected(names.error());
    if (names->all.empty())
        return QJsonObject();
    Totals totals(names->all.size());
    const auto failures = spec->list ? reader.failures(run) : std::vector<store::WorkFailure>();
    if (!failures)
        return std::unexpected(failures.error());
    for (const store::WorkFailure &failure : *failures) {
        Total *total = vacancies::ListedRef::isOne(failure.ref)
                           ? at(totals, vacancies::ListedRef::read(failure.ref).number)
                           : nullptr;
        if (total)
            ++total->failed;
    }
    if (const auto added = addListings(totals, reader, run, !spec->list); !added)
        return std::unexpected(added.error());
    if (const auto added = addRows(totals, reader, run, names->numbers); !added)
        return std::unexpected(added.error());
    return jsonOf(totals, *names);
}

} // namespace linnet::cli::QueryTotals
