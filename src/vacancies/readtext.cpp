// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/readtext.h"

#include "html/htmltext.h"

#include <QRegularExpression>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// References that were encoded twice ("&amp;nbsp;") are left in a decoded text.
QString onceMore(const QString &text)
{
    static const QRegularExpression reference(
        u"&(#[0-9]{1,7}|#x[0-9a-f]{1,6}|nbsp|quot|amp|lt|gt|laquo|raquo|ndash|mdash|"
        "bull|middot|hellip|apos|sup2|deg);"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!reference.match(text).hasMatch())
        return text;
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(html::readableText(QString(line).replace(u'<', u"&lt;"_s)));
    return lines.join(u'\n');
}

/// With its character references decoded, but no markup looked for; what is no reference stays.
QString decoded(const QString &text)
{
    static const QRegularExpression reference(u"&(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype at = 0;
    for (auto matches = reference.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString letter = html::readableText(match.captured());
        result += QStringView(text).sliced(at, match.capturedStart() - at);
        // A blank is read as nothing when it stands alone.
        result += letter.isEmpty() ? u" "_s : letter;
        at = match.capturedEnd();
    }
    result += QStringView(text).sliced(at);
    return result;
}

} // namespace

QString readableLines(const QString &text)
{
    if (text.contains(u'<'))
        return onceMore(html::readableText(text));
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString clean = onceMore(html::readableText(line)); !clean.isEmpty())
            lines.append(clean);
    }
    return lines.join(u'\n');
}

QString plainText(const QString &text)
{
    constexpr int MostRounds = 3;
    QString result = text;
    for (int round = 0; round < MostRounds; ++round) {
        const QString next = decoded(result);
        if (next == result)
            break;
        result = next;
    }
    return result;
}

} // namespace linnet::vacancies
