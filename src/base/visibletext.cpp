// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visibletext.h"

#include <algorithm>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isActive(QChar unit, LineBreaks breaks)
{
    const char16_t code = unit.unicode();
    if (breaks == LineBreaks::Keep && (code == u'\n' || code == u'\t'))
        return false;
    const bool isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const bool breaksLines = code == u'\u2028' || code == u'\u2029';
    return isControl || breaksLines || turnsDirection(unit);
}

} // namespace

bool turnsDirection(QChar unit)
{
    switch (unit.unicode()) {
    case 0x061c: // Arabic letter mark
    case 0x200e: // left-to-right mark
    case 0x200f: // right-to-left mark
        return true;
    default:
        return (unit >= u'\u202a' && unit <= u'\u202e') || (unit >= u'\u2066' && unit <= u'\u2069');
    }
}

QString visibleText(QStringView text, LineBreaks breaks)
{
    const auto active = [breaks](QChar unit) { return isActive(unit, breaks); };
    if (std::ranges::none_of(text, active))
        return text.toString();
    QString result;
    result.reserve(text.size() + 16);
    for (const QChar unit : text) {
        if (active(unit))
            result += "\\u"_L1 + QString::number(unit.unicode(), 16).rightJustified(4, u'0');
        else
            result += unit;
    }
    return result;
}

} // namespace linnet
