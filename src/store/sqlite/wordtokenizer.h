// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// Teaches SQLite's full-text search what words are: the tokenizer "linnet" gives the table::FoldedWords of a
/// text. In queries it takes what stands between blanks as it is: WordSql gives it words that are folded
/// already.
Result<void> addWordTokenizer(sqlite3 *connection);

} // namespace linnet::store
