// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"
#include "table/value.h"

namespace linnet::exports {

/// Whether shownValue() changes anything in the column.
bool isShownOtherwise(const table::Column &column);

/// A cell as the table on the screen words it, in the user's language: the title of a code, a list with
/// blanks between its items. Everything else stays as it is.
table::Value shownValue(const table::Column &column, const table::Value &value);

} // namespace linnet::exports
