// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/textmatch.h"

#include "base/textfold.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

char16_t lookalike(char16_t unit)
{
    constexpr QStringView Cyrillic = u"авекмнорстух";
    constexpr QStringView Latin = u"abekmhopctyx";
    const qsizetype at = unit < u'\u0430' || unit > u'\u0445' ? -1 : Cyrillic.indexOf(QChar(unit));
    return at < 0 ? unit : Latin.utf16()[at];
}

bool isCyrillic(QChar c)
{
    return c.unicode() >= 0x400 && c.unicode() < 0x500;
}

QString withLookalikes(QString folded)
{
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](QChar c) { return QChar(lookalike(c.unicode())); });
    return folded;
}

// The commonest endings of Russian nouns and adjectives; a stem keeps at least four letters.
QStringView stem(QStringView word)
{
    static constexpr QStringView Endings[] = {
        u"ого", u"его", u"ому", u"ему", u"ами", u"ями", u"ием", u"ыми", u"ими", u"ых", u"их", u"ым",
        u"им",  u"ах",  u"ях",  u"ов",  u"ев",  u"ей",  u"ой",  u"ам",  u"ям",  u"ом", u"ем", u"ый",
        u"ий",  u"ая",  u"яя",  u"ое",  u"ее",  u"ые",  u"ие",  u"ую",  u"юю",  u"ии", u"ия", u"ию",
        u"а",   u"я",   u"о",   u"е",   u"и",   u"ы",   u"у",   u"ю",   u"ь",   u"й"};
    for (const QStringView ending : Endings) {
        if (word.size() - ending.size() >= 4 && word.endsWith(ending))
            return word.chopped(ending.size());
    }
    return word;
}

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'"' || c == u'(' || c == u')';
}

} // namespace

TextMatch::TextMatch(QStringView text)
{
    if (parse(text))
        return;
    m_steps.clear();
    m_words.clear();
    m_pending.clear();
    readPlainWords(text);
}

int TextMatch::strength(Kind kind)
{
    switch (kind) {
    case Kind::Not:
        return 3;
    case Kind::And:
        return 2;
    case Kind::Or:
        return 1;
    case Kind::Open:
    case Kind::Term:
        break;
    }
    return 0;
}

void TextMatch::addTerm(QStringView text, bool phrase)
{
    const QString folded = foldText(text).simplified();
    const bool russian =
        !phrase && folded.size() > 3 && std::all_of(folded.begin(), folded.end(), isCyrillic);
    m_steps.push_back({Kind::Term, withLookalikes(russian ? stem(folded).toString() : folded), russian});
    if (std::find(m_pending.begin(), m_pending.end(), Kind::Not) == m_pending.end())
        m_words.append(text.toString().simplified());
}

void TextMatch::popPending(int least)
{
    while (!m_pending.empty() && strength(m_pending.back()) >= least) {
        m_steps.push_back({m_pending.back(), {}, false});
        m_pending.pop_back();
    }
}

void TextMatch::addOperator(Kind kind)
{
    popPending(strength(kind));
    m_pending.push_back(kind);
}

// Dijkstra's shunting yard: no recursion, so brackets may be as deep as they like. False: no proper
// expression.
bool TextMatch::parse(QStringView text)
{
    bool operandBefore = false;
    while (!(text = text.trimmed()).isEmpty()) {
        const QStringView token = nextToken(text);
        if (token.isEmpty())
            return false;
        text = text.sliced(token.size());
        if (token == u')') {
            popPending(1);
            if (!operandBefore || m_pending.empty())
                return false;
            m_pending.pop_back();
            continue;
        }
        if (token == "AND"_L1 || token == "OR"_L1) {
            if (!operandBefore)
                return false;
            addOperator(token == "OR"_L1 ? Kind::Or : Kind::And);
            operandBefore = false;
            continue;
        }
        if (operandBefore)
            addOperator(Kind::And);
        operandBefore = token != u'(' && token != "NOT"_L1;
        if (!operandBefore)
            m_pending.push_back(token == u'(' ? Kind::Open : Kind::Not);
        else if (token.startsWith(u'"'))
            addTerm(token.sliced(1, token.size() - 2), true);
        else
            addTerm(token, false);
    }
    popPending(1);
    return m_pending.empty() && (operandBefore || m_steps.empty());
}

// A bracket, a quoted phrase with its quotes, or a word; empty when a quote is not closed or holds nothing.
QStringView TextMatch::nextToken(QStringView text)
{
    if (text.front() == u'(' || text.front() == u')')
        return text.first(1);
    if (text.front() == u'"') {
        const qsizetype end = text.indexOf(u'"', 1);
        return end < 0 || text.sliced(1, end - 1).trimmed().isEmpty() ? QStringView() : text.first(end + 1);
    }
    return text.first(std::find_if(text.begin(), text.end(), endsWord) - text.begin());
}

void TextMatch::readPlainWords(QStringView text)
{
    const auto joins = [](QChar c) {
        return c.isLetterOrNumber() || c == u'+' || c == u'#' || c == u'.' || c == u'-';
    };
    for (qsizetype i = 0; i < text.size();) {
        const auto end = std::find_if_not(text.begin() + i, text.end(), joins) - text.begin();
        const QStringView word = text.sliced(i, end - i);
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); })) {
            const bool first = m_steps.empty();
            addTerm(word, false);
            if (!first)
                m_steps.push_back({Kind::And, {}, false});
        }
        i = end + 1;
    }
}

bool TextMatch::occurs(const Step &term, QStringView folded)
{
    const auto isWord = [&](qsizetype at) {
        return at >= 0 && at < folded.size() && folded[at].isLetterOrNumber();
    };
    const QStringView wanted = term.term;
    for (qsizetype at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
        if (isWord(at - 1) && wanted.front().isLetterOrNumber())
            continue;
        const qsizetype end = at + wanted.size();
        const auto tailEnd =
            std::find_if_not(folded.begin() + end, folded.end(), [](QChar c) { return c.isLetter(); });
        const QStringView tail = folded.sliced(end, tailEnd - folded.begin() - end);
        if (tail.isEmpty()) {
            // "C" is neither C++ nor C#.
            const bool other = end < folded.size() && (folded[end] == u'+' || folded[end] == u'#');
            if (!other || !wanted.back().isLetter())
                return true;
        } else if (term.inflects ? tail.size() <= 3 : tail == "s"_L1 || tail == "es"_L1) {
            return true;
        }
    }
    return false;
}

bool TextMatch::matches(QStringView text) const
{
    if (m_steps.empty())
        return true;
    const QString folded = withLookalikes(foldText(text).simplified());
    std::vector<bool> stack;
    for (const Step &step : m_steps) {
        if (step.kind == Kind::Term) {
            stack.push_back(occurs(step, folded));
            continue;
        }
        const bool right = stack.back();
        if (step.kind == Kind::Not) {
            stack.back() = !right;
            continue;
        }
        stack.pop_back();
        stack.back() = step.kind == Kind::And ? stack.back() && right : stack.back() || right;
    }
    return stack.back();
}

} // namespace linnet::vacancies
