// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define LINNET_SSE2
#endif

namespace linnet::html {

/// Looks for any of a few bytes, many bytes at a time: text and attribute values are found by their ends.
template <char... Wanted> class Scan
{
public:
    /// The first of the wanted bytes in [at, end), else end.
    static const char *find(const char *at, const char *end)
    {
        for (; end - at >= Step; at += Step) {
            if (const unsigned found = matches(at))
                return first(at, found);
        }
        while (at != end && !isWanted(*at))
            ++at;
        return at;
    }

    static constexpr bool isWanted(char c) { return ((c == Wanted) || ...); }

private:
#ifdef LINNET_SSE2
    static constexpr std::ptrdiff_t Step = 16;

    /// One bit for each byte that is wanted.
    static unsigned matches(const char *at)
    {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(Wanted)))), ...);
        return unsigned(_mm_movemask_epi8(found));
    }
    static const char *first(const char *at, unsigned found)
    {
        return at + std::countr_zero(found);
    }
#else
    static constexpr std::ptrdiff_t Step = 8;

    /// Not 0 when one of eight bytes is wanted: the bytes that become zero are found in one subtraction.
    static unsigned matches(const char *at)
    {
        constexpr std::uint64_t Ones = 0x0101010101010101U;
        constexpr std::uint64_t HighBits = 0x8080808080808080U;
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        const auto zeros = [](std::uint64_t x) { return (x - Ones) & ~x & HighBits; };
        const std::uint64_t found = (zeros(word ^ (Ones * std::uint8_t(Wanted))) | ...);
        return found != 0 ? 1 : 0;
    }
    static const char *first(const char *at, unsigned)
    {
        while (!isWanted(*at))
            ++at;
        return at;
    }
#endif
};

} // namespace linnet::html
