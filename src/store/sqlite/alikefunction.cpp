// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/alikefunction.h"

#include "store/sqlite/alikepages.h"
#include "store/sqlite/sitegraph.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/sqlvalues.h"

#include <map>

namespace linnet::store {

namespace {

constexpr size_t MostRuns = 4; ///< that are remembered

/// What is known of a run.
struct AlikeRun
{
    AlikeRun(sqlite3 *connection, RunId run)
        : pages(connection, run)
        , graph(connection, run)
    {
    }

    AlikePages pages;
    SiteGraph graph;
};

/// What the function knows from one call to the next, for its connection.
class AlikeRuns
{
public:
    explicit AlikeRuns(sqlite3 *connection)
        : m_connection(connection)
    {
    }

    AlikeRun &of(RunId run, qint64 writes)
    {
        const auto known = m_runs.find(run);
        if (writes == m_writes && known != m_runs.end())
            return known->second;
        if (writes != m_writes || m_runs.size() >= MostRuns)
            m_runs.clear();
        m_writes = writes;
        return m_runs.try_emplace(run, m_connection, run).first->second;
    }

private:
    sqlite3 *m_connection;
    qint64 m_writes = -1;
    std::map<RunId, AlikeRun> m_runs;
};

void giveReal(sqlite3_context *context, std::optional<double> number)
{
    if (number)
        sqlite3_result_double(context, *number);
    else
        sqlite3_result_null(context);
}

void giveNumber(sqlite3_context *context, std::optional<qint64> number)
{
    if (number)
        sqlite3_result_int64(context, *number);
    else
        sqlite3_result_null(context);
}

void alike(sqlite3_context *context, int, sqlite3_value **values)
{
    auto &runs = *static_cast<AlikeRuns *>(sqlite3_user_data(context));
    AlikeRun &run = runs.of(RunId(sqlite3_value_int64(values[2])), sqlite3_value_int64(values[1]));
    AlikePages &pages = run.pages;
    const qint64 number = sqlite3_value_int64(values[3]);
    const AlikePages::Near *near = nullptr;
    const AlikePages::Twin *twin = nullptr;
    const auto part = AlikePart(sqlite3_value_int(values[0]));
    switch (part) {
    case AlikePart::NearDistance:
        near = pages.near(number);
        giveNumber(context, near ? std::optional<qint64>(near->distance) : std::nullopt);
        break;
    case AlikePart::NearFirst:
        near = pages.near(number);
        giveNumber(context, near ? std::optional(near->first) : std::nullopt);
        break;
    case AlikePart::TwinKinds:
        twin = pages.twin(number);
        giveText(context, twin ? QByteArrayView(twin->kinds) : QByteArrayView());
        break;
    case AlikePart::TwinNumber:
        twin = pages.twin(number);
        giveNumber(context, twin ? std::optional(twin->number) : std::nullopt);
        break;
    case AlikePart::CanonicalLinks:
        giveNumber(context, pages.linksTo(number));
        break;
    case AlikePart::LinkScore:
        giveReal(context, pages.score(number));
        break;
    case AlikePart::Component:
        giveNumber(context, run.graph.component(number));
        break;
    case AlikePart::Core:
        giveNumber(context, run.graph.core(number));
        break;
    case AlikePart::Betweenness:
        giveReal(context, run.graph.betweenness(number));
        break;
    }
    if (const int failed = part >= AlikePart::Component ? run.graph.failed() : pages.failed();
        failed != SQLITE_OK)
        sqlite3_result_error_code(context, failed);
}

} // namespace

Result<void> addAlikeFunction(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(connection, "linnet_alike", 4,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                new AlikeRuns(connection), alike, nullptr, nullptr,
                                                [](void *runs) { delete static_cast<AlikeRuns *>(runs); });
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(connection, code));
    return {};
}

} // namespace linnet::store
