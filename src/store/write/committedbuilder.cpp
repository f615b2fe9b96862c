// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/committedbuilder.h"

#include <algorithm>

namespace linnet::store {

Committed::Rows &CommittedBuilder::rows(const table::Schema *schema, RunId run)
{
    const auto known = std::find_if(m_committed.rows.begin(), m_committed.rows.end(), [&](const auto &rows) {
        return rows.schema == schema && rows.run == run;
    });
    if (known != m_committed.rows.end())
        return *known;
    Committed::Rows added;
    added.schema = schema;
    added.run = run;
    return m_committed.rows.emplace_back(std::move(added));
}

Committed::Work &CommittedBuilder::work(RunId run)
{
    const auto known = std::find_if(m_committed.work.begin(), m_committed.work.end(),
                                    [&](const auto &work) { return work.run == run; });
    if (known != m_committed.work.end())
        return *known;
    Committed::Work added;
    added.run = run;
    return m_committed.work.emplace_back(std::move(added));
}

void CommittedBuilder::rowAdded(const table::Schema *schema, RunId run, qint64 id)
{
    rowsAdded(schema, run, id, 1);
}

void CommittedBuilder::rowsAdded(const table::Schema *schema, RunId run, qint64 firstId, qint64 count)
{
    Committed::Rows &changed = rows(schema, run);
    if (changed.firstId == 0)
        changed.firstId = firstId;
    changed.lastId = firstId + count - 1;
    changed.added += int(count);
}

void CommittedBuilder::rowChanged(const table::Schema *schema, RunId run, qint64 id)
{
    rows(schema, run).updated.push_back(id);
}

void CommittedBuilder::workAdded(RunId run, const WorkAdd &added, qint64 id)
{
    Committed::Work &changed = work(run);
    ++changed.added;
    changed.lastId = id;
    const auto [place, isNew] = m_places.try_emplace({run, added.kind, added.host}, changed.places.size());
    if (isNew)
        changed.places.push_back({added.kind, added.host, 0});
    ++changed.places[place->second].added;
}

void CommittedBuilder::workEnded(RunId run, const WorkEnd &end)
{
    Committed::Work &changed = work(run);
    if (end.state == WorkState::Pending) {
        changed.pendingAgainIds.push_back(end.id);
        return;
    }
    ++changed.ended;
    changed.endedIds.push_back(end.id);
}

void CommittedBuilder::runChanged(RunId run)
{
    if (std::find(m_committed.runs.begin(), m_committed.runs.end(), run) == m_committed.runs.end())
        m_committed.runs.push_back(run);
}

void CommittedBuilder::marksChanged(QLatin1StringView of, qint64 count)
{
    const auto known = std::find_if(m_committed.marks.begin(), m_committed.marks.end(),
                                    [of](const Committed::Marks &marks) { return marks.of == of; });
    if (known != m_committed.marks.end())
        known->count += count;
    else
        m_committed.marks.push_back({of, count});
}

Committed CommittedBuilder::take()
{
    for (Committed::Rows &rows : m_committed.rows) {
        std::sort(rows.updated.begin(), rows.updated.end());
        rows.updated.erase(std::unique(rows.updated.begin(), rows.updated.end()), rows.updated.end());
    }
    m_places.clear();
    return std::exchange(m_committed, {});
}

} // namespace linnet::store
