// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightanswer.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/groupstats.h"
#include "analysis/stats/histogram.h"
#include "analysis/stats/premium.h"
#include "models/table/cellformat.h"
#include "store/read/rowcolumns.h"
#include "store/read/rowgroups.h"
#include "table/vacancyschema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using analysis::FewestForSure;
using analysis::FewestForTenths;
using analysis::GroupStats;
using table::Column;
using table::ColumnType;

namespace {

constexpr qsizetype MostGroups = 1000; ///< that a chart's table has
constexpr int Steps = 24;              ///< of a histogram, about
constexpr double Hundred = 100;

/// What is told of one question over the rows of a view.
class Answering
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    Answering(store::RowReader &reader, const InsightQuestion &question, const InsightView &view,
              std::stop_token stop)
        : m_reader(reader)
        , m_question(question)
        , m_view(view)
        , m_stop(std::move(stop))
        , m_format(view.locale)
    {
    }

    Result<InsightAnswer> answer()
    {
        m_answer.chart.title = m_question.text();
        m_answer.chart.unit = isOfVacancies() ? tr("ads") : tr("addresses");
        Result<void> made;
        switch (m_question.kind) {
        case InsightQuestion::Kind::Spread:
            made = spread();
            break;
        case InsightQuestion::Kind::Groups:
            made = groups();
            break;
        case InsightQuestion::Kind::Paid:
            made = measured();
            break;
        case InsightQuestion::Kind::Premium:
            made = premiums();
            break;
        case InsightQuestion::Kind::Known:
            made = known();
            break;
        }
        if (!made)
            return std::unexpected(made.error());
        return std::move(m_answer);
    }

private:
    bool isOfVacancies() const { return &m_view.rows.schema->rows() == &table::vacancySchema(); }
    int indexOf(QLatin1StringView key) const
    {
        const std::optional<int> index = m_view.rows.schema->indexOf(QString(key));
        Q_ASSERT(index);
        return index.value_or(0);
    }
    const Column &column(QLatin1StringView key) const
    {
        return m_view.rows.schema->columns[size_t(indexOf(key))];
    }
    QString number(qint64 count) const { return m_view.locale.toString(count); }
    QString percent(double share) const { return m_view.locale.toString(share * Hundred, 'f', 0) + u" %"_s; }
    /// As exact as it is worth: whole numbers from a hundred on.
    QString amount(double value) const
    {
        return m_format.number(std::abs(value) < Hundred ? std::round(value * Hundred) / Hundred
                                                         : std::round(value));
    }

    /// "Pay, ₽ a month before tax"
    QString measureTitle(QLatin1StringView key) const
    {
        if (key == "pay"_L1)
            return m_view.beforeTax ? tr("Pay, ₽ a month before tax") : tr("Pay, ₽ a month in hand");
        if (key == "seconds"_L1)
            return tr("Seconds until the answer was there");
        if (key == "size"_L1)
            return tr("Size, bytes");
        return table::columnTitle(column(key));
    }
    QString basis(QLatin1StringView key) const
    {
        if (key != "pay"_L1)
            return {};
        return m_view.beforeTax ? tr("Pay that compares: a month of full work, before tax, nominal.")
                                : tr("Pay that compares: a month of full work, in hand, nominal.");
    }

    QString labelOf(const Column &of, const table::Value &value) const
    {
        if (table::isNull(value))
            return tr("not said");
        const QString text = m_format.display(of, value);
        return text.isEmpty() ? tr("not said") : text;
    }

    void takeAll(const GroupStats &all)
    {
        m_answer.chart.n = all.rows;
        m_answer.chart.total = all.rows;
        if (m_question.measure.isEmpty())
            return;
        m_answer.chart.n = all.known;
        if (all.rows > 0)
            m_answer.chart.knownShare = double(all.known) / double(all.rows);
    }

    Result<std::vector<GroupStats>> grouped()
    {
        analysis::StatsQuestion asked{
            .rows = m_view.rows, .by = {indexOf(m_question.column)}, .measure = {}, .top = MostGroups};
        if (!m_question.measure.isEmpty())
            asked.measure = indexOf(m_question.measure);
        auto found = analysis::groupStats(m_reader, asked, m_stop);
        if (!found)
            return std::unexpected(found.error());
        takeAll(found->all);
        m_answer.column = m_question.column;
        m_answer.chart.groupAxis = {table::columnTitle(column(m_question.column))};
        return std::move(found->top);
    }

