// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

namespace linnet::table {

/// Words that a text must have, as people type them: all of them, in any order and in any case; `анал*` is
/// any word that begins so; words in quotes, or joined by signs ("Node.js", "инженер-программист"), stand
/// next to one another. What a word is, says FoldedWords. The index of a project is asked by the same terms.
class WordQuery
{
public:
    /// One word, or several that stand next to one another.
    struct Term
    {
        QStringList words;        ///< folded, at least one
        bool isBeginning = false; ///< of the last word only the beginning is given

        bool operator==(const Term &) const = default;
    };
    /// Where a term was found, in UTF-16 units.
    struct Hit
    {
        qsizetype at = 0;
        qsizetype length = 0;

        bool operator==(const Hit &) const = default;
    };
    static constexpr qsizetype MostWords = 100;

    WordQuery() = default; ///< matches nothing
    /// BadValue when there is no word in it, or a star or a quote stands where it means nothing; the detail
    /// says so.
    static Result<WordQuery> parse(QStringView text);

    const std::vector<Term> &terms() const { return m_terms; }
    bool matches(QStringView folded) const;
    /// Where the words stand in a text as it is shown (not folded), in order; those that overlap are one.
    std::vector<Hit> hits(QStringView text) const;

private:
    Result<void> add(QStringView piece, bool isQuoted);

    std::vector<Term> m_terms;
};

} // namespace linnet::table
