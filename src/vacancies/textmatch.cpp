// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/textmatch.h"

#include "base/textfold.h"
#include "vacancies/wordform.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Typographic quotes as the plain one; blanks as they are.
QString withPlainQuotes(QStringView text)
{
    constexpr QStringView Quotes =
        u"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2039\u203a\u301d\u301e\uff02";
    QString result = text.toString();
    for (QChar &c : result) {
        if (Quotes.contains(c))
            c = u'"';
    }
    // Fields of hh.ru's language, which other sources do not have.
    static const QRegularExpression fields(u"(?<![\\w])!?(NAME|COMPANY_NAME|DESCRIPTION):"_s);
    return result.replace(fields, u" "_s);
}

bool isStructure(QChar c)
{
    return c == u'"' || c == u'(' || c == u')';
}

/// Without a meaning of their own, so that "менеджер по продажам" finds "Менеджер продаж".
bool isFunctionWord(QStringView typed)
{
    static constexpr QStringView Words[] = {u"и",   u"в",  u"во",  u"на", u"по",  u"с",   u"со", u"для",
                                            u"от",  u"до", u"из",  u"к",  u"у",   u"о",   u"об", u"за",
                                            u"при", u"а",  u"and", u"of", u"the", u"for", u"in", u"to"};
    return std::ranges::find(Words, typed) != std::end(Words);
}

bool shareKey(const QStringList &left, const QStringList &right)
{
    return std::ranges::any_of(left, [&right](const QString &key) { return right.contains(key); });
}

/// "1С" finds "1С8", "Python" finds "Python3".
bool isVersionOf(const QString &text, const QString &word)
{
    return text.size() > word.size() && word.back().isLetter() && text.startsWith(word) &&
           std::all_of(text.begin() + word.size(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool isSame(const TextWord &word, const TextWord &wanted)
{
    return shareKey(word.keys, wanted.keys) || isVersionOf(word.folded, wanted.folded);
}

/// Keys of the one word that joined words make; nothing for a word alone.
QStringList keysOfJoined(auto begin, auto end)
{
    if (end - begin < 2)
        return {};
    QString all;
    for (auto word = begin; word != end; ++word)
        all += foldText(word->typed);
    return wordKeys(all);
}

} // namespace

/// A text to be searched: its words, and the words that joined ones make.
struct TextMatch::Words
{
    std::vector<TextWord> list;
    QSet<QString> joined;

    explicit Words(QStringView text)
        : list(textWords(text))
    {
        for (auto begin = list.begin(); begin != list.end();) {
            auto end = std::next(begin);
            while (end != list.end() && end->joined)
                ++end;
            for (const QString &key : keysOfJoined(begin, end))
                joined.insert(key);
            // "Front-end/Node.js": each pair is a word, too.
            for (auto pair = begin; end - pair > 2; ++pair) {
                for (const QString &key : keysOfJoined(pair, pair + 2))
                    joined.insert(key);
            }
            for (auto pair = end - std::min<qsizetype>(2, end - begin); end - begin > 2 && pair != end;
                 pair = end) {
                for (const QString &key : keysOfJoined(pair, end))
                    joined.insert(key);
            }
            begin = end;
        }
    }

    bool hasWord(const TextWord &wanted) const
    {
        return std::ranges::any_of(list, [&](const TextWord &word) { return isSame(word, wanted); }) ||
               std::ranges::any_of(wanted.keys, [&](const QString &key) { return joined.contains(key); }) ||
               isMadeOfTwo(wanted);
    }

    /// "Fullstack" is found in "Full stack".
    bool isMadeOfTwo(const TextWord &wanted) const
    {
        for (size_t i = 0; i + 1 < list.size(); ++i) {
            const QString &first = list[i].folded;
            if (first.size() < 3 || wanted.folded.size() < first.size() + 3 ||
                !wanted.folded.startsWith(first))
                continue;
            if (shareKey(keysOfJoined(list.begin() + qsizetype(i), list.begin() + qsizetype(i) + 2),
                         wanted.keys))
                return true;
        }
        return false;
    }

    bool hasBeginning(const QString &folded) const
    {
        return std::ranges::any_of(list,
                                   [&](const TextWord &word) { return word.folded.startsWith(folded); });
    }

    bool hasPhrase(const std::vector<TextWord> &wanted) const
    {
        return std::ranges::search(list, wanted, isSame).begin() != list.end();
    }
};

struct TextMatch::Token
{
    enum class Is : quint8
    {
        End,
        Open,
        Close,
        Quoted,
        Word,
        Bad ///< a quote that is not closed, or holds nothing
    };

    Is is = Is::End;
    QStringView text; ///< without quotes
    qsizetype size = 0;
};

TextMatch::TextMatch(QStringView typed)
{
    const QString text = withPlainQuotes(typed);
    if (parse(text))
        return;
    m_terms.clear();
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

void TextMatch::addTerm(const Token &token, bool besideWord)
{
    Term term;
    term.words = textWords(token.text);
    term.phrase = token.is == Token::Is::Quoted;
    term.beginning = !term.phrase && token.text.endsWith(u'*');
    term.negated = std::ranges::find(m_pending, Kind::Not) != m_pending.end();
    if (!term.phrase)
        term.joinedKeys = keysOfJoined(term.words.begin(), term.words.end());
    // "веб разработчик" finds "Вебразработчик".
    if (besideWord) {
        Term &before = m_terms.back();
        std::vector<TextWord> both = before.words;
        both.insert(both.end(), term.words.begin(), term.words.end());
        const QStringList keys = keysOfJoined(both.begin(), both.end());
        before.joinedKeys += keys;
        term.joinedKeys += keys;
    }
    // A letter alone may be meant in either alphabet.
    for (TextWord &word : term.words) {
        if (word.typed.size() == 1 && !word.keys.contains(word.folded))
            word.keys.append(word.folded);
    }
    QStringList typed;
    for (const TextWord &word : term.words)
        typed.append(word.typed);
    if (!term.negated && term.phrase)
        m_words.append(typed.join(u' '));
    else if (!term.negated)
        m_words.append(typed);
    m_steps.push_back({Kind::Term, m_terms.size()});
    m_terms.push_back(std::move(term));
}

void TextMatch::popPending(int least)
{
    while (!m_pending.empty() && strength(m_pending.back()) >= least) {
        m_steps.push_back({m_pending.back(), 0});
        m_pending.pop_back();
    }
}

void TextMatch::addOperator(Kind kind)
{
    popPending(strength(kind));
    m_pending.push_back(kind);
}

/// A bracket, a phrase, or what stands between blanks and structure, if it holds a letter or a digit; plain:
/// brackets and quotes are punctuation like any other.
TextMatch::Token TextMatch::nextToken(QStringView text, bool plain)
{
    const auto holdsWord = [](QStringView part) {
        return std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
    };
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace() || (plain && isStructure(c))) {
            ++at;
            continue;
        }
        if (c == u'(' || c == u')')
            return {c == u'(' ? Token::Is::Open : Token::Is::Close, {}, at + 1};
        if (c == u'"') {
            const qsizetype end = text.indexOf(u'"', at + 1);
            const QStringView inside = end < 0 ? QStringView() : text.sliced(at + 1, end - at - 1);
            return {holdsWord(inside) ? Token::Is::Quoted : Token::Is::Bad, inside, end + 1};
        }
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace() && !isStructure(text[end]))
            ++end;
        const QStringView word = text.sliced(at, end - at);
        if (holdsWord(word))
            return {Token::Is::Word, word, end};
        at = end;
    }
    return {};
}

