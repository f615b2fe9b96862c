// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/pastedline.h"

namespace linnet::proxies {

namespace {

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x200b && code <= 0x200f) || code == 0x2060 || code == 0xfeff || code == 0x00ad;
}

bool isBullet(QChar c)
{
    return c == u'-' || c == u'*' || c == u'+' || c == u'\u2022' || c == u'\u2013';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

} // namespace

QString asMeant(QStringView line)
{
    QString kept;
    kept.reserve(line.size());
    for (const QChar c : line) {
        if (!isInvisible(c))
            kept.append(c);
    }
    QStringView text = QStringView(kept).trimmed();
    if (text.size() > 2 && isBullet(text[0]) && text[1].isSpace())
        text = text.sliced(2).trimmed();
    if (text.size() > 2 && isQuote(text[0])) {
        QStringView inner = text;
        while (inner.endsWith(u',') || inner.endsWith(u';'))
            inner.chop(1);
        if (inner.size() > 2 && inner.back() == inner.front())
            text = inner.sliced(1, inner.size() - 2).trimmed();
    }
    return text.toString();
}

} // namespace linnet::proxies
