// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <vector>

namespace linnet::test {

/// A title of an ad and the dictionary forms of its words in their order, known because it was made of them.
struct InventedTitle
{
    QString text;
    QStringList lemmas;
};

/// Two thousand titles: forty trades in all their forms, alone and together, with the signs that people put
/// between them.
const std::vector<InventedTitle> &inventedTitles();

/// What somebody types, and which titles he means.
struct TypedText
{
    QString text;
    std::function<bool(const QStringList &lemmas)> means;
};

/// Sixty of them: punctuation, lists, hyphens, quotes, OR and NOT, endings, letters of the other alphabet.
const std::vector<TypedText> &typedTexts();

} // namespace linnet::test
