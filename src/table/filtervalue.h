// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/column.h"
#include "table/value.h"

#include <QStringView>

namespace linnet::table {

/// Operands of the filter language as people write them.
namespace FilterValue {

bool isNumeric(const Column &column); ///< Integer or Real
bool isSpan(const Column &column);    ///< numeric or Time: `a~b` makes sense

/// Integer columns give whole numbers where they can, Real ones real numbers, Bool ones true and false, all
/// others the text. The error's detail says what was expected.
Result<Value> read(const Column &column, QStringView text);

/// Doubled quotes inside, quotes around.
QString quoted(const QString &text);

} // namespace FilterValue

} // namespace linnet::table
