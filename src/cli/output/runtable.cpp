// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/runtable.h"

#include "cli/output/projectrows.h"
#include "session/runkinds.h"
#include "session/saved/runagain.h"
#include "session/saved/savedsearch.h"
#include "store/removedrows.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;

namespace {

// clang-format off
constexpr std::array RunColumns{
    Column{.key = "run"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Run")},
    Column{.key = "kind"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Kind")},
    Column{.key = "name"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Name")},
    Column{.key = "state"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "State")},
    Column{.key = "started"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Started")},
    Column{.key = "ended"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Ended"), .shown = false},
    Column{.key = "rows"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Rows")},
    Column{.key = "bytes"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Bytes")},
    Column{.key = "kept"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Kept")},
};
// clang-format on

QString stateWord(store::RunState state)
{
    switch (state) {
    case store::RunState::Running:
        return u"unfinished"_s; // or under way in another program
    case store::RunState::Paused:
        return u"paused"_s;
    case store::RunState::Finished:
        return u"finished"_s;
    case store::RunState::Stopped:
        return u"stopped"_s;
    }
    return {};
}

/// The name that somebody gave it, else the words of a search or the first address of a crawl.
QString nameOf(const store::RunInfo &run, const std::vector<session::SavedSearch> &searches)
{
    const auto named = std::ranges::find_if(searches, [&run](const session::SavedSearch &search) {
        return !search.name.isEmpty() && session::newestRun({run}, search);
    });
    if (named != searches.end())
        return named->name;
    const QJsonArray sources = run.params["search"_L1]["sources"_L1].toArray();
    if (!sources.isEmpty())
        return sources.first()["query"_L1]["text"_L1].toString();
    return run.params["crawl"_L1]["first"_L1].toString();
}

Result<qint64> rowsOf(store::RowReader &reader, const store::RunInfo &run)
{
    const table::Schema *schema = session::rowsOf(run.kind);
    if (const auto removed = store::RemovedRows::of(run.counts))
        return removed->of(schema);
    return schema ? reader.count({schema, {run.id}, {}, {}}) : Result<qint64>(0);
}

} // namespace

const table::Schema &runSchema()
{
    static constexpr table::Schema schema{"runs"_L1, "run_list"_L1, RunColumns, table::Identity::None};
    return schema;
}

Result<RunTable> makeRunTable(store::RowReader &reader, store::ProjectSizes sizes)
{
    const auto memos = reader.memos();
    const auto runs = memos ? reader.runs() : std::unexpected(memos.error());
    if (!runs)
        return std::unexpected(runs.error());
    const auto searches = session::savedSearches(*memos);
    RunTable result{{}, std::move(sizes)};
    for (const store::RunInfo &run : *runs) {
        const auto rows = rowsOf(reader, run);
        if (!rows)
            return std::unexpected(rows.error());
        const bool isThinned = store::RemovedRows::of(run.counts).has_value();
        result.rows.push_back({run.id, run.kind, nameOf(run, searches), stateWord(run.state), run.started,
                               table::textOrNull(run.ended.isEmpty() ? QString() : run.ended), *rows,
                               result.sizes.bytesOfRun.value(run.id), isThinned ? u"counts"_s : u"full"_s});
    }
    return result;
}

} // namespace linnet::cli
