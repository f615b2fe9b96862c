// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/queryencoder.h"

#include "encoding/encoder.h"
#include "encoding/filetext.h"
#include "url/percent.h"

#include <QList>

#include <algorithm>

namespace linnet::url {

namespace {

bool isAscii(char c)
{
    return std::uint8_t(c) < 0x80;
}

void appendLegacy(std::string &to, std::string_view letters, encoding::Encoder &encoder)
{
    std::string bytes;
    for (const char32_t point : encoding::toQString(letters).toUcs4()) {
        if (encoder.append(point, bytes))
            continue;
        appendEncoded(to, bytes, EncodeSet::Query);
        bytes.clear();
        to += "%26%23" + std::to_string(std::uint32_t(point)) + "%3B";
    }
    encoder.finish(bytes);
    appendEncoded(to, bytes, EncodeSet::Query);
}

} // namespace

void appendQuery(std::string &to, std::string_view query, std::string_view encoding)
{
    if (encoding.empty() || encoding == "UTF-8" || std::all_of(query.begin(), query.end(), isAscii)) {
        appendEncoded(to, query, EncodeSet::Query);
        return;
    }
    encoding::Encoder encoder(encoding);
    for (auto at = query.begin(); at != query.end();) {
        const auto letter = std::find_if_not(at, query.end(), isAscii);
        appendEncoded(to, {at, letter}, EncodeSet::Query);
        at = std::find_if(letter, query.end(), isAscii);
        appendLegacy(to, {letter, at}, encoder);
    }
}

} // namespace linnet::url
