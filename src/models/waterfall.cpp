// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waterfall.h"

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
    if (queued > 0.0005)
        lines << Waterfall::tr("Waited in Linnet's queue: %1").arg(Waterfall::secondsText(queued));
    lines << Waterfall::tr("To the first byte: %1").arg(Waterfall::secondsText(answer));
    lines << Waterfall::tr("Receiving: %1").arg(Waterfall::secondsText(body));
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
    bar.queued = real(row, RequestColumn::Waited);
    bar.body = real(row, RequestColumn::Body);
    bar.answer = std::max(0.0, real(row, RequestColumn::Seconds) - bar.body);
    bar.begin = double(whole(row, RequestColumn::StartedMs) - zeroMs) / 1000 - bar.queued;
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
    return tr("%1 s", "seconds").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 2 : 1));
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
