// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/indexes.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace linnet::encoding {

namespace {

struct SingleByte
{
    std::string_view name;
    char16_t points[128];
};
constexpr SingleByte SingleBytes[] = {
#include "encoding/singlebytes.inc"
};

constexpr char32_t Big5First[] =
#include "encoding/big5first.inc"
    ;
constexpr char32_t Big5Second[] =
#include "encoding/big5second.inc"
    ;
constexpr char16_t EucKr[] =
#include "encoding/euckr.inc"
    ;
constexpr char16_t Gb18030[] =
#include "encoding/gb18030.inc"
    ;
constexpr char16_t Jis0208[] =
#include "encoding/jis0208.inc"
    ;
constexpr char16_t Jis0212[] =
#include "encoding/jis0212.inc"
    ;

struct Range
{
    std::uint32_t pointer;
    char32_t point;
};
constexpr Range Ranges[] = {
#include "encoding/gb18030ranges.inc"
};

constexpr std::uint32_t Big5Half = std::size(Big5First) - 1;
constexpr std::uint32_t Sizes[] = {Big5Half + std::uint32_t(std::size(Big5Second)) - 1,
                                   std::uint32_t(std::size(EucKr)) - 1, std::uint32_t(std::size(Gb18030)) - 1,
                                   std::uint32_t(std::size(Jis0208)) - 1,
                                   std::uint32_t(std::size(Jis0212)) - 1};
static_assert(Sizes[Index::Big5] == 126 * 157 && Sizes[Index::EucKr] == 126 * 190 &&
              Sizes[Index::Gb18030] == 126 * 190 && Sizes[Index::Jis0208] == 11280 &&
              Sizes[Index::Jis0212] == 94 * 94);

// Two places that GB18030-2005 swapped are not as the ranges say.
constexpr std::uint32_t SwappedPointer = 7457;
constexpr char32_t SwappedPoint = 0xE7C7;

/// Of each code point the pointer that is written.
class Pointers
{
public:
    using IsLeftOut = std::function<bool(std::uint32_t pointer, char32_t point)>;

    Pointers(Index::Name name, const IsLeftOut &isLeftOut)
    {
        for (std::uint32_t pointer = 0; pointer < Sizes[name]; ++pointer) {
            const char32_t point = Index::at(name, pointer);
            if (point != 0 && !isLeftOut(pointer, point))
                m_all.push_back({pointer, point});
        }
        std::ranges::stable_sort(m_all, {}, &Range::point);
    }

    std::uint32_t of(char32_t point) const
    {
        const auto found = std::ranges::lower_bound(m_all, point, {}, &Range::point);
        return found == m_all.end() || found->point != point ? Index::None : found->pointer;
    }

private:
    std::vector<Range> m_all;
};

/// Hong Kong's supplement is not written, and of some double ones the last is.
bool isNotWrittenInBig5(std::uint32_t pointer, char32_t point)
{
    constexpr char32_t LastIsWritten[] = {0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345};
    if (pointer < (0xA1 - 0x81) * 157)
        return true;
    if (std::ranges::find(LastIsWritten, point) == std::end(LastIsWritten))
        return false;
    for (std::uint32_t later = pointer + 1; later < Sizes[Index::Big5]; ++later) {
        if (Index::at(Index::Big5, later) == point)
            return true;
    }
    return false;
}

bool isNeverLeftOut(std::uint32_t, char32_t)
{
    return false;
}

} // namespace

const char16_t *singleByteIndex(std::string_view name)
{
    const auto *found =
        std::ranges::find(SingleBytes, name == "ISO-8859-8-I" ? "ISO-8859-8" : name, &SingleByte::name);
    return found == std::end(SingleBytes) ? nullptr : found->points;
}

char32_t Index::at(Name name, std::uint32_t pointer)
{
    if (pointer >= Sizes[name])
        return 0;
    char32_t point = U' ';
    switch (name) {
    case Big5:
        point = pointer < Big5Half ? Big5First[pointer] : Big5Second[pointer - Big5Half];
        break;
    case EucKr:
        point = encoding::EucKr[pointer];
        break;
    case Gb18030:
        point = encoding::Gb18030[pointer];
        break;
    case Jis0208:
        point = encoding::Jis0208[pointer];
        break;
    case Jis0212:
        point = encoding::Jis0212[pointer];
        break;
    }
    return point == U' ' ? 0 : point;
}

std::uint32_t Index::pointerOf(Name name, char32_t point)
{
    static const Pointers big5(Big5, isNotWrittenInBig5);
    static const Pointers eucKr(EucKr, isNeverLeftOut);
    static const Pointers gb18030(Gb18030, isNeverLeftOut);
    static const Pointers jis0208(Jis0208, isNeverLeftOut);
    switch (name) {
    case Big5:
        return big5.of(point);
    case EucKr:
        return eucKr.of(point);
    case Gb18030:
        return gb18030.of(point);
    case Jis0208:
        return jis0208.of(point);
    case Jis0212: // is never written
        break;
    }
    return None;
}

std::uint32_t Index::shiftJisPointerOf(char32_t point)
{
    // IBM's places are written, not those of NEC that say the same.
    static const Pointers pointers(
        Jis0208, [](std::uint32_t pointer, char32_t) { return pointer >= 8272 && pointer <= 8835; });
    return pointers.of(point);
}

char32_t gb18030Range(std::uint32_t pointer)
{
    if ((pointer > 39419 && pointer < 189000) || pointer > 1237575)
        return 0;
    if (pointer == SwappedPointer)
        return SwappedPoint;
    const auto *range = std::ranges::upper_bound(Ranges, pointer, {}, &Range::pointer) - 1;
    return range->point + (pointer - range->pointer);
}

std::uint32_t gb18030RangePointerOf(char32_t point)
{
    if (point == SwappedPoint)
        return SwappedPointer;
    if (point < Ranges[0].point)
        return Index::None;
    const auto *range = std::ranges::upper_bound(Ranges, point, {}, &Range::point) - 1;
    return range->pointer + (point - range->point);
}

char32_t wideKatakana(char32_t half)
{
    constexpr std::u16string_view Wide =
        u"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
        u"ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u309B\u309C";
    static_assert(Wide.size() == 0xFF9F - 0xFF61 + 1);
    return Wide[half - 0xFF61];
}

} // namespace linnet::encoding
