// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/ageanswer.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/spread.h"
#include "models/insight/adages.h"
#include "models/insight/answerwords.h"

#include <algorithm>
#include <limits>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Full days at which a band begins.
constexpr int BandBegins[] = {0, 3, 7, 14, 30, 60, 90};

QString bandLabel(size_t band)
{
    const int from = BandBegins[band];
    return band + 1 == std::size(BandBegins)
               ? InsightAnswer::tr("%n day(s) and more", nullptr, from)
               : InsightAnswer::tr("%1 to %n day(s)", nullptr, BandBegins[band + 1] - 1).arg(from);
}

} // namespace

Result<InsightAnswer> answerByAge(store::RowReader &reader, const InsightQuestion &question,
                                  const InsightView &view, std::stop_token stop)
{
    const AnswerWords words(view);
    InsightAnswer answer;
    draw::Chart &chart = answer.chart;
    chart.kind = draw::ChartKind::Bars;
    chart.title = question.text();
    chart.unit = words.unit();
    chart.groupAxis = {InsightAnswer::tr("Age of the ad")};
    chart.valueAxis = {words.rowsTitle(), draw::ValueForm::Count};
    if (!view.ages || view.rows.runs.size() != 1) {
        chart.whyEmpty = InsightAnswer::tr("The age of an ad is that at the time of one search: show one.");
        return answer;
    }
    store::RowQuery whole = view.rows;
    whole.filter = {};
    const Result<qint64> rows = reader.count(whole);
    const auto aged =
        rows ? view.ages->reader(view.rows.runs.front(), *rows, stop) : std::unexpected(rows.error());
    auto found = aged ? analysis::ColumnNumbers::read(**aged, view.rows, words.indexOf(question.column), stop)
                      : std::unexpected(aged.error());
    store::RowQuery dated = view.rows;
    dated.filter.conditions.append(
        {.column = u"first_published"_s, .op = table::FilterOp::Empty, .operands = {}, .negated = true});
    const Result<qint64> published = found ? (*aged)->count(dated) : std::unexpected(found.error());
    if (!published)
        return std::unexpected(published.error());
    answer.column = question.column;
    const auto known = qint64(found->numbers.size());
    chart.n = answer.known = known;
    chart.total = found->rows;
    chart.basis =
        InsightAnswer::tr("Full days from the first publication, or from when it was first seen where "
                          "the source does not tell; a date that the source renews does not count.");
    if (found->rows > 0)
        chart.knownShare = double(known) / double(found->rows);
    for (size_t band = 0; known > 0 && band < std::size(BandBegins); ++band) {
        const double from = BandBegins[band];
        const bool isLast = band + 1 == std::size(BandBegins);
        const double to = isLast ? std::numeric_limits<double>::infinity() : BandBegins[band + 1];
        const auto count = std::ranges::count_if(
            found->numbers, [&](double days) { return (days >= from || band == 0) && days < to; });
        chart.groups.push_back({.label = bandLabel(band),
                                .key = u"%1;%2"_s.arg(from).arg(to),
                                .n = count,
                                .known = {},
                                .values = {double(count)}});
    }
    if (known < view.fewest.forMedian)
        return answer;
    const auto spread = analysis::Spread::of(std::move(found->numbers));
    answer.median = spread->median;
    const double share = found->rows > 0 ? double(*published) / double(found->rows) : 0;
    answer.sentence = InsightAnswer::tr("Half are older than %1 days, half younger (n = %2); first published "
                                        "is known for %3.")
                          .arg(words.amount(spread->median), words.number(known), words.percent(share));
    return answer;
}

} // namespace linnet::models
