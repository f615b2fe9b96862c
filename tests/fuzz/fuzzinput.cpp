// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzinput.h"

#include <QtGlobal>

namespace linnet::fuzz {

namespace {

constexpr qsizetype RepeatedSize = 128 * 1024;

/// FNV-1a.
std::uint64_t sumOf(const QByteArray &bytes)
{
    std::uint64_t sum = 0xCBF29CE484222325U;
    for (const char byte : bytes)
        sum = (sum ^ std::uint8_t(byte)) * 0x100000001B3U;
    return sum;
}

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33;
    value *= 0xFF51AFD7ED558CCDU;
    return value ^ (value >> 33);
}

} // namespace

FuzzInput::FuzzInput(const std::uint8_t *data, std::size_t size)
    : m_bytes(reinterpret_cast<const char *>(data), qsizetype(size))
    , m_choices(mixed(sumOf(m_bytes)))
    , m_isRepeated(size > 0 && choice(64) == 0)
{
    if (m_isRepeated)
        m_bytes = m_bytes.repeated(std::max<qsizetype>(1, RepeatedSize / m_bytes.size()));
}

unsigned FuzzInput::choice(unsigned count)
{
    const auto chosen = unsigned(m_choices % count);
    m_choices = mixed(m_choices + 0x9E3779B97F4A7C15U);
    return chosen;
}

void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("does not hold: %s", what);
}

} // namespace linnet::fuzz
