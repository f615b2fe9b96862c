// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightanswer.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/histogram.h"
#include "analysis/stats/premium.h"
#include "analysis/stats/spread.h"
#include "models/insight/ageanswer.h"
#include "models/insight/answerwords.h"
#include "models/insight/comparedanswer.h"
#include "models/insight/coverageanswer.h"
#include "models/insight/groupanswer.h"
#include "models/insight/pairanswer.h"
#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"
#include "table/vacancyschema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Column;

namespace {

constexpr int Steps = 24; ///< of a histogram, about

/// What is told of one question over the rows of a view.
class Answering : private AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    Answering(store::RowReader &reader, const InsightQuestion &question, const InsightView &view,
              std::stop_token stop)
        : AnswerWords(view)
        , m_reader(reader)
        , m_question(question)
        , m_view(view)
        , m_stop(std::move(stop))
    {
    }

    Result<InsightAnswer> answer()
    {
        if (m_question.kind == InsightQuestion::Kind::Pairs)
            return answerByPairs(m_reader, m_question, m_view, m_stop);
        if (m_question.kind == InsightQuestion::Kind::Coverage)
            return answerByCoverage(m_reader, m_question, m_view, m_stop);
        if (m_question.kind == InsightQuestion::Kind::Age)
            return answerByAge(m_reader, m_question, m_view, m_stop);
        const auto isGrouped = [this](InsightQuestion::Kind kind) { return m_question.kind == kind; };
        if (isGrouped(InsightQuestion::Kind::Groups) || isGrouped(InsightQuestion::Kind::Paid))
            return answerByGroups(m_reader, m_question, m_view, m_stop);
        m_answer.chart.title = m_question.text();
        m_answer.chart.unit = unit();
        Result<void> made;
        switch (m_question.kind) {
        case InsightQuestion::Kind::Spread:
            made = spread();
            break;
        case InsightQuestion::Kind::Groups:
        case InsightQuestion::Kind::Paid:
        case InsightQuestion::Kind::Pairs:
        case InsightQuestion::Kind::Age:
        case InsightQuestion::Kind::Coverage:
            break; // above
        case InsightQuestion::Kind::Premium:
            made = premiums();
            break;
        case InsightQuestion::Kind::Known:
            made = known();
            break;
        case InsightQuestion::Kind::Map:
            made = mapped();
            break;
        }
        if (!made)
            return std::unexpected(made.error());
        return std::move(m_answer);
    }

private:
    // "Goes with": rows that are alike in experience and region may differ in all else.
    Result<void> premiums()
    {
        const auto found = analysis::premiums(m_reader,
                                              {m_view.rows,
                                               indexOf(m_question.column),
                                               indexOf(m_question.measure),
                                               {indexOf("experience_code"_L1), indexOf("region"_L1)},
                                               MostGroups},
                                              m_stop);
        const Result<qint64> all = found ? m_reader.count(m_view.rows) : std::unexpected(found.error());
        if (!all)
            return std::unexpected(all.error());
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Bars;
        chart.basis = basis(m_question.measure) + u' ' +
                      tr("The difference of the medians of ads with and without it, among ads of the same "
                         "experience and region.");
        chart.groupAxis = {columnTitle(m_question.column)};
        chart.valueAxis = {tr("Difference, ₽ a month"), draw::ValueForm::Amount};
        chart.n = chart.total = *all;
        m_answer.column = m_question.column;
        std::vector<const analysis::Premium *> sure;
        for (const analysis::Premium &one : *found) {
            const auto &matched = one.matched;
            if (matched && matched->with >= fewest().forTenths && matched->without >= fewest().forTenths)
                sure.push_back(&one);
        }
        std::ranges::stable_sort(sure, std::greater(),
                                 [](const auto *one) { return one->matched->difference; });
        const Column &of = column(m_question.column);
        for (const analysis::Premium *one : sure)
            chart.groups.push_back({.label = labelOf(of, one->of),
                                    .key = table::toText(one->of),
                                    .n = one->matched->with,
                                    .known = {},
                                    .values = {one->matched->difference},
                                    .note = intervalText(*one->matched)});
        if (sure.empty())
            chart.whyEmpty = tr("No skill has %1 ads with known pay and %1 like them without it.")
                                 .arg(number(fewest().forTenths));
        else
            m_answer.sentence =
                tr("%1 goes with %2 a month. %3")
                    .arg(labelOf(of, sure.front()->of), signedAmount(sure.front()->matched->difference),
                         intervalText(*sure.front()->matched));
        return {};
    }

