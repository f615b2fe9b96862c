// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkresult.h"

#include "table/checkschema.h"

#include <cmath>
#include <utility>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using table::CheckColumn;
using table::Value;

namespace {

/// Seconds to the microsecond: more digits would only be noise.
Value seconds(qint64 ns)
{
    return double(std::llround(double(ns) / 1e3)) / 1e6;
}

Value lengthOf(const net::Response &response, net::Method method)
{
    const QByteArray announced = response.header("Content-Length");
    if (method == net::Method::Head)
        return announced.isEmpty() ? Value() : Value(announced.toLongLong());
    return response.length;
}

QString stateOf(const CheckResult &result)
{
    if (result.response.status == 0)
        return u"no_answer"_s;
    if (result.error.reason == Reason::None)
        return u"ok"_s;
    return result.error.reason == Reason::HttpStatus ? u"http_error"_s : u"incomplete"_s;
}

Value text(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace

void CheckResult::judge()
{
    if (response.fault.reason != Reason::None)
        error = response.fault;
    else if (response.status >= 400)
        error = {Reason::HttpStatus, response.status, {}};
    else
        error = {};
}

table::Cells CheckResult::toRow() const
{
    table::Cells cells(size_t(std::to_underlying(CheckColumn::Count)));
    const auto set = [&](CheckColumn column, Value value) {
        cells[size_t(std::to_underlying(column))] = std::move(value);
    };
    set(CheckColumn::Url, url);
    set(CheckColumn::Reason, text(reasonCode(error.reason)));
    set(CheckColumn::FinalUrl, trail.visited.last().text());
    set(CheckColumn::Hops, qint64(trail.redirects.size()));
    set(CheckColumn::Retries, qint64(trail.retries));
    set(CheckColumn::State, stateOf(*this));
    set(CheckColumn::Method, method == net::Method::Head ? u"HEAD"_s : u"GET"_s);
    set(CheckColumn::FetchedAt, utc.toString(Qt::ISODate));
    set(CheckColumn::Line, line > 0 ? Value(qint64(line)) : Value());
    set(CheckColumn::Redirects, text(trail.redirects.join(u'\n')));
    set(CheckColumn::Phase, text(phase.code()));
    set(CheckColumn::Round, phase.round > 0 ? Value(qint64(phase.round)) : Value());
    set(CheckColumn::Change, text(change));
    set(CheckColumn::CertificateProblem, text(response.certificate.problem));
    if (response.certificate.validUntil.isValid())
        set(CheckColumn::CertificateExpires, response.certificate.validUntil.toUTC().toString(Qt::ISODate));
    if (response.status == 0)
        return cells;
    set(CheckColumn::Status, qint64(response.status));
    set(CheckColumn::Seconds, seconds(totalNs()));
    set(CheckColumn::Length, lengthOf(response, method));
    set(CheckColumn::Preview,
        method == net::Method::Head ? Value() : Value(page.preview.isNull() ? u""_s : page.preview));
    set(CheckColumn::HeadersSeconds, seconds(response.untilHeaders.count()));
    const QByteArray type = response.header("Content-Type");
    set(CheckColumn::Type, text(QString::fromLatin1(type.split(';').constFirst().trimmed())));
    set(CheckColumn::Title, text(page.title));
    set(CheckColumn::Encoding, text(page.encoding));
    return cells;
}

} // namespace linnet::checks
