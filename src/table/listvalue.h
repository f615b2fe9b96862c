// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QStringList>

namespace linnet::table {

/// An item without the blanks and semicolons at its ends, which people leave there: " SQL;" is SQL.
QStringView trimmedItem(QStringView item);

/// The cell of a List column: items joined by ";" in their order, nothing when there are none. Each is
/// trimmed, empty ones are left out, and a semicolon inside an item becomes a comma, as it would part it in
/// two.
Value listValue(const QStringList &items);

} // namespace linnet::table
