// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace linnet {

/// Text of strangers for a terminal, a message or the log: what would not be shown but obeyed is written as
/// \uXXXX. That is every control character, those from U+0080 to U+009F included, and the marks that turn the
/// direction of text. In a JSON text the escapes mean the same characters.
enum class LineBreaks : quint8
{
    Keep, ///< line feeds and tabs stay: the text is ours, and has lines
    Escape,
};
QString visibleText(QStringView text, LineBreaks breaks = LineBreaks::Escape);

/// The marks that turn the direction of what follows (UAX #9, §2.1 to 2.5), which make an address look like
/// another.
bool turnsDirection(QChar unit);

} // namespace linnet
