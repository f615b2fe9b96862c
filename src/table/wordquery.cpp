// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/wordquery.h"

#include "base/textfold.h"
#include "table/foldedwords.h"

#include <algorithm>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView Quotes = u"\"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a";

bool isQuote(QChar c)
{
    return Quotes.contains(c);
}

/// Whether the words from a place on are those of a term.
template <typename Words> bool isAt(const WordQuery::Term &term, const Words &words, size_t at)
{
    const auto count = size_t(term.words.size());
    if (words.size() - at < count)
        return false;
    for (size_t i = 0; i < count; ++i) {
        const QStringView wanted = term.words[qsizetype(i)];
        const bool isBeginning = term.isBeginning && i + 1 == count;
        if (isBeginning ? !words[at + i].startsWith(wanted) : words[at + i] != wanted)
            return false;
    }
    return true;
}

} // namespace

Result<void> WordQuery::add(QStringView piece, bool isQuoted)
{
    Term term;
    while (piece.endsWith(u'*')) {
        piece.chop(1);
        term.isBeginning = true;
    }
    if (piece.contains(u'*'))
        return fail(Reason::BadValue, u"a * can only stand at the end of a word"_s);
    const QString folded = foldText(piece);
    for (FoldedWords words(folded); words.next();)
        term.words.append(words.word().toString());
    if (term.words.isEmpty() && term.isBeginning)
        return fail(Reason::BadValue, u"a * needs the beginning of a word before it"_s);
    // "C++ & SQL": what is no word is not looked for.
    if (term.words.isEmpty() && !isQuoted)
        return {};
    if (term.words.isEmpty())
        return fail(Reason::BadValue, u"there is no word between the quotes"_s);
    // "page- *": the beginning of nothing.
    if (term.isBeginning && (piece.back().isSpace() || isQuote(piece.back())))
        return fail(Reason::BadValue, u"a * needs the beginning of a word before it"_s);
    if (std::ranges::find(m_terms, term) == m_terms.end())
        m_terms.push_back(std::move(term));
    return {};
}

Result<WordQuery> WordQuery::parse(QStringView text)
{
    WordQuery query;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const bool isQuoted = isQuote(text[at]);
        qsizetype begin = at;
        if (isQuoted)
            begin = ++at;
        while (at < text.size() && !isQuote(text[at]) && (isQuoted || !text[at].isSpace()))
            ++at;
        if (isQuoted && at == text.size())
            return fail(Reason::BadValue, u"the quote is not closed"_s);
        QStringView piece = text.sliced(begin, at - begin);
        if (isQuoted)
            ++at;
        if (const Result<void> added = query.add(piece, isQuoted); !added)
            return std::unexpected(added.error());
    }
    qsizetype words = 0;
    for (const Term &term : query.m_terms)
        words += term.words.size();
    if (words == 0)
        return fail(Reason::BadValue, u"there is no word in it: letters or digits are needed"_s);
    if (words > MostWords)
        return fail(Reason::BadValue, u"these are more than %1 words"_s.arg(MostWords));
    return query;
}

bool WordQuery::matches(QStringView folded) const
{
    const auto mayOccur = [folded](const Term &term) { return folded.contains(term.words.front()); };
    if (m_terms.empty() || !std::ranges::all_of(m_terms, mayOccur))
        return false;
    static thread_local std::vector<QStringView> words;
    words.clear();
    for (FoldedWords each(folded); each.next();)
        words.push_back(each.word());
    return std::ranges::all_of(m_terms, [](const Term &term) {
        for (size_t at = 0; at < words.size(); ++at) {
            if (isAt(term, words, at))
                return true;
        }
        return false;
    });
}

std::vector<WordQuery::Hit> WordQuery::hits(QStringView text) const
{
    // Folding leaves out what nobody sees, nothing else: so each unit knows where it stood.
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (foldUnit(text.utf16()[i]) != 0)
            places.push_back(i);
    }
    const QString folded = foldText(text);
    Q_ASSERT(qsizetype(places.size()) == folded.size());
    std::vector<QStringView> words;
    std::vector<Hit> stands;
    for (FoldedWords each(folded); each.next();) {
        words.push_back(each.word());
        const qsizetype at = places[size_t(each.at())];
        stands.push_back({at, places[size_t(each.end() - 1)] + 1 - at});
    }
    std::vector<Hit> result;
    for (size_t at = 0; at < words.size(); ++at) {
        qsizetype end = 0;
        for (const Term &term : m_terms) {
            if (!isAt(term, words, at))
                continue;
            const Hit &last = stands[at + size_t(term.words.size()) - 1];
            end = std::max(end, last.at + last.length);
        }
        if (end == 0)
            continue;
        if (!result.empty() && stands[at].at < result.back().at + result.back().length)
            result.back().length = std::max(result.back().length, end - result.back().at);
        else
            result.push_back({stands[at].at, end - stands[at].at});
    }
    return result;
}

} // namespace linnet::table
