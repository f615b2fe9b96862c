// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/ruletable.h"

#include <QHash>
#include <QString>

#include <array>

namespace linnet::comparable {

/// What the words of an ad are translated into.
enum class WordKind : quint8
{
    Region, ///< rule "region": the subject of the Russian Federation, elsewhere the country
    Grade,  ///< "grade": intern, junior, middle, senior, lead, head; "none" for words that only look like one
    Experience, ///< "experience": noExperience, between1And3, between3And6, moreThan6
    Employment, ///< "employment": FULL, PART, PROJECT, FLY_IN_FLY_OUT, PROBATION, VOLUNTEER
    WorkFormat, ///< "work_format": ON_SITE, REMOTE, HYBRID, FIELD_WORK
    Occupation, ///< "isco08": a group of ISCO-08, one to four digits; "ISCO-08 2511" and "SSYK 2512" say it
    Count,
};

/// What the words of different sources mean, so that ads of several sources can be grouped. A table (see
/// RuleTable) whose lines say "the rule's word `for` means `value`"; an empty value takes a word away. Case,
/// ё and kinds of dashes do not matter. Never changes once it is made, so threads may share it.
class Vocabulary
{
public:
    static const Vocabulary &builtIn();
    /// The lines that are built in, with their sources.
    static const std::vector<RuleLine> &builtInLines();
    /// These lines over those that are built in; BadLine names the line and what is wrong in it.
    static Result<Vocabulary> over(const std::vector<RuleLine> &own);
    /// The same from a file.
    static Result<Vocabulary> parse(QByteArrayView table);

    /// Of a place as a source writes it: "Казань", "г. Казань", "Республика Татарстан (Татарстан)", "Russia,
    /// Kazan"; "" when no rule knows it.
    QByteArray region(QStringView area) const;
    /// All that a title names, in its order, ";" between them; "" when it names none.
    QByteArray grades(QStringView title) const;
    /// By the words or, when no rule knows them, by the first number as the least of years.
    QByteArray experience(QStringView text) const;
    /// The less usual of what both columns say: tours and part time stand in either.
    QByteArray employment(QStringView employment, QStringView schedule) const;
    /// Of each item of a list that a rule knows, each code once, ";" between them.
    QByteArray codesOf(WordKind kind, QStringView list) const;

private:
    Result<void> take(const RuleLine &line);
    QByteArray codeOf(WordKind kind, QStringView text) const;

    std::array<QHash<QString, QByteArray>, size_t(WordKind::Count)> m_words; ///< by folded word
    int m_longestGrade = 1;                                                  ///< words of the longest one
};

} // namespace linnet::comparable
