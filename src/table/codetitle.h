// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"

#include <QString>

namespace linnet::table {

/// How people read a stored code of a Code column ("listed" is "not read yet"); the code itself when it has
/// no title.
QString codeTitle(const Column &column, const QString &code);

} // namespace linnet::table
