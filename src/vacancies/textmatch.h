// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace linnet::vacancies {

/// Checks locally what a source matches more loosely than asked. Understands words (all must occur),
/// "phrases", AND, OR, NOT and brackets; a text that uses them wrongly is read as plain words. Words are
/// compared without case, ё as е, Cyrillic letters as the Latin ones they look like (1С, С++), and with the
/// endings of Russian and English inflection.
class TextMatch
{
public:
    explicit TextMatch(QStringView text);

    bool isEmpty() const { return m_steps.empty(); }
    /// True for every text when empty.
    bool matches(QStringView text) const;
    /// The words that must or may occur, for sources without a query language; those under NOT are left out.
    const QStringList &words() const { return m_words; }

private:
    enum class Kind : quint8
    {
        Term,
        And,
        Or,
        Not,
        Open
    };
    struct Step
    {
        Kind kind = Kind::Term;
        QString term;          ///< folded
        bool inflects = false; ///< may be followed by up to three letters
    };

    static int strength(Kind kind);
    static bool occurs(const Step &term, QStringView folded);
    bool parse(QStringView text);
    void readPlainWords(QStringView text);
    void addTerm(QStringView text, bool phrase);
    void addOperator(Kind kind);
    void popPending(int least);
    static QStringView nextToken(QStringView text);

    std::vector<Step> m_steps;   ///< in postfix order
    std::vector<Kind> m_pending; ///< operators that wait for their operands, while reading
    QStringList m_words;
};

} // namespace linnet::vacancies
