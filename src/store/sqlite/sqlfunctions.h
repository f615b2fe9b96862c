// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class QRegularExpression;
struct sqlite3;

namespace linnet::store {

/// Adds what filters and sorting need and SQLite cannot do for other than English letters (see
/// base/textfold.h):
///   linnet_fold(v)             text as it is compared; numbers and null stay as they are
///   linnet_contains(v, n)      true when the folded text of v contains n, which must be folded
///   linnet_has_words(q, v…)    true when one of the v has the words of the table::WordQuery q
///   linnet_item(v, i, …)       true when an item of the list v, or all of v, equals a folded i
///   linnet_matches(v, re)      true when the regular expression re matches somewhere in v
///   linnet_has_fragment(s, f)  true when the FragmentSet s has the fragment f
///   linnet_item_matches(v, re) the same for single items of a list
/// and linnet_pay(), linnet_words(), linnet_skills() and linnet_alike() (see payfunction.h, wordfunction.h,
/// skillfunction.h, alikefunction.h).
Result<void> addSqlFunctions(sqlite3 *connection);

/// What linnet_matches() looks for.
QRegularExpression filterExpression(const QString &pattern);

} // namespace linnet::store
