// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::store {

/// Of the SQLite that is used, e.g. "3.40.1".
QString sqliteVersion();

} // namespace linnet::store
