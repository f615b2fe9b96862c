// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/otherlayout.h"

#include <algorithm>
#include <string_view>

namespace linnet {

namespace {

// By row of keys, without and with Shift.
constexpr std::u16string_view LatinKeys = u"`qwertyuiop[]asdfghjkl;'zxcvbnm,."
                                          u"~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
constexpr std::u16string_view CyrillicKeys = u"ёйцукенгшщзхъфывапролджэячсмитьбю"
                                             u"ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
static_assert(LatinKeys.size() == CyrillicKeys.size());

char16_t counterpart(std::u16string_view from, std::u16string_view to, char16_t unit)
{
    const size_t at = from.find(unit);
    return at == std::u16string_view::npos ? u'\0' : to[at];
}

} // namespace

QString inOtherLayout(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, result.begin(), [](QChar c) {
        if (const char16_t cyrillic = counterpart(LatinKeys, CyrillicKeys, c.unicode()))
            return QChar(cyrillic);
        const char16_t latin = counterpart(CyrillicKeys, LatinKeys, c.unicode());
        return latin ? QChar(latin) : c;
    });
    return result;
}

char16_t latinOfSameKey(char16_t cyrillic)
{
    return counterpart(CyrillicKeys, LatinKeys, QChar(cyrillic).toLower().unicode());
}

} // namespace linnet
