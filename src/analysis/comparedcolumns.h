// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/cellview.h"
#include "table/schema.h"

#include <QList>

namespace linnet::analysis {

/// How the rows of a schema are compared between two runs: what makes two rows the same one, and which of
/// its columns count. What Linnet notes for itself does not, nor what changes although nobody changed the ad
/// or page: dates that the source renews, times of answers, numbers that depend on other rows.
struct ComparedColumns
{
    /// What a row says of itself besides its columns that count.
    enum Mark : quint8
    {
        Closed = 1,  ///< an ad that nobody can answer any more
        Unasked = 2, ///< an address that is only known: as if there were no row
        Broken = 4,
        Partial = 8,    ///< an ad whose details were not read: an empty cell says nothing
        Uncertain = 16, ///< a page that may have said more, had it been read
    };

    const table::Schema *schema = nullptr;
    QList<int> key;
    QList<int> counted;
    QList<int> marking;                            ///< what `marks` are made of
    quint8 (*marksOf)(table::CellViews) = nullptr; ///< of the cells of `marking`
    int group = -1;                                ///< the column that says which rows are one job; -1 = none
    int number = -1;                               ///< what tells the rows of a group apart; -1 = none

    /// Null when such rows are not compared.
    static const ComparedColumns *of(const table::Schema &schema);
};

} // namespace linnet::analysis
