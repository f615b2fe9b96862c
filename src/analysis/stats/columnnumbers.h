// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <stop_token>

namespace linnet::analysis {

/// The finite numbers in a column of rows.
struct ColumnNumbers
{
    qint64 rows = 0; ///< with those that have none
    std::vector<double> numbers;

    /// In order of arrival. Cancelled soon after a stop is asked for. among: only these of the rows; null =
    /// all.
    static Result<ColumnNumbers> read(store::RowReader &reader, const store::RowQuery &rows, int column,
                                      std::stop_token stop, const store::IdVectorPtr &among = {});
};

} // namespace linnet::analysis
