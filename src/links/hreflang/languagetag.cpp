// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/hreflang/languagetag.h"

#include "html/ascii.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <vector>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

// ISO 639-1 with the codes that it had before and that browsers still know.
constexpr std::string_view Languages = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca "
                                       "ce ch co cr cs cu cv cy da de dv dz "
                                       "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
                                       "ho hr ht hu hy hz ia id ie ig ii ik "
                                       "in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
                                       "ky la lb lg li ln lo lt lu lv mg mh "
                                       "mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
                                       "or os pa pi pl ps pt qu rm rn ro ru "
                                       "rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg "
                                       "th ti tk tl tn to tr ts tt tw ty ug "
                                       "uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
// ISO 3166-1, and XK for Kosovo, which all use.
constexpr std::string_view Regions = "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh "
                                     "bi bj bl bm bn bo bq br bs bt bv bw "
                                     "by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj "
                                     "dk dm do dz ec ee eg eh er es et fi "
                                     "fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw "
                                     "gy hk hm hn hr ht hu id ie il im in "
                                     "io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc "
                                     "li lk lr ls lt lu lv ly ma mc md me "
                                     "mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf "
                                     "ng ni nl no np nr nu nz om pa pe pf "
                                     "pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg "
                                     "sh si sj sk sl sm sn so sr ss st sv "
                                     "sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us "
                                     "uy uz va vc ve vg vi vn vu wf ws xk "
                                     "ye yt za zm zw ";
// UN M.49: the world, continents and what they are parted into.
constexpr std::string_view Continents =
    "001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 "
    "053 054 057 061 142 143 145 150 151 154 155 202 419 ";
constexpr std::string_view Scripts = "adlm arab armn aran bali bamu batk beng bopo brai bugi cakm cans cham "
                                     "cher copt cyrl deva ethi geor goth "
                                     "grek gujr guru hang hani hans hant hebr hira hrkt java jpan kali kana "
                                     "khmr knda kore lana laoo latf latg "
                                     "latn lepc limb lisu mlym mong mtei mymr newa nkoo olck orya osge phag "
                                     "rohg saur sinh sund syrc tale talu "
                                     "taml tavt telu tfng tglg thaa thai tibt vaii yiii ";

constexpr size_t LettersSquared = 26 * 26;

constexpr size_t placeOf(std::string_view two)
{
    return size_t(two[0] - 'a') * 26 + size_t(two[1] - 'a');
}

constexpr auto codesOf(std::string_view list)
{
    std::array<bool, LettersSquared> known{};
    for (size_t i = 0; i < list.size(); i += 3)
        known[placeOf(list.substr(i, 2))] = true;
    return known;
}

constexpr auto KnownLanguages = codesOf(Languages);
constexpr auto KnownRegions = codesOf(Regions);
static_assert(std::ranges::count(KnownRegions, true) == 249 + 1);

bool isOf(std::string_view text, auto is)
{
    return !text.empty() && std::ranges::all_of(text, is);
}

bool isLetters(std::string_view text)
{
    return isOf(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isDigits(std::string_view text)
{
    return isOf(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isListed(std::string_view list, std::string_view word)
{
    const size_t at = list.find(word);
    return at != std::string_view::npos && at % (word.size() + 1) == 0;
}

/// Codes of three letters are for languages without one of two.
bool hasShorter(std::string_view three)
{
    const QLocale::Language language =
        QLocale::codeToLanguage(QString::fromLatin1(three.data(), qsizetype(three.size())));
    return language != QLocale::AnyLanguage && language != QLocale::C &&
           !QLocale::languageToCode(language, QLocale::ISO639Part1).isEmpty();
}

std::vector<std::string_view> subtagsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const size_t end = std::min(text.find('-'), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

} // namespace

LanguageTag::LanguageTag(std::string_view text)
    : m_folded(text)
{
    std::ranges::transform(m_folded, m_folded.begin(), html::toLower);
    m_fault = judge();
}

LanguageTag::Fault LanguageTag::judge() const
{
    if (isDefault())
        return Fault::None;
    const std::vector<std::string_view> parts = subtagsOf(m_folded);
    const std::string_view language = parts.front();
    const bool hasScript = parts.size() > 1 && parts[1].size() == 4 && isLetters(parts[1]);
    const size_t rest = hasScript ? 2 : 1;
    const bool hasRegion = parts.size() > rest;
    const std::string_view region = hasRegion ? parts[rest] : std::string_view();
    const bool isCountry = region.size() == 2 && isLetters(region);
    const bool isContinent = region.size() == 3 && isDigits(region);
    if (!isLetters(language) || language.size() < 2 || language.size() > 3 || parts.size() > rest + 1 ||
        (hasRegion && !isCountry && !isContinent))
        return Fault::Form;
    if (language.size() == 2 ? !KnownLanguages[placeOf(language)] : hasShorter(language))
        return Fault::Language;
    if (hasScript && !isListed(Scripts, parts[1]))
        return Fault::Script;
    if ((isCountry && !KnownRegions[placeOf(region)]) || (isContinent && !isListed(Continents, region)))
        return Fault::Region;
    return Fault::None;
}

QLatin1StringView LanguageTag::faultCode() const
{
    constexpr QLatin1StringView Codes[] = {""_L1, "form"_L1, "language"_L1, "script"_L1, "region"_L1};
    return Codes[size_t(m_fault)];
}

std::string_view LanguageTag::language() const
{
    const std::string_view first = std::string_view(m_folded).substr(0, m_folded.find_first_of("-_"));
    return first == "nb" || first == "nn" ? "no" : first;
}

} // namespace linnet::links
