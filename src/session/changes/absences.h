// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/runcomparison.h"
#include "session/changes/comparedruns.h"

#include <functional>

namespace linnet::session {

/// What may be said of rows that only the earlier run of two has, by what their runs asked for.
struct Absences
{
    QList<int> columns; ///< of the earlier row that `of` is called with
    std::function<analysis::Absence(table::CellViews)> of;
};

/// Of ads: gone only when the later run read the whole list of the search that found the ad, and the ad's
/// date lies within the time that was asked for.
Result<Absences> vacancyAbsences(store::RowReader &reader, const ComparedRuns &runs);
/// Of addresses: gone only when the later crawl came to its end and would have asked the address. `moved` are
/// the earlier crawl's servers.
Result<Absences> pageAbsences(store::RowReader &reader, const ComparedRuns &runs,
                              const analysis::MovedAddresses &moved);
/// Of links: gone when the later crawl read the page that had them.
Result<Absences> linkAbsences(store::RowReader &reader, const ComparedRuns &runs,
                              const analysis::MovedAddresses &moved);
/// Of the items of a list, which are there for as long as the list names them.
Absences listAbsences(const ComparedRuns &runs);

} // namespace linnet::session
