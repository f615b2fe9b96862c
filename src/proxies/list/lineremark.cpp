// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/lineremark.h"

#include <algorithm>
#include <array>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Words{"elite"_L1,       "elite proxy"_L1, "anonymous"_L1, "anonymity"_L1,
                           "transparent"_L1, "high"_L1,        "hia"_L1,       "noa"_L1,
                           "anm"_L1,         "yes"_L1,         "no"_L1,        "high anonymity"_L1};

bool isCountry(QStringView word)
{
    return word.size() == 2 && std::ranges::all_of(word, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace

bool isRemark(QStringView word)
{
    return isCountry(word) || schemeByName(word) ||
           std::ranges::any_of(Words, [word](QLatin1StringView known) {
               return word.compare(known, Qt::CaseInsensitive) == 0;
           });
}

ProxyScheme schemeOfRemarks(const QList<QStringView> &remarks, ProxyScheme fallback)
{
    for (const QStringView remark : remarks) {
        if (const auto named = schemeByName(remark))
            return *named == ProxyScheme::Https ? ProxyScheme::Http : *named;
    }
    return fallback;
}

} // namespace linnet::proxies
