// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/againstall.h"

#include "analysis/stats/fewest.h"
#include "base/textfold.h"

#include <QHash>

#include <cmath>

namespace linnet::analysis {

namespace {

constexpr double OnceInAThousand = 10.83; ///< chi squared with one degree of freedom, p = 0.001

// Spellings that are one group may begin with another one among all rows.
QString keyOf(const std::vector<table::Value> &of)
{
    QString key;
    for (const table::Value &value : of)
        key += (table::isNull(value) ? QString(u'\x1e') : foldText(table::toText(value))) + u'\x1f';
    return key;
}

double part(double seen, double expected)
{
    return seen > 0 && expected > 0 ? seen * std::log(seen / expected) : 0;
}

} // namespace

double logLikelihood(qint64 hits, qint64 rows, qint64 otherHits, qint64 otherRows)
{
    if (rows <= 0 || otherRows <= 0)
        return 0;
    const double all = double(rows) + double(otherRows);
    const double share = (double(hits) + double(otherHits)) / all;
    const auto side = [share](double hit, double of) {
        return part(hit, of * share) + part(of - hit, of * (1 - share));
    };
    return std::max(0.0, 2 * (side(double(hits), double(rows)) + side(double(otherHits), double(otherRows))));
}

bool differs(qint64 hits, qint64 rows, qint64 otherHits, qint64 otherRows)
{
    return hits + otherHits >= FewestForMedian &&
           logLikelihood(hits, rows, otherHits, otherRows) > OnceInAThousand;
}

Result<std::vector<AgainstAll>> againstAll(store::RowReader &reader, const StatsQuestion &question,
                                           const StatsAnswer &here, std::stop_token stop)
{
    StatsQuestion whole = question;
    whole.rows.filter = {};
    whole.measure.reset();
    whole.top = 0;
    whole.among = {};
    const auto all = groupStats(reader, whole, std::move(stop));
    if (!all)
        return std::unexpected(all.error());
    QHash<QString, qint64> counts;
    for (const GroupStats &group : all->top)
        counts.insert(keyOf(group.of), group.rows);
    std::vector<AgainstAll> result;
    for (const GroupStats &group : here.top) {
        AgainstAll one;
        one.rowsInAll = std::max(group.rows, counts.value(keyOf(group.of)));
        if (all->all.rows > 0)
            one.shareInAll = double(one.rowsInAll) / double(all->all.rows);
        if (one.shareInAll > 0)
            one.ratio = group.share / one.shareInAll;
        // The rows here are some of all: compared are they and the others.
        one.isSignificant =
            differs(group.rows, here.all.rows, one.rowsInAll - group.rows, all->all.rows - here.all.rows);
        result.push_back(one);
    }
    return result;
}

} // namespace linnet::analysis
