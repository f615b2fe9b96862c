// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/textwords.h"

#include <QSet>

namespace linnet::vacancies {

/// Checks locally what a source matches more loosely than asked. Understands words (all must occur),
/// "phrases" in quotes of any kind, AND, OR, NOT, brackets and beginnings of words (програм*); a text that
/// uses them wrongly is read as plain words. Punctuation parts words, and so do hyphens of all kinds:
/// "инженер-программист" asks for both words in any order, or for one word made of them. Words are compared
/// in all their forms (wordKeys()). Russian and English function words ("по", "and") count in phrases only.
class TextMatch
{
public:
    explicit TextMatch(QStringView text);

    bool isEmpty() const { return m_steps.empty(); }
    /// True for every text when empty.
    bool matches(QStringView text) const;
    /// For a text that is only a part of what the source has searched: false only when what may not occur
    /// does.
    bool mayMatch(QStringView part) const;
    /// The words that must or may occur, as typed; those under NOT are left out.
    const QStringList &words() const { return m_words; }
    /// For sources without a query language: lists of words such that every text that matches holds all words
    /// of at least one list, at most `MostBranches`. An empty list of words asks for everything.
    std::vector<QStringList> branches() const;

    static constexpr size_t MostBranches = 12;

private:
    enum class Kind : quint8
    {
        Term,
        And,
        Or,
        Not,
        Open
    };
    /// Words that belong together.
    struct Term
    {
        std::vector<TextWord> words;
        QStringList joinedKeys; ///< of one word made of them; empty unless they were joined by signs
        bool phrase = false;
        bool beginning = false;
        bool negated = false;
    };
    struct Step
    {
        Kind kind = Kind::Term;
        size_t term = 0; ///< in m_terms
    };
    struct Token;
    struct Words;
    enum class Truth : quint8
    {
        No,
        Unknown,
        Yes
    };

    static int strength(Kind kind);
    static Token nextToken(QStringView text, bool plain);
    static bool mayGo(QStringView word, QStringView rest, bool operandBefore);
    bool parse(const QString &text);
    void readPlainWords(const QString &text);
    void addTerm(const Token &token, bool besideWord);
    void addOperator(Kind kind);
    void popPending(int least);
    static bool occurs(const Term &term, const Words &words);
    Truth evaluate(QStringView text, Truth missing) const;

    std::vector<Term> m_terms;
    std::vector<Step> m_steps;   ///< in postfix order
    std::vector<Kind> m_pending; ///< operators that wait for their operands, while reading
    QStringList m_words;
};

} // namespace linnet::vacancies
