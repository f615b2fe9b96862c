// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace linnet::store {

class Database;

/// The layout of a project file: its mark, its version, and the steps that bring an older or empty file up to
/// date. The tables of result rows are not among the steps, they follow table::Schema (see Relation).
namespace SchemaSteps {

/// "LNNT", in SQLite's application_id.
inline constexpr qint64 ApplicationId = 0x4C4E4E54;

int version(); ///< of the files that this program writes; SQLite's user_version

/// Whether the file is one of ours that this program can read: NotAProject, NewerProject. Changes nothing; an
/// empty file passes when emptyPasses.
Result<void> check(Database &database, bool emptyPasses);

/// Creates or upgrades everything, in one transaction.
Result<void> apply(Database &database);

} // namespace SchemaSteps

} // namespace linnet::store
