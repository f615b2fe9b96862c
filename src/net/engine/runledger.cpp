// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/runledger.h"

namespace linnet::net {

void RunLedger::started(RunId run, bool retry)
{
    RunStats &stats = m_runs[run];
    ++stats.requests;
    stats.retries += retry ? 1 : 0;
}

void RunLedger::received(RunId run, qint64 bytes)
{
    m_runs[run].bytes += bytes;
}

} // namespace linnet::net
