// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/pairanswer.h"

#include "analysis/stats/pairs.h"
#include "models/insight/answerwords.h"
#include "models/insight/pairpicture.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Frequent pairs, among which are those that are drawn.
constexpr qsizetype MostLookedThrough = 1000;

} // namespace

Result<InsightAnswer> answerByPairs(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop)
{
    const AnswerWords words(view);
    const int column = words.indexOf(question.column);
    const bool areTwo = !question.split.isEmpty();
    const QLatin1StringView other = areTwo ? question.split : question.column;
    auto found = areTwo ? analysis::crossPairsOf(reader, view.rows, column, words.indexOf(other),
                                                 MostLookedThrough, stop)
                        : analysis::pairsOf(reader, view.rows, column, MostLookedThrough, stop);
    if (!found)
        return std::unexpected(found.error());
    const auto labelOfOne = [&](const table::Value &item) {
        return words.labelOf(words.column(question.column), item);
    };
    const auto labelOfOther = [&](const table::Value &item) {
        return words.labelOf(words.column(other), item);
    };
    InsightAnswer answer;
    answer.pairs = PairPicture::of(found->top, view.fewest.forSure, labelOfOne,
                                   areTwo ? PairPicture::Label(labelOfOther) : PairPicture::Label(), stop);
    found->top.resize(std::min(found->top.size(), size_t(MostGroups)));
    answer.column = question.column;
    answer.split = other;
    draw::Chart &chart = answer.chart;
    chart.kind = draw::ChartKind::Bars;
    chart.title = question.text();
    chart.unit = words.unit();
    chart.basis =
        InsightAnswer::tr("Two that stand in the same ad; an ad counts once for each of its pairs.");
    chart.n = found->known;
    chart.total = found->rows;
    if (found->rows > 0)
        chart.knownShare = double(found->known) / double(found->rows);
    chart.groupAxis = {words.columnTitle(question.column) +
                       (areTwo ? u" · "_s + words.columnTitle(other) : QString())};
    chart.valueAxis = {words.rowsTitle(), draw::ValueForm::Count};
    chart.further = {{InsightAnswer::tr("Share"), u"share"_s, draw::ValueForm::Share},
                     {InsightAnswer::tr("Times as often as by chance"), u"lift"_s, draw::ValueForm::Amount}};
    const analysis::Pair *closest = nullptr;
    for (const analysis::Pair &pair : found->top) {
        chart.groups.push_back({.label = labelOfOne(pair.one) + u" · "_s + labelOfOther(pair.other),
                                .key = table::toText(pair.one) + KeySeparator + table::toText(pair.other),
                                .n = pair.rows,
                                .known = {},
                                .few = pair.rows < view.fewest.forSure,
                                .values = {double(pair.rows)}});
        chart.groups.back().further = {pair.share, pair.lift};
        if (pair.rows >= view.fewest.forTenths && (!closest || pair.lift > closest->lift))
            closest = &pair;
    }
    if (found->top.empty())
        return answer;
    const analysis::Pair &first = found->top.front();
    const QString most =
        areTwo ? InsightAnswer::tr("%1 and %2 stand together most often: in %3 of %4 ads with both, %5.")
               : InsightAnswer::tr("%1 and %2 stand together most often: in %3 of %4 ads with any, %5.");
    answer.sentence =
        most.arg(labelOfOne(first.one), labelOfOther(first.other), words.number(first.rows),
                 words.number(found->known), words.percent(double(first.rows) / double(found->known)));
    if (closest && closest->lift > 1)
        answer.sentence +=
            u' ' +
            InsightAnswer::tr("Closest together are %1 and %2: %3 as often as by chance.")
                .arg(labelOfOne(closest->one), labelOfOther(closest->other), words.times(closest->lift));
    return answer;
}

} // namespace linnet::models
