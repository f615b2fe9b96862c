// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// Where a project keeps the lines that its owner put over the built-in skills (see
/// comparable::SkillWords); a table that cannot be read is as if there were none. A temporary view of that
/// name goes before it.
inline constexpr const char *SkillsMemo = "skills";

/// Adds linnet_skills(writes, title, text): the skills that both name, NULL when they name none. `writes` of
/// the table moment tells it when to read the lines again.
Result<void> addSkillFunction(sqlite3 *connection);

} // namespace linnet::store
