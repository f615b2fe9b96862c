// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::vacancies {

/// A short text with its character references decoded, but no markup looked for; what is no reference stays.
/// Some are encoded twice; nobody encodes more often than that.
QString plainText(const QString &text);

/// A long text, which is mostly plain and sometimes markup; the line ends of plain text are all the structure
/// it has.
QString readableLines(const QString &text);

} // namespace linnet::vacancies
