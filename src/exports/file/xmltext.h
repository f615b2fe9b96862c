// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/file/textoutput.h"

namespace linnet::exports {

/// Writes text into an XML element or a quoted attribute, so that a parser gives back the same text: markup
/// is escaped, tab and line breaks are written as references. What no XML can hold, control characters and
/// noncharacters (XML 1.0 §2.2), becomes U+FFFD.
void putXml(TextOutput &out, QStringView text);

/// True for a UTF-16 unit that XML 1.0 does not allow; surrogates are left to TextOutput.
bool isForbiddenInXml(QChar unit);

} // namespace linnet::exports
