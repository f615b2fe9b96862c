// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace linnet::test {

/// Texts that break careless writers of tables: quotes, separators, line breaks, NUL, other scripts,
/// formulas, numbers that are none. All are valid UTF-16.
QStringList hostileTexts();

} // namespace linnet::test
