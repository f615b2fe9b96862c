// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// The bytes of one run and what is chosen by them: choices come from a sum over the bytes, so that every
/// input is a plain page or list and files can be laid into a corpus as they are.
class FuzzInput
{
public:
    FuzzInput(const std::uint8_t *data, std::size_t size);

    /// Now and then many times one after the other: what takes more than linear time or memory shows itself.
    const QByteArray &bytes() const { return m_bytes; }
    bool isRepeated() const { return m_isRepeated; }
    /// 0 to count - 1; each call is another choice.
    unsigned choice(unsigned count);

private:
    QByteArray m_bytes;
    std::uint64_t m_choices;
    bool m_isRepeated;
};

/// Ends the program when what must hold does not; `what` says it in a few words.
void require(bool holds, const char *what);

} // namespace linnet::fuzz
