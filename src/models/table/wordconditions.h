// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"
#include "table/wordquery.h"

#include <optional>
#include <vector>

namespace linnet::models {

/// What a filter asks of the words of texts.
namespace WordConditions {

/// The words that the rows have, for marking them; those that they must not have are none.
std::vector<table::WordQuery> wanted(const table::Filter &filter);
/// True when a condition is answered by the index of words.
bool useIndex(const table::Schema &schema, const table::Filter &filter);
/// The same filter with words in place of parts of long texts, which have to be looked through one by one:
/// "power bi" becomes those words next to one another, the last of them with any ending. Nothing when there
/// is no such condition, or no word in it.
std::optional<table::Filter> insteadOfParts(const table::Schema &schema, const table::Filter &filter);

} // namespace WordConditions

} // namespace linnet::models
