// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/ageanswer.h"

#include "analysis/rowhistory.h"
#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/spread.h"
#include "models/insight/adages.h"
#include "models/insight/answerwords.h"
#include "session/changes/comparedruns.h"
#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"
#include "table/vacancyschema.h"

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

/// When the run began, when no other run of its task is there: then nothing was seen before.
Result<std::optional<QString>> onlyBegin(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto shown = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (shown == runs->end() || session::runsOfTask(*runs, *shown).size() > 1)
        return std::optional<QString>();
    return std::optional(shown->started);
}

/// Of rows that were seen once, which takes no comparison of runs.
Result<analysis::ColumnNumbers> agesAt(store::RowReader &reader, const store::RowQuery &rows,
                                       const QString &begin, const std::stop_token &stop)
{
    const table::Column *const columns[] = {
        &rows.schema->columns[size_t(table::VacancyColumn::FirstPublished)]};
    reader.stopOn(stop);
    const auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const store::RowGroups dates(*selected->columns[0]);
    std::vector<std::optional<qint64>> ages;
    for (quint32 group = 0; group < dates.count(); ++group) {
        const table::Value &date = dates.value(group);
        ages.push_back(
            analysis::ageInDays(table::isNull(date) ? QString() : table::toText(date), begin, begin));
    }
    analysis::ColumnNumbers result;
    for (size_t place = 0; place < selected->ids->size(); ++place) {
        if (!selected->among.isEmpty() && !selected->among.testBit(qsizetype(place)))
            continue;
        ++result.rows;
        if (const auto age = ages[dates.of(place).front()])
            result.numbers.push_back(double(*age));
    }
    return result;
}

/// By the history of the task.
Result<analysis::ColumnNumbers> agesOverTime(store::RowReader &reader, const InsightView &view, int column,
                                             const std::stop_token &stop)
{
    store::RowQuery whole = view.rows;
    whole.filter = {};
    const Result<qint64> rows = reader.count(whole);
    const auto aged =
        rows ? view.ages->reader(view.rows.runs.front(), *rows, stop) : std::unexpected(rows.error());
    return aged ? analysis::ColumnNumbers::read(**aged, view.rows, column, stop)
                : std::unexpected(aged.error());
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
    const auto begin = onlyBegin(reader, view.rows.runs.front());
    if (!begin)
        return std::unexpected(begin.error());
    auto found = *begin ? agesAt(reader, view.rows, **begin, stop)
                        : agesOverTime(reader, view, words.indexOf(question.column), stop);
    store::RowQuery dated = view.rows;
    dated.filter.conditions.append(
        {.column = u"first_published"_s, .op = table::FilterOp::Empty, .operands = {}, .negated = true});
    const Result<qint64> published = found ? reader.count(dated) : std::unexpected(found.error());
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
