// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/searchtext.h"

#include "base/textfold.h"

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Node = SearchText::Node;
using Kind = SearchText::Kind;

constexpr int deepest = 32;

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c == u'+' || c == u'#';
}

/// What stays of a Russian word when its ending changes.
QStringView stem(QStringView word)
{
    constexpr QStringView endings = u"аеиоуыьюяй";
    for (int cut = 0; cut < 2 && word.size() > 4 && endings.contains(word.back()); ++cut)
        word.chop(1);
    return word;
}

/// Reads one query by recursive descent.
class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
    }

    Node parse(TextPlaces places) { return any(places, 0); }

private:
    Node any(TextPlaces places, int depth)
    {
        Node node{Kind::Any, {}, false, {}, {}};
        do {
            node.children.push_back(all(places, depth));
        } while (takeWord(u"OR"));
        return node.children.size() == 1 ? Node(node.children.front()) : node;
    }

    Node all(TextPlaces places, int depth)
    {
        Node node;
        while (true) {
            skipSpace();
            if (m_at >= m_text.size() || peekWord(u"OR"))
                break;
            if (m_text[m_at] == u')') {
                if (depth > 0)
                    break;
                ++m_at;
                continue;
            }
            if (takeWord(u"AND"))
                continue;
            const bool negated = takeWord(u"NOT");
            Node term = one(places, depth);
            if (negated)
                node.children.push_back({Kind::Not, {}, false, {}, {term}});
            else
                node.children.push_back(term);
        }
        return node;
    }

    Node one(TextPlaces places, int depth)
    {
        skipSpace();
        takeField(places);
        skipSpace();
        if (m_at < m_text.size() && m_text[m_at] == u'(') {
            ++m_at;
            if (depth >= deepest)
                return {};
            Node inner = any(places, depth + 1);
            if (m_at < m_text.size() && m_text[m_at] == u')')
                ++m_at;
            return inner;
        }
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return phrase(places);
        return word(places);
    }

    void takeField(TextPlaces &places)
    {
        const std::pair<QStringView, TextPlace> fields[] = {{u"NAME:", TextPlace::Name},
                                                            {u"COMPANY_NAME:", TextPlace::Company},
                                                            {u"DESCRIPTION:", TextPlace::Text}};
        for (const auto &[name, place] : fields) {
            if (m_text.sliced(m_at).startsWith(name)) {
                m_at += name.size();
                places = place;
                return;
            }
        }
    }

    Node phrase(TextPlaces places)
    {
        qsizetype end = m_text.indexOf(u'"', m_at + 1);
        if (end < 0)
            end = m_text.size();
        const QString needle = foldText(m_text.sliced(m_at + 1, end - m_at - 1)).simplified();
        m_at = qMin(end + 1, m_text.size());
        return {Kind::Phrase, needle, true, places, {}};
    }

    Node word(TextPlaces places)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u')' &&
               m_text[m_at] != u'(' && m_text[m_at] != u'"')
            ++m_at;
        QStringView text = m_text.sliced(start, m_at - start);
        const bool exact = text.startsWith(u'!');
        if (exact)
            text = text.sliced(1);
        const bool prefix = text.endsWith(u'*');
        if (prefix)
            text.chop(1);
        return {prefix ? Kind::Phrase : Kind::Word, foldText(text), exact, places, {}};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool peekWord(QStringView word) const
    {
        const QStringView rest = m_text.sliced(m_at);
        return rest.startsWith(word) &&
               (rest.size() == word.size() || rest[word.size()].isSpace() || rest[word.size()] == u'(');
    }

    bool takeWord(QStringView word)
    {
        skipSpace();
        if (!peekWord(word))
            return false;
        m_at += word.size();
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

bool occurs(const Node &node, const QString &text)
{
    return node.kind == Kind::Phrase ? text.contains(node.needle)
                                     : containsWord(text, node.needle, node.exact);
}

} // namespace

bool containsWord(QStringView text, QStringView word, bool exact)
{
    if (word.isEmpty())
        return true;
    const bool anyEnding = !exact && word.back().script() == QChar::Script_Cyrillic;
    const QStringView needle = anyEnding ? stem(word) : word;
    for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
        const qsizetype end = at + needle.size();
        const bool starts = at == 0 || !isWordUnit(text[at - 1]) || !isWordUnit(needle.front());
        const bool ends =
            anyEnding || end == text.size() || !isWordUnit(text[end]) || !isWordUnit(needle.back());
        if (starts && ends)
            return true;
    }
    return false;
}

SearchText SearchText::parse(const QString &text, TextPlaces places)
{
    SearchText result;
    result.m_root = Parser(text).parse(places);
    return result;
}

bool SearchText::matches(const Node &node, const InventedVacancy &vacancy)
{
    const auto child = [&vacancy](const Node &each) { return matches(each, vacancy); };
    switch (node.kind) {
    case Kind::All:
        return std::all_of(node.children.begin(), node.children.end(), child);
    case Kind::Any:
        return std::any_of(node.children.begin(), node.children.end(), child);
    case Kind::Not:
        return !child(node.children.front());
    case Kind::Word:
    case Kind::Phrase:
        return (node.places.testFlag(TextPlace::Name) && occurs(node, vacancy.foldedName)) ||
               (node.places.testFlag(TextPlace::Company) && occurs(node, vacancy.foldedCompany)) ||
               (node.places.testFlag(TextPlace::Text) && occurs(node, vacancy.foldedText));
    }
    return false;
}

} // namespace linnet::practice
