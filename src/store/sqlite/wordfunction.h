// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// Where a project keeps the words that its owner put over the built-in vocabulary (see
/// comparable::readRuleTable); a table that cannot be read is as if there were none. A temporary view of that
/// name goes before it.
inline constexpr const char *WordsMemo = "words";

/// Adds linnet_words(kind, writes, text, other): what the words of a cell mean to all sources, by
/// comparable::Vocabulary and the project's own lines; NULL when nothing is known. kind is one of
/// comparable::WordKind; `other` is the schedule beside the employment, NULL for other kinds; `writes` of the
/// table moment tells it when to read the lines again.
Result<void> addWordFunction(sqlite3 *connection);

} // namespace linnet::store
