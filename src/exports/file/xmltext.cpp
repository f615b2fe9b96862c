// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/xmltext.h"

#include <algorithm>

namespace linnet::exports {

bool isForbiddenInXml(QChar unit)
{
    const char16_t code = unit.unicode();
    return (code < 0x20 && code != u'\t' && code != u'\n' && code != u'\r') || code == 0xFFFE ||
           code == 0xFFFF;
}

QString xmlText(QStringView text)
{
    QString result = text.toString();
    const auto isDoubtful = [](QChar unit) { return unit.isSurrogate() || isForbiddenInXml(unit); };
    if (std::ranges::none_of(text, isDoubtful))
        return result;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const bool isPair =
            result.at(i).isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (isDoubtful(result.at(i)))
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

} // namespace linnet::exports
