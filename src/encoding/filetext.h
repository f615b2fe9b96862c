// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace linnet::encoding {

/// What becomes of bytes of a file that are no Unicode.
enum class OtherBytes : quint8
{
    Fault, ///< U+FFFD
    Guess, ///< line by line what the letters look like, windows-1251 when they look like nothing
};

/// The text of a file from an editor, a spreadsheet or a program: UTF-8, or UTF-16 with or without a byte
/// order mark, which is no part of the text. A line of junk does not make the others unreadable.
QString fileText(const QByteArray &bytes, OtherBytes other);

/// UTF-8 text of any part of this program.
QString toQString(std::string_view utf8);

} // namespace linnet::encoding
