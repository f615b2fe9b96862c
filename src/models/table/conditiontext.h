// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

namespace linnet::models {

/// A condition in plain words, translated: the column ("experience") and what is asked of it ("1–3 years",
/// "over 5", "empty").
QString conditionColumnText(const table::Schema &schema, const table::Condition &condition);
QString conditionText(const table::Schema &schema, const table::Condition &condition);

/// A whole filter as a sentence: "experience: 1–3 years; skills: sql"; "" for none.
QString filterText(const table::Schema &schema, const table::Filter &filter);

} // namespace linnet::models
