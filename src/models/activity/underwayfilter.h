// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/underway.h"
#include "table/filter.h"

#include <optional>

namespace linnet::models {

/// Which requests under way are shown: those of some runs, in one state, that pass what can be told of them
/// already in a filter of table::requestSchema(): address, host, method, attempt and proxy. What is known at
/// their end only, such as the status, holds none of them back.
class UnderWayFilter
{
public:
    void setRuns(const QList<net::RunId> &runs) { m_runs = runs; } ///< empty = none
    void setFilter(const table::Filter &filter) { m_filter = filter; }
    void setWait(std::optional<net::UnderWay::Wait> wait) { m_wait = wait; } ///< none = every state

    bool isOfRuns(const net::UnderWay &request) const { return m_runs.contains(request.attempt.run); }
    bool passes(const net::UnderWay &request) const;

private:
    QList<net::RunId> m_runs;
    table::Filter m_filter;
    std::optional<net::UnderWay::Wait> m_wait;
};

} // namespace linnet::models
