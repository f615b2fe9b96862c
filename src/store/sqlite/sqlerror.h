// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

struct sqlite3;

namespace linnet::store {

/// The last error of a connection as an Error: DiskFull, Io, Locked, Cancelled (interrupted), NotAProject (no
/// SQLite file at all), BadValue (this value cannot be stored, others can), else Storage.
Error sqlError(sqlite3 *connection, int code);

} // namespace linnet::store