    QString intervalText(const analysis::Premium::Matched &matched) const
    {
        return tr("In 95 % of drawings anew it lies from %1 to %2 (%3 ads with it, %4 without).")
            .arg(signedAmount(matched.low), signedAmount(matched.high), number(matched.with),
                 number(matched.without));
    }

    Result<void> spread()
    {
        auto found = analysis::ColumnNumbers::read(m_reader, m_view.rows, indexOf(m_question.column), m_stop);
        if (!found)
            return std::unexpected(found.error());
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Histogram;
        chart.basis = basis(m_question.column);
        chart.groupAxis = {measureTitle(m_question.column), draw::ValueForm::Amount};
        chart.valueAxis = {rowsTitle(), draw::ValueForm::Count};
        const auto known = qint64(found->numbers.size());
        chart.n = known;
        chart.total = found->rows;
        if (found->rows > 0)
            chart.knownShare = double(known) / double(found->rows);
        const auto spread = analysis::Spread::of(found->numbers);
        for (const auto &step : analysis::Histogram::of(std::move(found->numbers), Steps).steps)
            chart.groups.push_back({.label = {},
                                    .key = u"%1;%2"_s.arg(step.from, 0, 'g', 17).arg(step.to, 0, 'g', 17),
                                    .n = step.count,
                                    .known = {},
                                    .values = {double(step.count)},
                                    .from = step.from,
                                    .to = step.to});
        m_answer.column = m_question.column;
        m_answer.known = known;
        if (known < fewest().forMedian)
            return {};
        chart.median = m_answer.median = spread->median;
        m_answer.sentence =
            tr("Half lie above %1, half below; it is known for %2 of %3, %4.")
                .arg(amount(spread->median), number(known), number(chart.total), percent(*chart.knownShare));
        return {};
    }

    Result<qint64> knownOf(const Column &of)
    {
        const Column *const columns[] = {&of};
        m_reader.stopOn(m_stop);
        const auto selected = m_reader.columns(m_view.rows, columns);
        if (!selected)
            return std::unexpected(selected.error());
        const store::RowGroups groups(*selected->columns[0]);
        const quint32 nothing = groups.count() - 1;
        qint64 known = 0;
        for (size_t place = 0; place < selected->ids->size(); ++place) {
            if (selected->among.isEmpty() || selected->among.testBit(qsizetype(place)))
                known += groups.of(place).front() != nothing;
        }
        return known;
    }

    Result<void> known()
    {
        constexpr QLatin1StringView Asked[] = {
            "salary_from"_L1, "salary_to"_L1, "salary_gross"_L1, "pay"_L1,     "experience"_L1,
            "skills"_L1,      "employer"_L1,  "area"_L1,         "created"_L1, "work_format"_L1};
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Bars;
        chart.groupAxis = {tr("Known of the ad")};
        chart.valueAxis = {tr("Share of ads"), draw::ValueForm::Share};
        const Result<qint64> all = m_reader.count(m_view.rows);
        if (!all)
            return std::unexpected(all.error());
        chart.n = chart.total = *all;
        if (const Result<void> ahead =
                m_reader.readAhead(m_view.rows, QStringList(std::begin(Asked), std::end(Asked)));
            !ahead)
            return ahead;
        for (const QLatin1StringView key : Asked) {
            const Result<qint64> known = knownOf(column(key));
            if (!known)
                return std::unexpected(known.error());
            const double share = *all > 0 ? double(*known) / double(*all) : 0;
            chart.groups.push_back(
                {.label = columnTitle(key), .key = {}, .n = *known, .known = {}, .values = {share}});
        }
        return {};
    }

    Result<void> mapped()
    {
        auto map = InsightMap::read(m_reader, m_question, m_view.rows, m_view.locale, m_stop);
        if (!map)
            return std::unexpected(map.error());
        m_answer.map = std::move(*map);
        m_answer.chart = m_answer.map->chart(m_stop);
        m_answer.sentence = m_answer.map->sentence(m_answer.chart);
        m_answer.column = m_question.column;
        return {};
    }

    store::RowReader &m_reader;
    const InsightQuestion &m_question;
    const InsightView &m_view;
    std::stop_token m_stop;
    InsightAnswer m_answer;
};

} // namespace

Result<InsightAnswer> answerInsight(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop)
{
    if (view.other)
        return compareAnswers(reader, question, view, std::move(stop));
    return Answering(reader, question, view, std::move(stop)).answer();
}

} // namespace linnet::models
