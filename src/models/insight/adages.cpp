// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/adages.h"

#include "session/changes/runchanges.h"
#include "table/overtimecolumns.h"
#include "table/vacancyschema.h"

#include <algorithm>

namespace linnet::models {

namespace {

constexpr size_t Kept = 2; ///< runs: as many as are compared

} // namespace

AdAges::AdAges(QString projectPath, Open open)
    : m_projectPath(std::move(projectPath))
    , m_open(std::move(open))
{
}

AdAges::~AdAges() = default;

bool AdAges::isNeeded(const table::Filter &filter)
{
    return std::ranges::any_of(filter.conditions, [](const table::Condition &condition) {
        return condition.column == table::AgeColumn.key || condition.column == table::FirstSeenColumn.key ||
               condition.column == table::LastSeenColumn.key;
    });
}

Result<store::RowReader *> AdAges::reader(store::RunId run, qint64 rows, const std::stop_token &stop)
{
    const auto known = std::ranges::find(m_aged, run, &Aged::run);
    if (known != m_aged.end() && known->rows == rows) {
        std::rotate(known, known + 1, m_aged.end());
        return m_aged.back().reader.get();
    }
    if (known != m_aged.end())
        m_aged.erase(known);
    else if (m_aged.size() == Kept)
        m_aged.erase(m_aged.begin());
    const auto project = store::RowReader::open(m_projectPath);
    const auto runs = project ? (*project)->runs() : std::unexpected(project.error());
    if (!runs)
        return std::unexpected(runs.error());
    const auto shown = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (shown == runs->end())
        return fail(Reason::BadValue, QStringLiteral("run %1: removed").arg(run));
    // Against itself nothing changed: what is asked for is the history.
    analysis::ComparisonProgress progress;
    auto changes = session::RunChanges::find(
        m_projectPath, {.older = *shown, .newer = *shown, .rows = &table::vacancySchema()}, {}, progress,
        stop);
    auto reader = changes ? m_open((*changes)->path()) : std::unexpected(changes.error());
    if (!reader)
        return std::unexpected(reader.error());
    m_aged.push_back({run, rows, std::move(*changes), std::move(*reader)});
    return m_aged.back().reader.get();
}

} // namespace linnet::models
