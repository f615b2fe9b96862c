// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/ipaddress.h"

#include "html/ascii.h"

#include <array>
#include <charconv>
#include <vector>

namespace linnet::url {

using html::isDigit;

namespace {

constexpr std::uint64_t Beyond = std::uint64_t(1) << 40;

std::optional<unsigned> digitOf(char c, unsigned radix)
{
    const char lower = html::toLower(c);
    unsigned digit = 99;
    if (isDigit(c))
        digit = unsigned(c - '0');
    else if (lower >= 'a' && lower <= 'f')
        digit = unsigned(lower - 'a' + 10);
    return digit < radix ? std::optional(digit) : std::nullopt;
}

void appendNumber(std::string &to, unsigned number, int radix)
{
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, radix).ptr;
    to.append(digits.data(), std::size_t(end - digits.data()));
}

using Pieces = std::array<std::uint16_t, 8>;

/// Reads the eight pieces of an IPv6 address (URL Standard §3.5, the IPv6 parser).
class Ipv6Reader
{
public:
    explicit Ipv6Reader(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<Pieces> read()
    {
        if (peek() == ':') {
            if (!m_text.starts_with("::"))
                return std::nullopt;
            m_at = 2;
            m_compressed = ++m_count;
        }
        while (m_at < m_text.size()) {
            if (m_count == m_pieces.size() || !readPiece())
                return std::nullopt;
        }
        if (m_compressed < 0)
            return m_count == m_pieces.size() ? std::optional(m_pieces) : std::nullopt;
        return spread();
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool readPiece()
    {
        if (peek() == ':') {
            ++m_at;
            if (m_compressed >= 0)
                return false;
            m_compressed = ++m_count;
            return true;
        }
        const std::size_t begin = m_at;
        unsigned value = 0;
        for (; m_at - begin < 4 && digitOf(peek(), 16); ++m_at)
            value = value * 16 + *digitOf(peek(), 16);
        if (peek() == '.' && m_at > begin) {
            m_at = begin;
            return readIpv4();
        }
        if (peek() == ':' && m_at < m_text.size()) {
            if (++m_at == m_text.size())
                return false;
        } else if (m_at < m_text.size()) {
            return false;
        }
        m_pieces[std::size_t(m_count++)] = std::uint16_t(value);
        return true;
    }

    bool readIpv4()
    {
        if (m_count > 6)
            return false;
        for (int seen = 0; seen < 4; ++seen) {
            if (seen > 0 && (peek() != '.' || ++m_at == m_text.size()))
                return false;
            std::optional<unsigned> value;
            for (; isDigit(peek()); ++m_at) {
                if (value == 0U)
                    return false;
                value = value.value_or(0) * 10 + unsigned(peek() - '0');
                if (*value > 255)
                    return false;
            }
            if (!value)
                return false;
            const std::size_t piece = std::size_t(m_count) + std::size_t(seen / 2);
            m_pieces[piece] = std::uint16_t(m_pieces[piece] * 256 + *value);
        }
        m_count += 2;
        return m_at == m_text.size();
    }

    // The pieces after "::" move to the end.
    Pieces spread() const
    {
        Pieces result{};
        const std::size_t before = std::size_t(m_compressed);
        const std::size_t after = m_count - before;
        std::copy_n(m_pieces.begin(), before, result.begin());
        std::copy_n(m_pieces.begin() + before, after, result.end() - std::ptrdiff_t(after));
        return result;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_count = 0;
    std::ptrdiff_t m_compressed = -1;
    Pieces m_pieces{};
};

} // namespace

std::optional<std::uint64_t> parseIpv4Number(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    unsigned radix = 10;
    if (text.size() >= 2 && text[0] == '0') {
        const bool hex = html::toLower(text[1]) == 'x';
        radix = hex ? 16 : 8;
        text.remove_prefix(hex ? 2 : 1);
    }
    std::uint64_t number = 0;
    for (const char c : text) {
        const auto digit = digitOf(c, radix);
        if (!digit)
            return std::nullopt;
        number = std::min(number * radix + *digit, Beyond);
    }
    return number;
}

bool appendIpv4(std::string &to, std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    std::vector<std::uint64_t> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t dot = std::min(text.find('.', begin), text.size());
        const auto number = parseIpv4Number(text.substr(begin, dot - begin));
        if (!number || numbers.size() == 4)
            return false;
        numbers.push_back(*number);
        begin = dot + 1;
    }
    std::uint64_t address = numbers.back();
    if (address >= std::uint64_t(1) << (8 * (5 - numbers.size())))
        return false;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        if (numbers[i] > 255)
            return false;
        address += numbers[i] << (8 * (3 - i));
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
        appendNumber(to, unsigned(address >> shift) & 255, 10);
        if (shift > 0)
            to += '.';
    }
    return true;
}

bool appendIpv6(std::string &to, std::string_view text)
{
    const std::optional<Pieces> read = Ipv6Reader(text).read();
    if (!read)
        return false;
    const Pieces &pieces = *read;
    // The first longest run of two or more zeros is written "::".
    std::size_t best = 8;
    std::size_t length = 1;
    for (std::size_t i = 0; i < 8;) {
        std::size_t end = i;
        while (end < 8 && pieces[end] == 0)
            ++end;
        if (end - i > length) {
            best = i;
            length = end - i;
        }
        i = end + 1;
    }
    to += '[';
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == best) {
            to += i == 0 ? "::" : ":";
            i += length - 1;
            continue;
        }
        appendNumber(to, pieces[i], 16);
        if (i < 7)
            to += ':';
    }
    to += ']';
    return true;
}

} // namespace linnet::url
