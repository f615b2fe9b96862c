// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/decoder.h"

#include "encoding/indexes.h"
#include "encoding/multibyte.h"
#include "encoding/utf8.h"

#include <array>
#include <utility>

namespace linnet::encoding {

namespace {

const std::uint8_t *bytesOf(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

bool keepsAscii(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Utf16Be:
    case Scheme::Utf16Le:
    case Scheme::Iso2022Jp:
    case Scheme::Replacement:
        return false;
    default:
        return true;
    }
}

multibyte::Step stepOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Big5:
        return multibyte::big5;
    case Scheme::EucJp:
        return multibyte::eucJp;
    case Scheme::ShiftJis:
        return multibyte::shiftJis;
    case Scheme::EucKr:
        return multibyte::eucKr;
    default:
        return multibyte::gb18030;
    }
}

} // namespace

Decoder::Decoder(std::string_view encoding)
{
    if (const Encoding *known = Encoding::named(encoding)) {
        m_scheme = known->scheme;
        m_index = singleByteIndex(known->name);
    }
}

void Decoder::read(std::string_view bytes, bool isLast, std::string &to)
{
    Utf8Sink sink(to);
    std::string joined;
    if (!m_cut.empty()) {
        joined = std::exchange(m_cut, {}).append(bytes);
        bytes = joined;
    }
    const std::size_t done = decode(bytes, isLast, sink);
    m_cut = bytes.substr(done);
    m_isFaulty = m_isFaulty || sink.isFaulty();
}

/// How many of the bytes were read; the rest is the beginning of a letter.
std::size_t Decoder::decode(std::string_view bytes, bool isLast, Utf8Sink &to)
{
    switch (m_scheme) {
    case Scheme::Utf8:
        return decodeUtf8(bytes, isLast, to);
    case Scheme::Utf16Be:
    case Scheme::Utf16Le:
        return decodeUtf16(bytes, isLast, to);
    case Scheme::SingleByte:
    case Scheme::UserDefined:
        decodeSingle(bytes, to);
        return bytes.size();
    case Scheme::Iso2022Jp:
        for (const char byte : bytes)
            m_japanese.take(std::uint8_t(byte), to);
        if (isLast)
            m_japanese.finish(to);
        return bytes.size();
    case Scheme::Replacement:
        if (!bytes.empty() && !std::exchange(m_isReplaced, true))
            to.fault();
        return bytes.size();
    default:
        return decodeMultibyte(bytes, isLast, to);
    }
}

std::size_t Decoder::decodeUtf8(std::string_view bytes, bool isLast, Utf8Sink &to)
{
    std::size_t at = 0;
    while (true) {
        const std::size_t valid = validUtf8Length(bytes.substr(at));
        to.put(bytes.substr(at, valid));
        at += valid;
        if (at == bytes.size())
            return at;
        const Malformed malformed = malformedUtf8(bytes.substr(at));
        if (malformed.isCut && !isLast)
            return at;
        to.fault();
        at += malformed.length;
    }
}

std::size_t Decoder::decodeUtf16(std::string_view bytes, bool isLast, Utf8Sink &to)
{
    const std::uint8_t *data = bytesOf(bytes);
    const std::size_t high = m_scheme == Scheme::Utf16Be ? 0 : 1;
    const auto unitAt = [&](std::size_t at) { return char32_t(data[at + high] << 8 | data[at + 1 - high]); };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t unit = unitAt(at);
        if (unit < 0xD800) {
            to.put(unit);
            at += 2;
            continue;
        }
        const bool isFirst = unit <= 0xDBFF;
        if (isFirst && at + 3 >= bytes.size())
            break;
        const char32_t next = isFirst ? unitAt(at + 2) : 0;
        at += 2;
        if (next >= 0xDC00 && next <= 0xDFFF) {
            to.put(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
            at += 2;
        } else if (unit <= 0xDFFF) {
            to.fault();
        } else {
            to.put(unit);
        }
    }
    if (!isLast)
        return at;
    if (at < bytes.size())
        to.fault(); // once, whatever is left
    return bytes.size();
}

void Decoder::decodeSingle(std::string_view bytes, Utf8Sink &to) const
{
    std::array<Utf8Sink::Packed, 128> letters;
    for (std::size_t i = 0; i < letters.size(); ++i)
        letters[i] = Utf8Sink::Packed::of(m_index ? m_index[i] : char32_t(0xF780 + i)); // §14.5
    const std::uint8_t *at = bytesOf(bytes);
    const std::uint8_t *end = at + bytes.size();
    while (at < end) {
        const std::size_t ascii = asciiLength(at, end);
        to.put(std::string_view(reinterpret_cast<const char *>(at), ascii));
        at += ascii;
        for (; at < end && *at >= 0x80; ++at) {
            if (m_index && m_index[*at - 0x80] == 0)
                to.fault();
            else
                to.put(letters[*at - 0x80]);
        }
    }
}

std::size_t Decoder::decodeMultibyte(std::string_view bytes, bool isLast, Utf8Sink &to)
{
    const multibyte::Step step = stepOf(m_scheme);
    const std::uint8_t *begin = bytesOf(bytes);
    multibyte::Source source{begin, begin + bytes.size(), isLast};
    while (source.at < source.end) {
        const std::size_t ascii = asciiLength(source.at, source.end);
        to.put(std::string_view(reinterpret_cast<const char *>(source.at), ascii));
        source.at += ascii;
        while (source.at < source.end && *source.at >= 0x80) {
            if (!step(source, to))
                return std::size_t(source.at - begin);
        }
    }
    return bytes.size();
}

DecodedText decodeToUtf8(std::string_view bytes, std::string_view encoding, std::string &buffer)
{
    const Encoding *known = Encoding::named(encoding);
    const Scheme scheme = known ? known->scheme : Scheme::Utf8;
    if (scheme == Scheme::Utf8) {
        if (isValidUtf8(bytes))
            return {bytes};
    } else if (keepsAscii(scheme) &&
               asciiLength(bytesOf(bytes), bytesOf(bytes) + bytes.size()) == bytes.size()) {
        return {bytes};
    }
    buffer.clear();
    buffer.reserve(bytes.size() + bytes.size() / 4);
    Decoder decoder(encoding);
    decoder.finish(bytes, buffer);
    return {buffer, decoder.isFaulty()};
}

} // namespace linnet::encoding