/// Whether a function word can be left out of the operands: something else stands beside it. A letter at the
/// end is rather the name of a language.
bool TextMatch::mayGo(QStringView word, QStringView rest, bool operandBefore)
{
    const Token next = nextToken(rest, false);
    const bool operation = next.is == Token::Is::Word && (next.text == "AND"_L1 || next.text == "OR"_L1);
    if (next.is == Token::Is::Word || next.is == Token::Is::Quoted || next.is == Token::Is::Open)
        return !operation;
    return operandBefore && word.size() > 1;
}

// Dijkstra's shunting yard: no recursion, so brackets may be as deep as they like. False: no proper
// expression.
bool TextMatch::parse(const QString &text)
{
    using Is = Token::Is;
    bool operandBefore = false;
    bool wordBefore = false;
    QStringView rest = text;
    for (Token token = nextToken(rest, false); token.is != Is::End; token = nextToken(rest, false)) {
        if (token.is == Is::Bad)
            return false;
        rest = rest.sliced(token.size);
        if (token.is == Is::Close) {
            wordBefore = false;
            popPending(1);
            if (!operandBefore || m_pending.empty())
                return false;
            m_pending.pop_back();
            continue;
        }
        const bool word = token.is == Is::Word;
        const bool either = word && (token.text == "OR"_L1 || foldText(token.text) == u"или");
        if (either || (word && token.text == "AND"_L1)) {
            if (!operandBefore)
                return false;
            addOperator(either ? Kind::Or : Kind::And);
            operandBefore = wordBefore = false;
            continue;
        }
        if (word && isFunctionWord(token.text) && mayGo(token.text, rest, operandBefore))
            continue;
        const bool besideWord = word && std::exchange(wordBefore, false);
        if (operandBefore)
            addOperator(Kind::And);
        const bool negation = word && token.text == "NOT"_L1;
        operandBefore = token.is != Is::Open && !negation;
        if (!operandBefore)
            m_pending.push_back(negation ? Kind::Not : Kind::Open);
        else
            addTerm(token, besideWord);
        wordBefore = word && operandBefore;
    }
    popPending(1);
    return m_pending.empty() && (operandBefore || m_steps.empty());
}

