// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::exports {

/// The text with everything replaced by U+FFFD that no XML can hold: control characters, noncharacters (XML
/// 1.0 §2.2) and lone surrogates.
QString xmlText(QStringView text);

/// True for a UTF-16 unit that XML 1.0 does not allow; surrogates are not looked at.
bool isForbiddenInXml(QChar unit);

} // namespace linnet::exports
