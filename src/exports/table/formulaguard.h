// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace linnet::exports {

/// True when a spreadsheet could take the text of a CSV field for a formula (CWE-1236): it begins with = + -
/// @, their full-width forms, TAB, CR or LF, also behind blanks, NUL and other characters that do not show.
/// Quoting the field does not help; a leading apostrophe does.
bool looksLikeFormula(QStringView text);
bool looksLikeFormula(QByteArrayView utf8);

} // namespace linnet::exports
