// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace linnet::table {

/// The words of a folded text (base/textfold.h), from left to right: letters and digits, and the signs that
/// belong to them: those of C++ and C#, of A+ and of 18+. All other signs part words. Chinese and Japanese,
/// which write no blanks, give a word for each character.
///
/// The index of words is made of these: whoever changes what a word is, or how it is folded, gives `Rules` a
/// new number, and the projects are indexed again.
class FoldedWords
{
public:
    static constexpr int Rules = 1;
    /// Of longer words the beginning counts, in UTF-16 units.
    static constexpr qsizetype MostUnits = 64;

    explicit FoldedWords(QStringView folded)
        : m_text(folded)
    {
    }

    /// Goes to the next word; false at the end.
    bool next();
    QStringView word() const { return m_text.sliced(m_at, m_counted); }
    /// Where the word stands in the text, all of it.
    qsizetype at() const { return m_at; }
    qsizetype end() const { return m_end; }

private:
    qsizetype endOfSigns(qsizetype letters, bool isAllDigits) const;

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    qsizetype m_counted = 0;
};

} // namespace linnet::table
