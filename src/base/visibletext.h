// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace linnet {

/// Text from outside (servers, files, arguments) made safe for a terminal, a message or the log: characters
/// that would act instead of being shown are written as \uXXXX. These are all control characters, U+0080 to
/// U+009F included, and the marks that change the direction of text. In a JSON text the escapes mean the same
/// characters.
enum class LineBreaks : quint8
{
    Keep, ///< line feeds and tabs stay: for our own texts, which have lines
    Escape,
};
QString visibleText(QStringView text, LineBreaks breaks = LineBreaks::Escape);

/// The marks that change the direction of what follows (UAX #9, §2.1 to 2.5). They can make an address look
/// like another one.
bool turnsDirection(QChar unit);

} // namespace linnet
