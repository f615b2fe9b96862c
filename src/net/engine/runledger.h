// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/fetch.h"
#include "net/runstats.h"

#include <QHash>

namespace linnet::net {

/// What each run has cost so far.
class RunLedger
{
public:
    void started(RunId run, bool retry);
    void received(RunId run, qint64 bytes);
    RunStats of(RunId run) const { return m_runs.value(run); }

private:
    QHash<RunId, RunStats> m_runs;
};

} // namespace linnet::net
