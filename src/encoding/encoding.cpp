// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/encoding.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace linnet::encoding {

namespace {

// Encoding Standard §4.2; what pages have most comes first.
constexpr Encoding All[] = {
    {"UTF-8", Scheme::Utf8, " unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 "},
    {"windows-1251", Scheme::SingleByte, " cp1251 windows-1251 x-cp1251 "},
    {"KOI8-R", Scheme::SingleByte, " cskoi8r koi koi8 koi8-r koi8_r "},
    {"windows-1252", Scheme::SingleByte,
     " ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
     "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 "},
    {"Big5", Scheme::Big5, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"EUC-JP", Scheme::EucJp, " cseucpkdfmtjapanese euc-jp x-euc-jp "},
    {"EUC-KR", Scheme::EucKr,
     " cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "windows-949 "},
    {"GBK", Scheme::Gbk, " chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk "},
    {"IBM866", Scheme::SingleByte, " 866 cp866 csibm866 ibm866 "},
    {"ISO-2022-JP", Scheme::Iso2022Jp, " csiso2022jp iso-2022-jp "},
    {"ISO-8859-10", Scheme::SingleByte,
     " csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"ISO-8859-13", Scheme::SingleByte, " iso-8859-13 iso8859-13 iso885913 "},
    {"ISO-8859-14", Scheme::SingleByte, " iso-8859-14 iso8859-14 iso885914 "},
    {"ISO-8859-15", Scheme::SingleByte, " csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"ISO-8859-16", Scheme::SingleByte, " iso-8859-16 "},
    {"ISO-8859-2", Scheme::SingleByte,
     " csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "},
    {"ISO-8859-3", Scheme::SingleByte,
     " csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "},
    {"ISO-8859-4", Scheme::SingleByte,
     " csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "},
    {"ISO-8859-5", Scheme::SingleByte,
     " csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988 "},
    {"ISO-8859-6", Scheme::SingleByte,
     " arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
     "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "},
    {"ISO-8859-7", Scheme::SingleByte,
     " csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
     "iso_8859-7 iso_8859-7:1987 sun_eu_greek "},
    {"ISO-8859-8", Scheme::SingleByte,
     " csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
     "iso_8859-8 iso_8859-8:1988 visual "},
    {"ISO-8859-8-I", Scheme::SingleByte, " csiso88598i iso-8859-8-i logical "},
    {"KOI8-U", Scheme::SingleByte, " koi8-ru koi8-u "},
    {"Shift_JIS", Scheme::ShiftJis,
     " csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "},
    {"UTF-16BE", Scheme::Utf16Be, " unicodefffe utf-16be "},
    {"UTF-16LE", Scheme::Utf16Le, " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le "},
    {"gb18030", Scheme::Gb18030, " gb18030 "},
    {"macintosh", Scheme::SingleByte, " csmacintosh mac macintosh x-mac-roman "},
    {"replacement", Scheme::Replacement,
     " csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement "},
    {"windows-1250", Scheme::SingleByte, " cp1250 windows-1250 x-cp1250 "},
    {"windows-1253", Scheme::SingleByte, " cp1253 windows-1253 x-cp1253 "},
    {"windows-1254", Scheme::SingleByte,
     " cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
     "latin5 windows-1254 x-cp1254 "},
    {"windows-1255", Scheme::SingleByte, " cp1255 windows-1255 x-cp1255 "},
    {"windows-1256", Scheme::SingleByte, " cp1256 windows-1256 x-cp1256 "},
    {"windows-1257", Scheme::SingleByte, " cp1257 windows-1257 x-cp1257 "},
    {"windows-1258", Scheme::SingleByte, " cp1258 windows-1258 x-cp1258 "},
    {"windows-874", Scheme::SingleByte, " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 "},
    {"x-mac-cyrillic", Scheme::SingleByte, " x-mac-cyrillic x-mac-ukrainian "},
    {"x-user-defined", Scheme::UserDefined, " x-user-defined "},
};

constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

} // namespace

const Encoding *Encoding::named(std::string_view name)
{
    const auto *found = std::ranges::find(All, name, &Encoding::name);
    return found == std::end(All) ? nullptr : found;
}

std::string_view nameForLabel(std::string_view label)
{
    constexpr std::size_t Longest = 40;
    while (!label.empty() && isSpace(label.front()))
        label.remove_prefix(1);
    while (!label.empty() && isSpace(label.back()))
        label.remove_suffix(1);
    if (label.empty() || label.size() > Longest || std::ranges::any_of(label, isSpace))
        return {};
    std::string wanted = " ";
    std::ranges::transform(label, std::back_inserter(wanted), toLower);
    wanted += ' ';
    const auto *found = std::ranges::find_if(All, [&wanted](const Encoding &encoding) {
        return encoding.labels.find(wanted) != std::string_view::npos;
    });
    return found == std::end(All) ? std::string_view() : found->name;
}

std::optional<Mark> byteOrderMark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return Mark{"UTF-8", 3};
    if (bytes.starts_with("\xFE\xFF"))
        return Mark{"UTF-16BE", 2};
    if (bytes.starts_with("\xFF\xFE"))
        return Mark{"UTF-16LE", 2};
    return std::nullopt;
}

std::string_view unmarkedUtf16(std::string_view bytes)
{
    const std::size_t looked = std::min<std::size_t>(bytes.size(), 1000) / 2 * 2;
    std::size_t zeros[2]{};
    for (std::size_t i = 0; i < looked; ++i)
        zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    const std::size_t many = std::max<std::size_t>(looked / 4, 1);
    if (zeros[1] >= many && zeros[0] * 4 < zeros[1])
        return "UTF-16LE";
    return zeros[0] >= many && zeros[1] * 4 < zeros[0] ? "UTF-16BE" : std::string_view();
}

} // namespace linnet::encoding