void TextMatch::readPlainWords(const QString &text)
{
    QStringView rest = text;
    for (Token token = nextToken(rest, true); token.is != Token::Is::End; token = nextToken(rest, true)) {
        rest = rest.sliced(token.size);
        const bool first = m_steps.empty();
        addTerm(token, !first);
        if (!first)
            m_steps.push_back({Kind::And, 0});
    }
}

bool TextMatch::occurs(const Term &term, const Words &words)
{
    if (term.phrase)
        return words.hasPhrase(term.words);
    if (std::ranges::any_of(term.joinedKeys, [&](const QString &key) {
            return words.joined.contains(key) || std::ranges::any_of(words.list, [&](const TextWord &word) {
                       return word.keys.contains(key);
                   });
        }))
        return true;
    for (size_t i = 0; i < term.words.size(); ++i) {
        const bool beginning = term.beginning && i + 1 == term.words.size();
        if (beginning ? !words.hasBeginning(term.words[i].folded) : !words.hasWord(term.words[i]))
            return false;
    }
    return true;
}

TextMatch::Truth TextMatch::evaluate(QStringView text, Truth missing) const
{
    const Words words(text);
    std::vector<Truth> stack;
    for (const Step &step : m_steps) {
        if (step.kind == Kind::Term) {
            stack.push_back(occurs(m_terms[step.term], words) ? Truth::Yes : missing);
            continue;
        }
        const Truth right = stack.back();
        if (step.kind == Kind::Not) {
            stack.back() = Truth(int(Truth::Yes) - int(right));
            continue;
        }
        stack.pop_back();
        stack.back() = step.kind == Kind::And ? std::min(stack.back(), right) : std::max(stack.back(), right);
    }
    return stack.back();
}

bool TextMatch::matches(QStringView text) const
{
    return m_steps.empty() || evaluate(text, Truth::No) == Truth::Yes;
}

bool TextMatch::mayMatch(QStringView part) const
{
    return m_steps.empty() || evaluate(part, Truth::Unknown) != Truth::No;
}

std::vector<QStringList> TextMatch::branches() const
{
    using Branches = std::vector<QStringList>;
    const Branches everything{QStringList()};
    const auto both = [](const Branches &left, const Branches &right) {
        if (left.size() * right.size() > MostBranches)
            return left.size() < right.size() ? left : right; // asks for more than needed
        Branches result;
        for (const QStringList &one : left) {
            for (const QStringList &other : right)
                result.push_back(one + other);
        }
        return result;
    };
    std::vector<Branches> stack;
    for (const Step &step : m_steps) {
        if (step.kind == Kind::Term) {
            QStringList typed;
            for (const TextWord &word : m_terms[step.term].words)
                typed.append(word.typed);
            stack.push_back(m_terms[step.term].negated ? everything : Branches{typed});
            continue;
        }
        if (step.kind == Kind::Not) {
            stack.back() = everything;
            continue;
        }
        const Branches right = std::move(stack.back());
        stack.pop_back();
        Branches &left = stack.back();
        if (step.kind == Kind::And) {
            left = both(left, right);
        } else {
            left.insert(left.end(), right.begin(), right.end());
            if (left.size() > MostBranches)
                left = everything;
        }
    }
    Branches result = stack.empty() ? everything : std::move(stack.back());
    for (QStringList &branch : result)
        branch.removeDuplicates();
    // What another list asks for with fewer words is asked once.
    const auto holds = [](const QStringList &branch, const QStringList &fewer) {
        return std::ranges::all_of(fewer, [&](const QString &word) { return branch.contains(word); });
    };
    Branches least;
    for (const QStringList &branch : result) {
        if (std::ranges::any_of(least, [&](const QStringList &kept) { return holds(branch, kept); }))
            continue;
        std::erase_if(least, [&](const QStringList &kept) { return holds(kept, branch); });
        least.push_back(branch);
    }
    return least;
}

} // namespace linnet::vacancies
