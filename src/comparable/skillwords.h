// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/ruletable.h"

#include <QString>

#include <unordered_map>

namespace linnet::comparable {

/// Which skills the words of a text name. A table (see RuleTable) whose lines say "the rule skill's words
/// `for` name the skill `value`"; several skills stand with ";" between them, "none" stands for words that
/// only look like a skill, an empty value takes the words away. Words are whole ones as the search by words
/// has them (table::FoldedWords): case and ё do not matter, nor whether the С of 1С is a Latin or a Cyrillic
/// letter; of several that fit the longest counts. Never changes once it is made, so threads may share it.
class SkillWords
{
public:
    static const SkillWords &builtIn();
    static const std::vector<RuleLine> &builtInLines();
    /// These lines over those that are built in; BadLine names the line and what is wrong in it.
    static Result<SkillWords> over(const std::vector<RuleLine> &own);
    /// The same from a file.
    static Result<SkillWords> parse(QByteArrayView table);

    /// All that title and text name, each once, in the order of the words, ";" between them.
    QByteArray named(QStringView title, QStringView text) const;

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct Equal
    {
        using is_transparent = void;
        bool operator()(QStringView left, QStringView right) const { return left == right; }
    };
    template <typename T> using ByWords = std::unordered_map<QString, T, Hash, Equal>;

    Result<void> take(const RuleLine &line);
    void name(QStringView text, std::vector<bool> &isNamed, QByteArray &result) const;

    ByWords<std::vector<quint32>> m_skills; ///< by words with a blank between them; into m_names
    ByWords<int> m_longest;                 ///< by the first word of such: how many words the longest has
    std::vector<QByteArray> m_names;
};

} // namespace linnet::comparable
