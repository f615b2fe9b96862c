// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/harwriter.h"

#include "exports/table/rowpump.h"
#include "table/requestschema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <utility>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;
using table::RequestColumn;

namespace {

/// One row of the table of requests, by the names of its columns.
class Row
{
public:
    explicit Row(table::Cells cells)
        : m_cells(std::move(cells))
    {
    }
    const table::Value &cell(RequestColumn column) const
    {
        return m_cells[size_t(std::to_underlying(column))];
    }
    QString text(RequestColumn column) const { return table::toText(cell(column)); }
    qint64 whole(RequestColumn column) const
    {
        const auto *number = std::get_if<qint64>(&cell(column));
        return number ? *number : 0;
    }
    /// Milliseconds, to the microsecond; none when it did not happen.
    std::optional<double> ms(RequestColumn column) const
    {
        const auto *seconds = std::get_if<double>(&cell(column));
        return seconds ? std::optional(std::round(*seconds * 1e6) / 1e3) : std::nullopt;
    }

private:
    table::Cells m_cells;
};

QJsonValue orNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonArray queryOf(const QString &url)
{
    QJsonArray list;
    for (const auto &[name, value] : QUrlQuery(QUrl(url)).queryItems(QUrl::FullyDecoded))
        list.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    return list;
}

/// The phases, and their sum: the time of the entry.
QJsonObject timingsOf(const Row &row, double &time)
{
    const double waited = row.ms(RequestColumn::Waited).value_or(0);
    const double seconds = row.ms(RequestColumn::Seconds).value_or(0);
    const auto connect = row.ms(RequestColumn::Connect);
    const auto answer = row.ms(RequestColumn::Answer);
    const double receive = row.ms(RequestColumn::Body).value_or(0);
    time = waited + seconds;
    const double rest = std::max(0.0, seconds - connect.value_or(0) - answer.value_or(0) - receive);
    // Without an answer the rest was spent in waiting for one.
    const double wait = answer ? *answer : rest;
    return {{u"blocked"_s, answer ? waited + rest : waited},
            {u"dns"_s, -1},
            {u"connect"_s, connect ? QJsonValue(*connect) : QJsonValue(-1)},
            {u"ssl"_s, -1},
            {u"send"_s, 0},
            {u"wait"_s, wait},
            {u"receive"_s, receive}};
}

QJsonObject requestOf(const Row &row)
{
    return {{u"method"_s, row.text(RequestColumn::Method)},
            {u"url"_s, row.text(RequestColumn::Url)},
            {u"httpVersion"_s, u"HTTP/1.1"_s},
            {u"cookies"_s, QJsonArray()},
            {u"headers"_s, QJsonArray()},
            {u"queryString"_s, queryOf(row.text(RequestColumn::Url))},
            {u"headersSize"_s, -1},
            {u"bodySize"_s, 0}};
}

QJsonObject responseOf(const Row &row)
{
    const qint64 bytes = row.whole(RequestColumn::Bytes);
    return {{u"status"_s, row.whole(RequestColumn::Status)},
            {u"statusText"_s, QString(u""_s)},
            {u"httpVersion"_s, u"HTTP/1.1"_s},
            {u"cookies"_s, QJsonArray()},
            {u"headers"_s, QJsonArray()},
            {u"content"_s, QJsonObject{{u"size"_s, bytes}, {u"mimeType"_s, QString(u""_s)}}},
            {u"redirectURL"_s, QString(u""_s)},
            {u"headersSize"_s, -1},
            {u"bodySize"_s, bytes}};
}

QJsonObject entryOf(const Row &row)
{
    const auto waited = row.ms(RequestColumn::Waited);
    const qint64 begunMs = row.whole(RequestColumn::StartedMs) - qint64(std::llround(waited.value_or(0)));
    double time = 0;
    const QJsonObject timings = timingsOf(row, time);
    return {{u"startedDateTime"_s,
             QDateTime::fromMSecsSinceEpoch(begunMs, QTimeZone::utc()).toString(Qt::ISODateWithMs)},
            {u"time"_s, time},
            {u"request"_s, requestOf(row)},
            {u"response"_s, responseOf(row)},
            {u"cache"_s, QJsonObject()},
            {u"timings"_s, timings},
            {u"_started"_s, row.text(RequestColumn::Started)},
            {u"_waited"_s, orNull(waited)},
            {u"_limited"_s, orNull(row.ms(RequestColumn::Limited))},
            {u"_paused"_s, orNull(row.ms(RequestColumn::Paused))},
            {u"_elapsed"_s, orNull(row.ms(RequestColumn::Seconds))},
            {u"_attempt"_s, row.whole(RequestColumn::Attempt)},
            {u"_reason"_s, row.text(RequestColumn::Reason)},
            {u"_detail"_s, row.text(RequestColumn::Detail)},
            {u"_proxy"_s, row.text(RequestColumn::Proxy)}};
}

std::unique_ptr<RowSink> makeHarSink(const ExportSpec &, QIODevice &device)
{
    return std::make_unique<HarWriter>(device);
}

} // namespace

constinit const ExportFormat formats::Har{
    .id = "har"_L1,
    .ending = "har"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "HAR"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "HTTP archive, which the developer tools of browsers open"),
    .table = &table::requestSchema,
    .madeOf = "an archive is made of the table of requests",
    .columns = ExportFormat::Columns::All,
    .write = &writeRows<&makeHarSink>,
};

HarWriter::HarWriter(QIODevice &device)
    : m_out(device)
{
}

Result<void> HarWriter::begin(const QList<const table::Column *> &columns)
{
    if (columns.size() != qsizetype(std::to_underlying(RequestColumn::Count)) ||
        columns.front() != &table::requestSchema().columns.front())
        return fail(Reason::BadValue, u"har: all columns of the table requests"_s);
    m_out.put("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Linnet\",\"version\":\"" LINNET_VERSION
              "\"},\"entries\":[");
    return m_out.flushIfLarge();
}

Result<void> HarWriter::row(table::CellViews cells)
{
    m_out.put(m_first ? "\n" : ",\n");
    m_first = false;
    m_out.put(QJsonDocument(entryOf(Row(table::toCells(cells)))).toJson(QJsonDocument::Compact));
    return m_out.flushIfLarge();
}

Result<void> HarWriter::end()
{
    m_out.put("\n]}}\n");
    return m_out.finish();
}

} // namespace linnet::exports
