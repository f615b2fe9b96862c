// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace linnet::encoding {

/// Collects code points as UTF-8 at the end of a text, in pieces that stay in the processor's cache.
class Utf8Sink
{
public:
    explicit Utf8Sink(std::string &to)
        : m_to(to)
    {
    }
    ~Utf8Sink() { flush(); }
    Utf8Sink(const Utf8Sink &) = delete;
    Utf8Sink &operator=(const Utf8Sink &) = delete;

    /// A character in UTF-8, made beforehand.
    struct Packed
    {
        std::array<char, 4> bytes{};
        std::uint8_t length = 0;

        static constexpr Packed of(char32_t point)
        {
            const auto tail = [point](int shift) { return char(0x80 | ((point >> shift) & 0x3F)); };
            if (point < 0x80)
                return {{char(point)}, 1};
            if (point < 0x800)
                return {{char(0xC0 | (point >> 6)), tail(0)}, 2};
            if (point < 0x10000)
                return {{char(0xE0 | (point >> 12)), tail(6), tail(0)}, 3};
            return {{char(0xF0 | (point >> 18)), tail(12), tail(6), tail(0)}, 4};
        }
    };

    void put(const Packed &letter)
    {
        if (m_used > m_buffer.size() - sizeof letter.bytes)
            flush();
        std::memcpy(m_buffer.data() + m_used, letter.bytes.data(), sizeof letter.bytes);
        m_used += letter.length;
    }
    void put(char32_t point)
    {
        if (m_used > m_buffer.size() - 4)
            flush();
        char *to = m_buffer.data() + m_used;
        if (point < 0x80) {
            *to = char(point);
            ++m_used;
        } else if (point < 0x800) {
            to[0] = char(0xC0 | (point >> 6U));
            to[1] = char(0x80 | (point & 0x3FU));
            m_used += 2;
        } else if (point < 0x10000) {
            to[0] = char(0xE0 | (point >> 12U));
            to[1] = char(0x80 | ((point >> 6U) & 0x3FU));
            to[2] = char(0x80 | (point & 0x3FU));
            m_used += 3;
        } else {
            put(Packed::of(point));
        }
    }
    /// Bytes that are UTF-8 already.
    void put(std::string_view bytes)
    {
        if (bytes.size() > m_buffer.size() - m_used) {
            flush();
            if (bytes.size() > m_buffer.size() / 2) {
                m_to.append(bytes);
                return;
            }
        }
        if (bytes.empty())
            return; // perhaps without an address, which memcpy must not be given
        std::memcpy(m_buffer.data() + m_used, bytes.data(), bytes.size());
        m_used += bytes.size();
    }
    /// Bytes that stand for nothing.
    void fault()
    {
        put(U'\uFFFD');
        m_isFaulty = true;
    }
    bool isFaulty() const { return m_isFaulty; }

private:
    void flush()
    {
        m_to.append(m_buffer.data(), m_used);
        m_used = 0;
    }

    std::string &m_to;
    std::array<char, 4096> m_buffer; // NOLINT: written before it is read
    std::size_t m_used = 0;
    bool m_isFaulty = false;
};

} // namespace linnet::encoding
