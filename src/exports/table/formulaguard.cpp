// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/formulaguard.h"

#include <QString>

namespace linnet::exports {

namespace {

bool startsFormula(char16_t unit)
{
    switch (unit) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case u'\uFF1D': // full-width =
    case u'\uFF0B': // full-width +
    case u'\uFF0D': // full-width -
    case u'\uFF20': // full-width @
        return true;
    default:
        return false;
    }
}

bool isInvisible(QChar unit)
{
    return unit.isSpace() || unit.category() == QChar::Other_Control ||
           unit.category() == QChar::Other_Format;
}

} // namespace

bool looksLikeFormula(QStringView text)
{
    for (const QChar unit : text) {
        if (startsFormula(unit.unicode()))
            return true;
        if (!isInvisible(unit))
            return false;
    }
    return false;
}

bool looksLikeFormula(QByteArrayView utf8)
{
    // Most texts begin with a letter or a digit.
    if (utf8.isEmpty() || (uchar(utf8.front()) < 0x80 && QChar::isLetterOrNumber(uchar(utf8.front()))))
        return false;
    return looksLikeFormula(QString::fromUtf8(utf8));
}

} // namespace linnet::exports
