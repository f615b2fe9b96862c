// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/texthash.h"

#include <bit>
#include <cstddef>

namespace linnet {

namespace {

constexpr std::uint64_t First = 0x87c37b91114253d5U;
constexpr std::uint64_t Second = 0x4cf5ad432745937fU;

// Little-endian everywhere; compilers make one load of it.
std::uint64_t load(const char *bytes)
{
    std::uint64_t word = 0;
    for (unsigned i = 0; i < 8; ++i)
        word |= std::uint64_t(std::uint8_t(bytes[i])) << (8 * i);
    return word;
}

std::uint64_t loadSome(std::string_view bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        word |= std::uint64_t(std::uint8_t(bytes[i])) << (8 * i);
    return word;
}

std::uint64_t scrambled(std::uint64_t word, std::uint64_t before, int turn, std::uint64_t after)
{
    return std::rotl(word * before, turn) * after;
}

std::uint64_t finished(std::uint64_t h)
{
    h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdU;
    h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53U;
    return h ^ (h >> 33);
}

} // namespace

std::array<std::uint64_t, 2> textHash(std::string_view text)
{
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    std::string_view rest = text;
    for (; rest.size() >= 16; rest.remove_prefix(16)) {
        a ^= scrambled(load(rest.data()), First, 31, Second);
        a = (std::rotl(a, 27) + b) * 5 + 0x52dce729;
        b ^= scrambled(load(rest.data() + 8), Second, 33, First);
        b = (std::rotl(b, 31) + a) * 5 + 0x38495ab5;
    }
    if (rest.size() > 8)
        b ^= scrambled(loadSome(rest.substr(8)), Second, 33, First);
    a ^= scrambled(loadSome(rest.substr(0, 8)), First, 31, Second);
    a ^= text.size();
    b ^= text.size();
    a += b;
    b += a;
    a = finished(a);
    b = finished(b);
    a += b;
    b += a;
    return {a, b};
}

} // namespace linnet
