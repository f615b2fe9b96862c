// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace linnet::vacancies {

/// One word of a text.
struct TextWord
{
    QString typed;    ///< as it was written
    QString folded;   ///< as it is compared letter by letter
    QStringList keys; ///< as its forms are compared (wordKeys())
    bool joined = false; ///< to the word before by a sign without blanks: "Node.js", "инженер-программист"
};

/// The words of a text in their order. Everything that is no letter, digit, "+" or "#" behind a word (C++,
/// C#) parts them; marks that nobody sees (soft hyphens, blanks without width) do not.
std::vector<TextWord> textWords(QStringView text);

} // namespace linnet::vacancies
