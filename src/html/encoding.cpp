// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/encoding.h"

#include "html/encodingguess.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>

namespace linnet::html {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";

struct Mark
{
    std::string_view bytes;
    std::string_view name;
};
constexpr Mark Marks[] = {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFE\xFF", "UTF-16BE"}, {"\xFF\xFE", "UTF-16LE"}};

// The upper half of ISO-8859-16 from 0xA0 on; no codec of ICU has it.
constexpr char16_t Iso8859_16[] =
    u"\u00A0\u0104\u0105\u0141\u20AC\u201E\u0160\u00A7\u0161\u00A9\u0218\u00AB\u0179\u00AD\u017A\u017B"
    u"\u00B0\u00B1\u010C\u0142\u017D\u201D\u00B6\u00B7\u017E\u010D\u0219\u00BB\u0152\u0153\u0178\u017C"
    u"\u00C0\u00C1\u00C2\u0102\u00C4\u0106\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE\u00CF"
    u"\u0110\u0143\u00D2\u00D3\u00D4\u0150\u00D6\u015A\u0170\u00D9\u00DA\u00DB\u00DC\u0118\u021A\u00DF"
    u"\u00E0\u00E1\u00E2\u0103\u00E4\u0107\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF"
    u"\u0111\u0144\u00F2\u00F3\u00F4\u0151\u00F6\u015B\u0171\u00F9\u00FA\u00FB\u00FC\u0119\u021B\u00FF";

constexpr bool isTail(std::uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Length of the well-formed sequence at the start (Unicode 15, table 3-7), 0 when it is none.
std::size_t sequenceLength(const std::uint8_t *at, std::size_t left)
{
    const std::uint8_t first = at[0];
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    const std::size_t length = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
    if (left < length)
        return 0;
    const std::uint8_t low = first == 0xE0 ? 0xA0 : (first == 0xF0 ? 0x90 : 0x80);
    const std::uint8_t high = first == 0xED ? 0x9F : (first == 0xF4 ? 0x8F : 0xBF);
    if (at[1] < low || at[1] > high)
        return 0;
    return std::all_of(at + 2, at + length, isTail) ? length : 0;
}

/// Position of the first byte that is not part of well-formed UTF-8.
std::size_t validLength(std::string_view bytes)
{
    const auto *begin = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const std::size_t size = bytes.size();
    constexpr std::uint64_t HighBits = 0x8080808080808080U;
    for (std::size_t i = 0; i < size;) {
        std::uint64_t word = 0;
        if (i + sizeof word <= size) {
            std::memcpy(&word, begin + i, sizeof word);
            if ((word & HighBits) == 0) {
                i += sizeof word;
                continue;
            }
        }
        // At least one letter; eight bytes at once only pay where ASCII is long.
        do {
            const std::size_t length = sequenceLength(begin + i, size - i);
            if (length == 0)
                return i;
            i += length;
        } while (i < size && begin[i] >= 0x80);
    }
    return size;
}

template <typename Point> void decodeSingle(std::string_view bytes, Point point, std::string &to)
{
    QString text;
    text.reserve(qsizetype(bytes.size()));
    std::transform(bytes.begin(), bytes.end(), std::back_inserter(text),
                   [&point](char byte) { return QChar(char16_t(point(std::uint8_t(byte)))); });
    to = text.toStdString();
}

bool decodeWithoutCodec(std::string_view bytes, std::string_view encoding, std::string &to)
{
    if (encoding == "ISO-8859-16")
        decodeSingle(
            bytes, [](std::uint8_t b) { return b < 0xA0 ? b : Iso8859_16[b - 0xA0]; }, to);
    else if (encoding == "x-user-defined")
        decodeSingle(
            bytes, [](std::uint8_t b) { return b < 0x80 ? b : 0xF780 + b - 0x80; }, to);
    else // "replacement": such a text could hide markup from checks, so browsers show none of it
        to = bytes.empty() ? std::string_view() : Replacement;
    return encoding == "replacement" && !bytes.empty();
}

} // namespace

std::string_view sourceCode(EncodingSource source)
{
    switch (source) {
    case EncodingSource::ByteOrderMark:
        return "bom";
    case EncodingSource::Http:
        return "http";
    case EncodingSource::Meta:
        return "meta";
    case EncodingSource::Bytes:
        return "bytes";
    case EncodingSource::Guess:
        return "guess";
    case EncodingSource::Default:
        break;
    }
    return "default";
}

bool isValidUtf8(std::string_view bytes)
{
    return validLength(bytes) == bytes.size();
}

DetectedEncoding detectEncoding(std::string_view body, std::string_view httpCharset)
{
    for (const Mark &mark : Marks) {
        if (body.starts_with(mark.bytes))
            return {mark.name, EncodingSource::ByteOrderMark, mark.bytes.size()};
    }
    if (const std::string_view name = encodingForLabel(httpCharset); !name.empty())
        return {name, EncodingSource::Http};
    if (const std::string_view name = prescanMeta(body); !name.empty())
        return {name, EncodingSource::Meta};
    if (isValidUtf8(body))
        return {"UTF-8", EncodingSource::Bytes};
    if (const std::string_view name = guessEncoding(body); !name.empty())
        return {name, EncodingSource::Guess};
    return {"windows-1252", EncodingSource::Default};
}

DecodedText decodeToUtf8(std::string_view bytes, std::string_view encoding, std::string &buffer)
{
    const bool utf8 = encoding == "UTF-8";
    const std::size_t valid = encoding.starts_with("UTF-16") ? 0 : validLength(bytes);
    const bool stateful = encoding == "ISO-2022-JP" || encoding == "replacement";
    // Every other encoding of the standard holds ASCII as it is.
    const auto isAscii = [](char c) { return std::uint8_t(c) < 0x80; };
    if (valid == bytes.size() && !stateful && (utf8 || std::all_of(bytes.begin(), bytes.end(), isAscii)))
        return {bytes};
    const char *codec = codecName(encoding);
    if (*codec == '\0') {
        const bool faulty = decodeWithoutCodec(bytes, encoding, buffer);
        return {buffer, faulty};
    }
    // Stateless: what is cut at the end becomes U+FFFD too.
    QStringDecoder decoder(codec, QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return decodeToUtf8(bytes, "UTF-8", buffer);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    buffer = text.toStdString();
    return {buffer, decoder.hasError() || text.contains(QChar::ReplacementCharacter)};
}

} // namespace linnet::html
