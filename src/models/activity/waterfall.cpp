// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/waterfall.h"

#include "table/codetitle.h"
#include "table/requestschema.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <utility>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::RequestColumn;

namespace {

double real(const table::Cells &row, RequestColumn column)
{
    const auto *number = std::get_if<double>(&row[size_t(std::to_underlying(column))]);
    return number ? *number : 0;
}

qint64 whole(const table::Cells &row, RequestColumn column)
{
    const auto *number = std::get_if<qint64>(&row[size_t(std::to_underlying(column))]);
    return number ? *number : 0;
}

QString text(const table::Cells &row, RequestColumn column)
{
    return table::toText(row[size_t(std::to_underlying(column))]);
}

} // namespace

QString WaterfallBar::toolTip() const
{
    QStringList lines{label};
    if (paused > 0.0005)
        lines << Waterfall::tr("Pause before this attempt: %1").arg(Waterfall::secondsText(paused));
    if (queued > 0.0005)
        lines << Waterfall::tr("Waited in Linnet's queue: %1").arg(Waterfall::secondsText(queued));
    if (held > 0.0005)
        lines << Waterfall::tr("Held by the pace for %1 of that").arg(Waterfall::secondsText(held));
    if (connect > 0.0005)
        lines << Waterfall::tr("Connecting: %1").arg(Waterfall::secondsText(connect));
    lines << Waterfall::tr("To the first byte: %1").arg(Waterfall::secondsText(answer));
    lines << Waterfall::tr("Receiving: %1").arg(Waterfall::secondsText(body));
    if (!state.isEmpty())
        lines << Waterfall::tr("Now: %1").arg(state);
    if (attempt > 1)
        lines << Waterfall::tr("Attempt %1").arg(attempt);
    if (!problem.isEmpty())
        lines << problem;
    return lines.join(u'\n');
}

WaterfallBar Waterfall::bar(const table::Cells &row, qint64 zeroMs)
{
    WaterfallBar bar;
    bar.label = label(text(row, RequestColumn::Url), true);
    bar.paused = real(row, RequestColumn::Paused);
    bar.queued = real(row, RequestColumn::Waited);
    bar.held = real(row, RequestColumn::Limited);
    bar.body = real(row, RequestColumn::Body);
    bar.connect = real(row, RequestColumn::Connect);
    bar.answer = std::max(0.0, real(row, RequestColumn::Seconds) - bar.connect - bar.body);
    bar.begin = double(whole(row, RequestColumn::StartedMs) - zeroMs) / 1000 - bar.queued - bar.paused;
    bar.attempt = int(whole(row, RequestColumn::Attempt));
    const QString reason = text(row, RequestColumn::Reason);
    const qint64 status = whole(row, RequestColumn::Status);
    const table::Column &column =
        table::requestSchema().columns[size_t(std::to_underlying(RequestColumn::Reason))];
    if (!reason.isEmpty())
        bar.problem = table::codeTitle(column, reason);
    else if (status >= 400)
        bar.problem = tr("status %1").arg(status);
    bar.failed = !bar.problem.isEmpty();
    return bar;
}

WaterfallBar Waterfall::bar(const net::UnderWay &request, qint64 nowNs, qint64 nowUtcMs, qint64 zeroMs)
{
    const net::Attempt &attempt = request.attempt;
    const Moment now = momentAt(nowNs);
    const auto between = [](Moment from, Moment to) {
        return double(std::max<qint64>(0, (to - from).count())) / 1e9;
    };
    WaterfallBar bar;
    bar.label = label(attempt.url, true);
    bar.attempt = attempt.number;
    bar.state = waitText(request.wait, attempt.number);
    bar.paused = double(attempt.paused.count()) / 1e9;
    bar.held = double(attempt.limited.count()) / 1e9;
    bar.begin = double(nowUtcMs - zeroMs) / 1000 - between(attempt.queued, now) - bar.paused;
    if (attempt.admitted == Moment()) {
        const bool isPause = request.wait == net::UnderWay::Wait::Retry;
        (isPause ? bar.paused : bar.queued) = between(attempt.queued, now);
        return bar;
    }
    bar.queued = between(attempt.queued, attempt.admitted);
    const Moment headers = attempt.headers > Moment() ? attempt.headers : now;
    const Moment sent = attempt.sent > Moment() ? attempt.sent : headers;
    bar.connect = attempt.connecting > Moment() ? between(attempt.connecting, sent) : 0;
    bar.answer = between(attempt.admitted, headers) - bar.connect;
    bar.body = between(headers, now);
    return bar;
}

QString Waterfall::waitText(net::UnderWay::Wait wait, int attempt)
{
    using Wait = net::UnderWay::Wait;
    switch (wait) {
    case Wait::Queue:
        return tr("in the queue");
    case Wait::Limiter:
        return tr("waiting for the limiter");
    case Wait::Retry:
        return attempt > 0 ? tr("pause before attempt %1").arg(attempt) : tr("retry pause");
    case Wait::Connection:
        return tr("connecting");
    case Wait::Headers:
        return tr("waiting for the first byte");
    case Wait::Body:
        return tr("receiving");
    }
    return {};
}

std::vector<WaterfallBar> Waterfall::bars(const std::vector<table::Cells> &rows, qint64 zeroMs)
{
    std::vector<WaterfallBar> result;
    result.reserve(rows.size());
    for (const table::Cells &row : rows)
        result.push_back(bar(row, zeroMs));
    std::ranges::stable_sort(result, {}, &WaterfallBar::begin);
    return result;
}

QString Waterfall::secondsText(double seconds)
{
    const double shown = std::abs(seconds) < 0.005 ? 0 : seconds; // not "-0.00"
    return tr("%1 s", "seconds").arg(QLocale().toString(shown, 'f', shown < 10 ? 2 : 1));
}

double Waterfall::axisStep(double length, int most)
{
    if (length <= 0 || most < 1)
        return 1;
    const double least = length / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * 0.999999)
            return factor * power;
    }
    return 10 * power;
}

QString Waterfall::label(const QString &url, bool withHost)
{
    const QUrl parsed(url);
    const QString path = parsed.path() + (parsed.hasQuery() ? u'?' + parsed.query() : QString());
    const bool isRoot = path.isEmpty() || path == u"/";
    if (!withHost)
        return isRoot ? parsed.host() : path;
    const QString host = parsed.port() < 0 ? parsed.host() : u"%1:%2"_s.arg(parsed.host()).arg(parsed.port());
    return isRoot ? host : host + path;
}

} // namespace linnet::models
