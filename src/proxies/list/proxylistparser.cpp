// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxylistparser.h"

#include "encoding/filetext.h"
#include "proxies/list/proxyjson.h"
#include "proxies/list/proxypage.h"
#include "proxies/list/proxytable.h"

#include <algorithm>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPage(QStringView text)
{
    const QStringView head = text.left(4096);
    for (const QLatin1StringView mark :
         {"<!doctype"_L1, "<html"_L1, "<table"_L1, "<body"_L1, "<textarea"_L1}) {
        if (head.contains(mark, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// The separator of a file whose first line names its columns; none when it does not.
std::optional<QChar> columnSeparator(QStringView text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView first = (end < 0 ? text : text.first(end)).trimmed();
    for (const QChar separator : {QChar(u','), QChar(u';'), QChar(u'\t')}) {
        QStringList names;
        for (const QStringView name : first.split(separator))
            names.append(name.toString());
        if (names.size() > 1 && ProxyTable::Columns::find(names))
            return separator;
    }
    return std::nullopt;
}

ProxyList readSeparated(QStringView text, QChar separator, ProxyScheme fallback)
{
    ProxyTable table(fallback);
    for (const QStringView line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        QStringList cells;
        for (QStringView cell : line.split(separator)) {
            cell = cell.trimmed();
            if (cell.size() > 1 && cell.startsWith(u'"') && cell.endsWith(u'"'))
                cell = cell.sliced(1, cell.size() - 2);
            cells.append(cell.toString());
        }
        table.addRow(cells);
    }
    return table.take();
}

ProxyList readLines(QStringView text, ProxyScheme fallback)
{
    ProxyList list;
    int place = 0;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        const QStringView line = text.sliced(begin, end - begin);
        const bool pair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        begin = end + (pair ? 2 : 1);
        ++place;
        if (line.trimmed().isEmpty())
            continue;
        ++list.places;
        if (line.contains(QChar::ReplacementCharacter) || line.contains(QChar::Null)) {
            list.addReading({{}, LineFault::NotText, {}, {}}, place, {});
            continue;
        }
        const LineReading reading = readProxyLine(line, fallback);
        if (reading.header)
            fallback = *reading.header;
        list.addReading(reading, place, line);
    }
    return list;
}

} // namespace

ProxyList ProxyListParser::parse(const QByteArray &bytes, ProxyScheme fallback)
{
    return parse(encoding::fileText(bytes, encoding::OtherBytes::Fault), fallback);
}

ProxyList ProxyListParser::parse(const QString &text, ProxyScheme fallback)
{
    QStringView all = text;
    while (all.startsWith(QChar::ByteOrderMark))
        all = all.sliced(1);
    const QStringView trimmed = all.trimmed();
    if (isPage(trimmed))
        return readProxyPage(all, fallback);
    // "[::1]:8080" begins like JSON.
    const bool json = trimmed.startsWith(u'{') || (trimmed.startsWith(u'[') && looksLikeJson(trimmed));
    if (json)
        return readProxyJson(trimmed, fallback);
    if (const auto separator = columnSeparator(trimmed))
        return readSeparated(trimmed, *separator, fallback);
    return readLines(all, fallback);
}

std::optional<ProxyScheme> ProxyListParser::schemeOfName(const QString &fileNameOrUrl)
{
    const QString name = fileNameOrUrl.section(u'?', 0, 0).section(u'/', -1).section(u'\\', -1).toLower();
    for (const ProxyScheme scheme : {ProxyScheme::Socks5, ProxyScheme::Socks4}) {
        if (name.contains(schemeName(scheme)))
            return scheme;
    }
    if (fileNameOrUrl.contains(u'?')) {
        const QString query = fileNameOrUrl.section(u'?', 1).toLower();
        for (const ProxyScheme scheme : {ProxyScheme::Socks5, ProxyScheme::Socks4, ProxyScheme::Http}) {
            if (query.contains("protocol="_L1 + schemeName(scheme)) ||
                query.contains("type="_L1 + schemeName(scheme)))
                return scheme;
        }
    }
    return name.startsWith("http"_L1) ? std::optional(ProxyScheme::Http) : std::nullopt;
}

} // namespace linnet::proxies
