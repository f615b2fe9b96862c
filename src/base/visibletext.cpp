// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visibletext.h"

#include <algorithm>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char16_t ControlPictures = 0x2400; ///< the sign of control character n is this plus n
constexpr char16_t Delete = 0x7f;

bool isHidden(QChar c)
{
    const char16_t code = c.unicode();
    if (code == u'\n' || code == u'\t' || code == u'\r')
        return false;
    const bool isControl = code < 0x20 || (code >= Delete && code <= 0x9f);
    // Embeddings, overrides, isolates and marks of direction.
    const bool isDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
                             code == 0x200e || code == 0x200f || code == 0x061c;
    return isControl || isDirection;
}

QString sign(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20)
        return QChar(char16_t(ControlPictures + code));
    if (code == Delete)
        return QChar(char16_t(0x2421));
    return u"[U+%1]"_s.arg(uint(code), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString visibleText(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isHidden))
        return text;
    QString result;
    for (const QChar c : text)
        result += isHidden(c) ? sign(c) : QString(c);
    return result;
}

} // namespace linnet
