// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"

#include <map>
#include <tuple>

namespace linnet::store {

/// Collects what a transaction changes, run by run.
class CommittedBuilder
{
public:
    void rowAdded(const table::Schema *schema, RunId run, qint64 id);
    void rowsAdded(const table::Schema *schema, RunId run, qint64 firstId, qint64 count);
    void rowChanged(const table::Schema *schema, RunId run, qint64 id);
    void workAdded(RunId run, const WorkAdd &work, qint64 id);
    void workEnded(RunId run, const WorkEnd &end);
    void runChanged(RunId run);
    void marksChanged(QLatin1StringView of, qint64 count);
    void rulesChanged() { m_committed.rules = true; }
    void joinedChanged() { m_committed.joined = true; }

    Committed take();

private:
    Committed::Rows &rows(const table::Schema *schema, RunId run);
    Committed::Work &work(RunId run);

    Committed m_committed;
    std::map<std::tuple<RunId, QString, QString>, size_t>
        m_places; // index into places, by run, kind and host
};

} // namespace linnet::store
