// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"

namespace linnet::models {

/// What a click on a column's header makes of the sorting: ascending, descending, then the order of arrival
/// again. With `keepOthers` (Shift) the column becomes or changes one key among several, else it is the only
/// one.
table::Sort nextSort(table::Sort sort, const QString &column, bool keepOthers);

} // namespace linnet::models
