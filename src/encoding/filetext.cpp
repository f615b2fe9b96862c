// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/filetext.h"

#include "encoding/decoder.h"
#include "encoding/guess.h"
#include "encoding/utf8.h"

namespace linnet::encoding {

namespace {

QString decoded(std::string_view bytes, std::string_view encoding)
{
    std::string buffer;
    return toQString(decodeToUtf8(bytes, encoding, buffer).text);
}

template <typename Take> void eachLine(std::string_view bytes, Take take)
{
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t newline = bytes.find('\n', from);
        const std::size_t end = newline == std::string_view::npos ? bytes.size() : newline + 1;
        take(bytes.substr(from, end - from));
        from = end;
    }
}

/// By the lines that are no UTF-8.
std::string_view guessed(std::string_view bytes)
{
    constexpr std::size_t Enough = 64 * 1024;
    std::string others;
    eachLine(bytes, [&others](std::string_view line) {
        if (others.size() < Enough && !isValidUtf8(line))
            others += line.substr(0, Enough);
    });
    const std::string_view guess = guessEncoding(others);
    return guess.empty() ? std::string_view("windows-1251") : guess;
}

} // namespace

// QString::fromUtf8() would swallow a mark that is part of the text.
QString toQString(std::string_view utf8)
{
    constexpr std::string_view Mark = "\xEF\xBB\xBF";
    const auto plain = [](std::string_view text) {
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    };
    return utf8.starts_with(Mark) ? QChar(QChar::ByteOrderMark) + plain(utf8.substr(Mark.size()))
                                  : plain(utf8);
}

QString fileText(const QByteArray &file, OtherBytes other)
{
    std::string_view bytes(file.constData(), std::size_t(file.size()));
    if (const auto mark = byteOrderMark(bytes))
        return decoded(bytes.substr(mark->length), mark->name);
    if (const std::string_view wide = unmarkedUtf16(bytes); !wide.empty())
        return decoded(bytes, wide);
    if (other == OtherBytes::Fault || isValidUtf8(bytes))
        return decoded(bytes, "UTF-8");
    const std::string_view guess = guessed(bytes);
    std::string text;
    std::string buffer;
    eachLine(bytes, [&](std::string_view line) {
        text += decodeToUtf8(line, isValidUtf8(line) ? std::string_view("UTF-8") : guess, buffer).text;
    });
    return toQString(text);
}

} // namespace linnet::encoding
