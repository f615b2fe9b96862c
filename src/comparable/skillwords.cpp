// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/skillwords.h"

#include "base/textfold.h"
#include "table/foldedwords.h"

#include <QList>

#include <algorithm>

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;
using table::FoldedWords;

namespace {

constexpr QByteArrayView NoSkill = "none";

/// The words of a text with a blank between them.
QString phraseOf(QStringView text)
{
    const QString folded = foldText(text);
    QString phrase;
    for (FoldedWords words(folded); words.next();) {
        if (!phrase.isEmpty())
            phrase += u' ';
        phrase += words.word();
    }
    return phrase;
}

} // namespace

const std::vector<RuleLine> &SkillWords::builtInLines()
{
    static const std::vector<RuleLine> lines = bundledRules(u":/rules/skills.tsv"_s);
    return lines;
}

const SkillWords &SkillWords::builtIn()
{
    static const SkillWords skills = [] {
        auto made = over({});
        Q_ASSERT(made);
        return made ? std::move(*made) : SkillWords();
    }();
    return skills;
}

Result<SkillWords> SkillWords::parse(QByteArrayView table)
{
    const auto own = readRuleTable(table);
    return own ? over(*own) : std::unexpected(own.error());
}

Result<SkillWords> SkillWords::over(const std::vector<RuleLine> &own)
{
    SkillWords skills;
    for (const auto *from : {&builtInLines(), &own}) {
        for (const RuleLine &line : *from) {
            const Result<void> taken = skills.take(line);
            if (!taken)
                return fail(Reason::BadLine, u"%1: %2"_s.arg(line.line).arg(taken.error().detail));
        }
    }
    return skills;
}

Result<void> SkillWords::take(const RuleLine &line)
{
    if (line.rule != "skill")
        return fail(Reason::BadLine, u"there is no rule “%1”"_s.arg(QString::fromUtf8(line.rule)));
    const QString phrase = phraseOf(QString::fromUtf8(line.of));
    if (phrase.isEmpty())
        return fail(Reason::BadLine, u"no word is named"_s);
    if (line.value.isEmpty()) {
        m_skills.erase(phrase);
        return {};
    }
    std::vector<quint32> named;
    for (const QByteArray &part : line.value.split(';')) {
        const QByteArray name = part.trimmed();
        if (name.isEmpty() || name == NoSkill)
            continue;
        const auto known = std::ranges::find(m_names, name);
        named.push_back(quint32(known - m_names.begin()));
        if (known == m_names.end())
            m_names.push_back(name);
    }
    m_skills.insert_or_assign(phrase, std::move(named));
    int &longest = m_longest[phrase.section(u' ', 0, 0)];
    longest = std::max(longest, int(phrase.count(u' ')) + 1);
    return {};
}

void SkillWords::name(QStringView text, std::vector<bool> &isNamed, QByteArray &result) const
{
    const QString folded = foldText(text);
    std::vector<QStringView> words;
    words.reserve(size_t(folded.size()) / 6 + 1);
    for (FoldedWords all(folded); all.next();)
        words.push_back(all.word());
    QString phrase;
    for (size_t at = 0; at < words.size();) {
        const auto first = m_longest.find(words[at]);
        if (first == m_longest.end()) {
            ++at;
            continue;
        }
        size_t length = std::min(size_t(first->second), words.size() - at);
        for (; length > 0; --length) {
            phrase.clear();
            for (size_t i = at; i < at + length; ++i)
                phrase.append(i == at ? QStringView() : QStringView(u" ")).append(words[i]);
            const auto found = m_skills.find(phrase);
            if (found == m_skills.end())
                continue;
            for (const quint32 skill : found->second) {
                if (!isNamed[skill])
                    result.append(result.isEmpty() ? "" : ";").append(m_names[skill]);
                isNamed[skill] = true;
            }
            break;
        }
        at += std::max(length, size_t(1));
    }
}

QByteArray SkillWords::named(QStringView title, QStringView text) const
{
    QByteArray result;
    std::vector<bool> isNamed(m_names.size());
    name(title, isNamed, result);
    name(text, isNamed, result);
    return result;
}

} // namespace linnet::comparable
