// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/pagedecoder.h"

#include "encoding/decoder.h"
#include "encoding/guess.h"
#include "encoding/utf8.h"
#include "html/encoding.h"

#include <algorithm>

namespace linnet::checks {

namespace {

/// The charset of a Content-Type header (RFC 9110 §8.3.1), "" when it has none.
std::string charsetOf(const QByteArray &contentType)
{
    const QByteArray lower = contentType.toLower();
    const qsizetype at = lower.indexOf("charset=");
    if (at < 0)
        return {};
    QByteArray value = contentType.mid(at + 8);
    value = value.split(';').constFirst().trimmed();
    if (value.startsWith('"') && value.endsWith('"') && value.size() >= 2)
        value = value.mid(1, value.size() - 2);
    return value.toStdString();
}

/// Without a letter that was cut in two at the end.
std::string_view withoutCutLetter(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? bytes.substr(0, bytes.size() - back) : bytes;
    }
    return bytes;
}

bool hasHighBytes(std::string_view bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

bool isWideName(std::string_view name)
{
    return name.starts_with("UTF-16");
}

/// UTF-16 without a mark and without a label: markup is mostly ASCII, so half of every other byte is zero.
std::string_view unmarkedWide(std::string_view bytes)
{
    const std::string_view begin = bytes.substr(0, std::min<std::size_t>(bytes.size(), 64) & ~std::size_t(1));
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i + 1 < begin.size(); i += 2) {
        even += begin[i] == 0 ? 1 : 0;
        odd += begin[i + 1] == 0 ? 1 : 0;
    }
    const std::size_t most = begin.size() / 2;
    if (most < 4)
        return {};
    if (odd * 2 >= most && even == 0)
        return "UTF-16LE";
    return even * 2 >= most && odd == 0 ? "UTF-16BE" : std::string_view();
}

} // namespace

PageDecoder::PageDecoder(const QByteArray &body, const QByteArray &contentType)
    : m_bytes(body.constData(), std::size_t(body.size()))
{
    using html::EncodingSource;
    const std::string charset = charsetOf(contentType);
    const html::DetectedEncoding labelled = html::detectEncoding(m_bytes, charset);
    if (labelled.source == EncodingSource::ByteOrderMark) {
        decode(labelled.name, labelled.markLength);
        return;
    }
    if (const std::string_view wide = unmarkedWide(m_bytes); !wide.empty()) {
        decode(wide, 0);
        return;
    }
    const std::string_view whole = withoutCutLetter(m_bytes);
    if (hasHighBytes(whole) && encoding::isValidUtf8(whole)) {
        m_bytes = whole;
        decode("UTF-8", 0);
        return;
    }
    const bool isLabel = labelled.source == EncodingSource::Http || labelled.source == EncodingSource::Meta;
    // Servers put the western label on whatever they have; what the page itself says is closer.
    const std::string_view meta = html::prescanMeta(m_bytes);
    if (labelled.source == EncodingSource::Http && labelled.name == "windows-1252" && !meta.empty() &&
        decode(meta, 0))
        return;
    // Without a zero byte there would be no line break and no space.
    const bool wrongWide = isWideName(labelled.name) && m_bytes.find('\0') == std::string_view::npos;
    if (!wrongWide && decode(labelled.name, 0))
        return;
    if (isLabel && !meta.empty() && meta != labelled.name && !isWideName(meta) && decode(meta, 0))
        return;
    const std::string_view guess = encoding::guessEncoding(m_bytes);
    decode(guess.empty() ? std::string_view("windows-1252") : guess, 0);
}

bool PageDecoder::isWide() const
{
    return isWideName(m_encoding);
}

/// False when the bytes are none of this encoding.
bool PageDecoder::decode(std::string_view name, std::size_t markLength)
{
    const encoding::DecodedText decoded = encoding::decodeToUtf8(m_bytes.substr(markLength), name, m_buffer);
    m_encoding = name;
    m_text = decoded.text;
    return !decoded.faulty;
}

} // namespace linnet::checks
