// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/queryencoder.h"

#include "html/encoding.h"
#include "url/percent.h"

#include <QList>
#include <QStringEncoder>

#include <algorithm>

namespace linnet::url {

namespace {

bool isAscii(char c)
{
    return std::uint8_t(c) < 0x80;
}

void appendLegacy(std::string &to, std::string_view letters, const char *codec)
{
    const QString text = QString::fromUtf8(letters.data(), qsizetype(letters.size()));
    QStringEncoder encoder(codec);
    for (const char32_t point : text.toUcs4()) {
        const QByteArray bytes = encoder.encode(QString::fromUcs4(&point, 1));
        if (encoder.hasError() || bytes.isEmpty()) {
            encoder = QStringEncoder(codec); // its error stays otherwise
            to += "%26%23" + std::to_string(std::uint32_t(point)) + "%3B";
            continue;
        }
        appendEncoded(to, {bytes.constData(), std::size_t(bytes.size())}, EncodeSet::Query);
    }
}

} // namespace

void appendQuery(std::string &to, std::string_view query, std::string_view encoding)
{
    if (encoding.empty() || std::all_of(query.begin(), query.end(), isAscii)) {
        appendEncoded(to, query, EncodeSet::Query);
        return;
    }
    const char *codec = html::codecName(encoding);
    if (!QStringEncoder(codec).isValid()) {
        appendEncoded(to, query, EncodeSet::Query);
        return;
    }
    for (auto at = query.begin(); at != query.end();) {
        const auto letter = std::find_if_not(at, query.end(), isAscii);
        appendEncoded(to, {at, letter}, EncodeSet::Query);
        at = std::find_if(letter, query.end(), isAscii);
        appendLegacy(to, {letter, at}, codec);
    }
}

} // namespace linnet::url
