// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

// Positions of brackets outside quotes that have no partner, in rising order.
std::vector<qsizetype> loneBrackets(QStringView text)
{
    std::vector<qsizetype> lone;
    std::vector<qsizetype> open;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == u'(') {
            open.push_back(i);
        } else if (!quoted && text[i] == u')') {
            if (open.empty())
                lone.push_back(i);
            else
                open.pop_back();
        }
    }
    lone.insert(lone.end(), open.begin(), open.end());
    std::sort(lone.begin(), lone.end());
    return lone;
}

QString wordWithLoneBrackets(QStringView word, const std::vector<qsizetype> &lone, qsizetype offset)
{
    if (!word.contains(u'"'))
        return u'"' + word.toString() + u'"';
    QString result = word.toString();
    for (const qsizetype at : lone) {
        if (at >= offset && at < offset + word.size())
            result[at - offset] = u' ';
    }
    return result;
}

QString withoutLoneBrackets(const QString &text, const std::vector<qsizetype> &lone)
{
    QString result;
    auto next = lone.begin();
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u' ', begin);
        end = end < 0 ? text.size() : end;
        const QStringView word = QStringView(text).sliced(begin, end - begin);
        if (next != lone.end() && *next < end)
            result += wordWithLoneBrackets(word, lone, begin);
        else
            result += word;
        while (next != lone.end() && *next < end)
            ++next;
        if (end < text.size())
            result += u' ';
        begin = end + 1;
    }
    return result;
}

QString withPlainQuotes(QString text)
{
    constexpr QStringView Quotes = u"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a";
    for (QChar &c : text) {
        if (Quotes.contains(c))
            c = u'"';
    }
    return text;
}

QString balanced(QString text)
{
    if (text.count(u'"') % 2 != 0)
        text[text.lastIndexOf(u'"')] = u' ';
    // A word that goes into quotes takes all its brackets with it, so others may lose their partners.
    for (auto lone = loneBrackets(text); !lone.empty(); lone = loneBrackets(text))
        text = withoutLoneBrackets(text, lone);
    return text;
}

} // namespace

QString hhText(const QString &text, SearchField field)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return {};
    const QString safe = balanced(withPlainQuotes(typed));
    static const QRegularExpression fields(u"(^|[\\s(])!?(NAME|COMPANY_NAME|COMPANY_ID|DESCRIPTION):"_s);
    if (fields.match(safe).hasMatch())
        return safe; // says itself where to look
    switch (field) {
    case SearchField::Name:
        return u"NAME:(%1)"_s.arg(safe);
    case SearchField::Company:
        return u"COMPANY_NAME:(%1)"_s.arg(safe);
    case SearchField::Description:
        return u"DESCRIPTION:(%1)"_s.arg(safe);
    case SearchField::Any:
        break;
    }
    return safe;
}

} // namespace linnet::vacancies
