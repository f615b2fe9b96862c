// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/vacancies/inventedvacancy.h"

#include <QFlags>

namespace linnet::practice {

enum class TextPlace : quint8
{
    Name = 1,
    Company = 2,
    Text = 4
};
Q_DECLARE_FLAGS(TextPlaces, TextPlace)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextPlaces)

/// hh's query language as far as scripts use it: words (all must occur), "phrases", !exact, prefix*, AND, OR,
/// NOT, brackets, NAME:, COMPANY_NAME: and DESCRIPTION: before a word, a phrase or a bracket. What is badly
/// written is read as well as it can be, as the real service does.
class SearchText
{
public:
    /// `places` is where words without a field are looked for.
    static SearchText parse(const QString &text, TextPlaces places);

    bool matches(const InventedVacancy &vacancy) const { return matches(m_root, vacancy); }

    enum class Kind : quint8
    {
        All,
        Any,
        Not,
        Word,
        Phrase
    };

    struct Node
    {
        Kind kind = Kind::All;
        QString needle; ///< folded
        bool exact = false;
        TextPlaces places;
        std::vector<Node> children;
    };

private:
    static bool matches(const Node &node, const InventedVacancy &vacancy);

    Node m_root;
};

/// True when the folded text holds the folded word: Cyrillic words in any ending, others whole, unless
/// `exact`.
bool containsWord(QStringView foldedText, QStringView foldedWord, bool exact = false);

} // namespace linnet::practice