    Result<void> groups()
    {
        const auto found = grouped();
        if (!found)
            return std::unexpected(found.error());
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Bars;
        chart.valueAxis = {isOfVacancies() ? tr("Ads") : tr("Addresses"), draw::ValueForm::Count};
        const Column &of = column(m_question.column);
        for (const GroupStats &group : *found)
            chart.groups.push_back({.label = labelOf(of, group.of[0]),
                                    .key = table::toText(group.of[0]),
                                    .n = group.rows,
                                    .known = {},
                                    .values = {double(group.rows)}});
        const auto first =
            std::ranges::find_if(*found, [](const GroupStats &group) { return !table::isNull(group.of[0]); });
        if (first != found->end())
            m_answer.sentence = tr("%1: %2 of %3, %4.")
                                    .arg(labelOf(of, first->of[0]), number(first->rows), number(chart.total),
                                         percent(first->share));
        return {};
    }

    Result<void> measured()
    {
        const auto found = grouped();
        if (!found)
            return std::unexpected(found.error());
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Ranges;
        chart.basis = basis(m_question.measure);
        chart.valueAxis = {measureTitle(m_question.measure), draw::ValueForm::Amount};
        const Column &of = column(m_question.column);
        const GroupStats *best = nullptr;
        for (const GroupStats &group : *found) {
            if (group.known == 0)
                continue;
            draw::ChartGroup drawn{.label = labelOf(of, group.of[0]),
                                   .key = table::toText(group.of[0]),
                                   .n = group.rows,
                                   .known = group.known,
                                   .few = group.known < FewestForSure,
                                   .values = {},
                                   .quantiles = quantilesOf(group)};
            chart.groups.push_back(std::move(drawn));
            const bool isSure = group.known >= FewestForSure && !table::isNull(group.of[0]);
            if (isSure && (!best || group.spread->median > best->spread->median))
                best = &group;
        }
        if (best)
            m_answer.sentence =
                tr("The highest median, %1, goes with %2 (n = %3).")
                    .arg(amount(best->spread->median), labelOf(of, best->of[0]), number(best->known));
        return {};
    }

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
        chart.groupAxis = {table::columnTitle(column(m_question.column))};
        chart.valueAxis = {tr("Difference, ₽ a month"), draw::ValueForm::Amount};
        chart.n = chart.total = *all;
        m_answer.column = m_question.column;
        std::vector<const analysis::Premium *> sure;
        for (const analysis::Premium &one : *found) {
            const auto &matched = one.matched;
            if (matched && matched->with >= FewestForTenths && matched->without >= FewestForTenths)
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
            chart.whyEmpty = tr("No skill has 30 ads with known pay and 30 like them without it.");
        else
            m_answer.sentence =
                tr("%1 goes with %2 a month. %3")
                    .arg(labelOf(of, sure.front()->of), signedAmount(sure.front()->matched->difference),
                         intervalText(*sure.front()->matched));
        return {};
    }

    QString signedAmount(double value) const { return (value > 0 ? u"+"_s : QString()) + amount(value); }
    QString intervalText(const analysis::Premium::Matched &matched) const
    {
        return tr("In 95 % of drawings anew it lies from %1 to %2 (%3 ads with it, %4 without).")
            .arg(signedAmount(matched.low), signedAmount(matched.high), number(matched.with),
                 number(matched.without));
    }

    static draw::Quantiles quantilesOf(const GroupStats &group)
    {
        draw::Quantiles result;
        if (group.known < FewestForMedian)
            return result;
        result.median = group.spread->median;
        result.p25 = group.spread->p25;
        result.p75 = group.spread->p75;
        if (group.known >= FewestForTenths) {
            result.p10 = group.spread->p10;
            result.p90 = group.spread->p90;
        }
        return result;
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
        chart.valueAxis = {isOfVacancies() ? tr("Ads") : tr("Addresses"), draw::ValueForm::Count};
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
        if (known < FewestForMedian)
            return {};
        chart.median = spread->median;
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
        for (const QLatin1StringView key : Asked) {
            const Result<qint64> known = knownOf(column(key));
            if (!known)
                return std::unexpected(known.error());
            const double share = *all > 0 ? double(*known) / double(*all) : 0;
            chart.groups.push_back({.label = table::columnTitle(column(key)),
                                    .key = {},
                                    .n = *known,
                                    .known = {},
                                    .values = {share}});
        }
        return {};
    }

    store::RowReader &m_reader;
    const InsightQuestion &m_question;
    const InsightView &m_view;
    std::stop_token m_stop;
    CellFormat m_format;
    InsightAnswer m_answer;
};

} // namespace

Result<InsightAnswer> answerInsight(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop)
{
    return Answering(reader, question, view, std::move(stop)).answer();
}

} // namespace linnet::models
