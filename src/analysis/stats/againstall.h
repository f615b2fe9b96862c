// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/groupstats.h"

namespace linnet::analysis {

/// How often a group stands among the rows of a question, against all rows of its runs.
struct AgainstAll
{
    qint64 rowsInAll = 0;
    double shareInAll = 0;       ///< of all rows, 0 to 1
    std::optional<double> ratio; ///< the share here to that in all; nothing when no row has it
    bool isSignificant = false;  ///< see differs()
};

/// Of each of the groups of `here`, which are the answer to the question. Reads all rows of its runs.
Result<std::vector<AgainstAll>> againstAll(store::RowReader &reader, const StatsQuestion &question,
                                           const StatsAnswer &here, std::stop_token stop);

/// The log-likelihood ratio (G², Dunning 1993) of two shares, hits of rows each: how ill it fits that both
/// are the same. 0 when one of them has no rows.
double logLikelihood(qint64 hits, qint64 rows, qint64 otherHits, qint64 otherRows);
/// Beyond chance: logLikelihood() is above 10.83, which happens once in a thousand times among equals, and
/// at least five rows have it.
bool differs(qint64 hits, qint64 rows, qint64 otherHits, qint64 otherRows);

} // namespace linnet::analysis
