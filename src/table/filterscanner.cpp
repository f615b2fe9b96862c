// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filterscanner.h"

#include <algorithm>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView Keywords[] = {u"and", u"not", u"contains", u"between", u"matches", u"in", u"empty"};

bool isWordEnd(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"';
}

} // namespace

FilterScanner::FilterScanner(QStringView text)
    : m_text(text)
{
}

bool FilterScanner::isKeyword(QStringView word)
{
    return std::ranges::any_of(
        Keywords, [&](QStringView keyword) { return word.compare(keyword, Qt::CaseInsensitive) == 0; });
}

void FilterScanner::skipBlanks()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

bool FilterScanner::atEnd()
{
    skipBlanks();
    return m_at == m_text.size();
}

qsizetype FilterScanner::position()
{
    skipBlanks();
    return m_at;
}

template <typename IsEnd> FilterScanner::Word FilterScanner::plainWord(IsEnd isEnd)
{
    Word word{{}, false, m_at};
    while (m_at < m_text.size() && !isWordEnd(m_text[m_at]) && !isEnd(m_text[m_at]))
        word.text += m_text[m_at++];
    return word;
}

Result<FilterScanner::Word> FilterScanner::quotedWord()
{
    Word word{u""_s, true, m_at};
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] != u'"') {
            word.text += m_text[m_at];
        } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
            word.text += m_text[m_at++];
        } else {
            ++m_at;
            return word;
        }
    }
    return errorAt(word.at, u"the quote is not closed"_s);
}

Result<FilterScanner::Word> FilterScanner::column()
{
    if (atEnd())
        return expected(u"a column"_s);
    if (m_text[m_at] == u'"')
        return quotedWord();
    const Word word = plainWord([](QChar c) { return c == u'=' || c == u'<' || c == u'>' || c == u'!'; });
    if (word.text.isEmpty() || isKeyword(word.text)) {
        m_at = word.at;
        return expected(u"a column"_s);
    }
    return word;
}

Result<FilterScanner::Word> FilterScanner::value(bool inList)
{
    if (atEnd())
        return expected(u"a value"_s);
    if (m_text[m_at] == u'"')
        return quotedWord();
    const Word word = plainWord([&](QChar c) { return inList && c == u','; });
    if (word.text.isEmpty() || isKeyword(word.text)) {
        m_at = word.at;
        return expected(u"a value (in quotes, if it is this word)"_s);
    }
    return word;
}

Result<FilterScanner::Word> FilterScanner::pattern()
{
    if (atEnd() || m_text[m_at] != u'/')
        return value(false);
    Word word{u""_s, true, m_at};
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == u'/') {
            ++m_at;
            return word;
        }
        if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'/')
            ++m_at;
        word.text += m_text[m_at];
    }
    return errorAt(word.at, u"the closing / is missing"_s);
}

bool FilterScanner::takeKeyword(QStringView keyword)
{
    skipBlanks();
    const QStringView rest = m_text.sliced(m_at);
    if (!rest.startsWith(keyword, Qt::CaseInsensitive))
        return false;
    const QChar next = rest.size() > keyword.size() ? rest[keyword.size()] : QChar(u' ');
    if (!isWordEnd(next) && !QStringView(u"/=<>!,").contains(next))
        return false;
    m_at += keyword.size();
    return true;
}

bool FilterScanner::takeSymbol(QStringView symbol)
{
    skipBlanks();
    if (!m_text.sliced(m_at).startsWith(symbol))
        return false;
    m_at += symbol.size();
    return true;
}

std::unexpected<Error> FilterScanner::expected(const QString &what)
{
    if (atEnd())
        return errorAt(m_at, u"expected %1 instead of the end"_s.arg(what));
    const qsizetype at = m_at;
    QString found = plainWord([](QChar) { return false; }).text;
    m_at = at;
    if (found.isEmpty())
        found = m_text[at];
    return errorAt(at, u"expected %1 instead of \"%2\""_s.arg(what, found));
}

std::unexpected<Error> FilterScanner::errorAt(qsizetype at, const QString &what)
{
    return fail(Reason::BadValue, u"at %1: %2"_s.arg(at + 1).arg(what));
}

} // namespace linnet::table
