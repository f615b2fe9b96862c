// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace linnet::checks {

/// The text of a body in UTF-8, also when its labels are wrong: a label that makes letters of bytes which
/// stand for nothing in it is passed over, and well-formed UTF-8 beyond ASCII is UTF-8 whatever a one-byte
/// label says.
class PageDecoder
{
public:
    /// body, which outlives the decoder, may end in the middle of a letter.
    PageDecoder(const QByteArray &body, const QByteArray &contentType);

    std::string_view text() const { return m_text; }
    QString encoding() const { return QString::fromLatin1(m_encoding.data(), qsizetype(m_encoding.size())); }
    bool isWide() const; ///< UTF-16: its zero bytes do not make it binary

private:
    bool decode(std::string_view name, std::size_t markLength);

    std::string_view m_bytes;
    std::string_view m_encoding;
    std::string_view m_text;
    std::string m_buffer;
};

} // namespace linnet::checks
