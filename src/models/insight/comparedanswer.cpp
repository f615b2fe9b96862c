// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/comparedanswer.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/histogram.h"
#include "models/insight/answerwords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using draw::Chart;
using draw::ChartGroup;
using draw::ChartKind;
using draw::ChartSide;
using draw::ValueForm;

namespace {

constexpr int StepsOfBoth = 24; ///< of a histogram, about

/// Makes one answer of two.
class Comparing : private AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    Comparing(store::RowReader &reader, const InsightQuestion &question, const InsightView &view,
              std::stop_token stop)
        : AnswerWords(view)
        , m_reader(reader)
        , m_question(question)
        , m_view(view)
        , m_stop(std::move(stop))
        , m_names{view.name, view.other->name}
    {
    }

    Result<InsightAnswer> answer()
    {
        InsightView one = m_view;
        one.other.reset();
        InsightView other = one;
        other.rows = m_view.other->rows;
        for (const auto &[side, of] : {std::pair{0, &one}, {1, &other}}) {
            auto found = answerInsight(m_reader, m_question, *of, m_stop);
            if (!found)
                return std::unexpected(found.error());
            m_of[size_t(side)] = std::move(*found);
        }
        const bool isOfSources = m_question.kind == InsightQuestion::Kind::Coverage; // has series of its own
        if (isOfSources || m_question.kind == InsightQuestion::Kind::Map) { // two would hide one another
            Chart &drawn = m_of[0].chart;
            drawn.basis = (drawn.basis + u' ' + tr("Only %1 is drawn.").arg(m_names[0])).trimmed();
            return std::move(m_of[0]);
        }
        m_answer = m_of[0];
        m_chart.title = m_question.text();
        m_chart.unit = m_of[0].chart.unit;
        m_chart.groupAxis = m_of[0].chart.groupAxis;
        m_chart.valueAxis = m_of[0].chart.valueAxis;
        m_chart.whyEmpty = m_of[0].chart.whyEmpty;
        m_chart.basis = (m_of[0].chart.basis + u' ' + counted(0) + u' ' + counted(1)).trimmed();
        if (const Result<void> made = merge(one, other); !made)
            return std::unexpected(made.error());
        m_answer.chart = std::move(m_chart);
        return std::move(m_answer);
    }

private:
    const Chart &chart(size_t side) const { return m_of[side].chart; }

    /// "Moscow: 300 ads, known for 45 %."
    QString counted(size_t side) const
    {
        const Chart &of = chart(side);
        const QString rows = isOfVacancies() ? tr("%n ad(s)", nullptr, int(of.total))
                                             : tr("%n address(es)", nullptr, int(of.total));
        return of.knownShare ? tr("%1: %2, known for %3.").arg(m_names[side], rows, percent(*of.knownShare))
                             : tr("%1: %2.").arg(m_names[side], rows);
    }

    Result<void> merge(const InsightView &one, const InsightView &other)
    {
        switch (m_of[0].chart.kind) {
        case ChartKind::Histogram:
            sayMedians();
            return mergeSpread(one, other);
        case ChartKind::Shares:
            mergeParts();
            break;
        case ChartKind::Ranges:
            m_chart.valueAxis.title = tr("Median: %1").arg(m_chart.valueAxis.title);
            mergeGroups();
            sayMedians();
            break;
        default:
            if (m_chart.valueAxis.form == ValueForm::Count)
                m_chart.valueAxis = {isOfVacancies() ? tr("Share of ads") : tr("Share of addresses"),
                                     ValueForm::Share};
            mergeGroups();
            sayLargestDifference();
        }
        return {};
    }

    void nameSeries()
    {
        m_chart.series = {{m_names[0], u"a"_s, chart(0).n}, {m_names[1], u"b"_s, chart(1).n}};
    }

    /// What is drawn of a group of one side: counts as shares, since the sides are of different size.
    std::optional<double> valueOf(size_t side, const ChartGroup &group) const
    {
        const Chart &of = chart(side);
        if (of.kind == ChartKind::Ranges)
            return group.quantiles.median;
        const std::optional<double> value = group.values.empty() ? std::nullopt : group.values.front();
        if (of.valueAxis.form != ValueForm::Count)
            return value;
        return of.n > 0 && value ? std::optional(*value / double(of.n)) : std::nullopt;
    }

    ChartSide sideOf(size_t side, const ChartGroup &group) const
    {
        const bool isCounted =
            chart(side).kind == ChartKind::Bars && chart(side).valueAxis.form != ValueForm::Amount;
        return {group.n, group.known, isCounted ? chart(side).n < fewest().forSure : group.few};
    }

    /// In the order of the first side, then what only the other one has.
    void mergeGroups()
    {
        m_chart.kind = ChartKind::Bars;
        nameSeries();
        const bool isShare = m_chart.valueAxis.form == ValueForm::Share;
        QHash<QString, size_t> places;
        for (size_t side = 0; side < m_of.size(); ++side) {
            for (const ChartGroup &group : chart(side).groups) {
                const QString key = group.key + u'\n' + group.label;
                const auto known = places.constFind(key);
                const size_t place = known == places.cend() ? m_chart.groups.size() : *known;
                if (known == places.cend()) {
                    places.insert(key, place);
                    // What a side counts none of is none; what it measures nothing of is not known.
                    const auto nothing = isShare && chart(0).n > 0 && chart(1).n > 0
                                             ? std::optional(0.0)
                                             : std::optional<double>();
                    m_chart.groups.push_back({.label = group.label,
                                              .key = group.key,
                                              .n = 0,
                                              .known = {},
                                              .values = {nothing, nothing}});
                    m_chart.groups.back().sides.resize(m_of.size());
                }
                ChartGroup &merged = m_chart.groups[place];
                merged.n += group.n;
                merged.values[side] = valueOf(side, group);
                merged.sides[side] = sideOf(side, group);
            }
        }
        const auto nothingKnown = [](const ChartGroup &group) {
            return !group.values[0] && !group.values[1];
        };
        if (std::ranges::all_of(m_chart.groups, nothingKnown) && m_chart.whyEmpty.isEmpty())
            m_chart.whyEmpty = tr("Too few values are known on both sides.");
        // As frequent on both sides together, as one chart has them.
        if (chart(0).kind != ChartKind::Ranges && chart(0).valueAxis.form == ValueForm::Count &&
            m_question.kind != InsightQuestion::Kind::Age)
            std::ranges::stable_sort(m_chart.groups, std::greater(), [](const ChartGroup &group) {
                return group.values[0].value_or(0) + group.values[1].value_or(0);
            });
    }

    /// Rows of both sides in turn, cut by the parts of the first one.
    void mergeParts()
    {
        m_chart.kind = ChartKind::Shares;
        m_chart.series = chart(0).series.empty() ? chart(1).series : chart(0).series;
        const auto partOf = [this](const draw::ChartSeries &of) {
            const auto there = std::ranges::find_if(m_chart.series, [&of](const draw::ChartSeries &one) {
                return one.key == of.key && one.label == of.label;
            });
            return there == m_chart.series.end() ? m_chart.series.size() - 1
                                                 : size_t(there - m_chart.series.begin());
        };
        QHash<QString, const ChartGroup *> others;
        for (const ChartGroup &group : chart(1).groups)
            others.insert(group.key, &group);
        const auto add = [&](size_t side, const ChartGroup &group) {
            ChartGroup made = group;
            made.label = tr("%1: %2", "a group, of which side").arg(group.label, m_names[side]);
            made.values.assign(m_chart.series.size(), 0.0);
            for (size_t i = 0; i < group.values.size(); ++i)
                *made.values[partOf(chart(side).series[i])] += group.values[i].value_or(0);
            m_chart.groups.push_back(std::move(made));
        };
        for (const ChartGroup &group : chart(0).groups) {
            add(0, group);
            if (const ChartGroup *other = others.take(group.key))
                add(1, *other);
        }
        for (const ChartGroup &group : chart(1).groups) {
            if (others.contains(group.key))
                add(1, group);
        }
        m_answer.sentence = both(m_of[0].sentence, m_of[1].sentence);
    }

    /// The same steps for both.
    Result<void> mergeSpread(const InsightView &one, const InsightView &other)
    {
        std::array<std::vector<double>, 2> numbers;
        for (const auto &[side, of] : {std::pair{0, &one}, {1, &other}}) {
            auto found =
                analysis::ColumnNumbers::read(m_reader, of->rows, indexOf(m_question.column), m_stop);
            if (!found)
                return std::unexpected(found.error());
            numbers[size_t(side)] = std::move(found->numbers);
        }
        std::vector<double> all = numbers[0];
        all.insert(all.end(), numbers[1].begin(), numbers[1].end());
        m_chart.kind = ChartKind::Histogram;
        m_chart.valueAxis = {tr("Share of those with a number"), ValueForm::Share};
        nameSeries();
        for (const auto &step : analysis::Histogram::of(std::move(all), StepsOfBoth).steps) {
            ChartGroup group{.label = {},
                             .key = u"%1;%2"_s.arg(step.from, 0, 'g', 17).arg(step.to, 0, 'g', 17),
                             .n = step.count,
                             .known = {},
                             .values = {},
                             .from = step.from,
                             .to = step.to};
            for (const std::vector<double> &of : numbers) {
                const auto count = std::ranges::count_if(
                    of, [&step](double value) { return value >= step.from && value < step.to; });
                group.values.push_back(of.empty() ? std::nullopt
                                                  : std::optional(double(count) / double(of.size())));
                group.sides.push_back({count, {}, qint64(of.size()) < fewest().forSure});
            }
            m_chart.groups.push_back(std::move(group));
        }
        return {};
    }

    static QString both(const QString &one, const QString &other)
    {
        return tr("%1; %2", "the same of both sides").arg(one, other);
    }

    /// "Moscow: median 120,000, n = 300; Kazan: median 90,000, n = 210."
    void sayMedians()
    {
        QStringList said;
        for (size_t side = 0; side < m_of.size(); ++side) {
            const InsightAnswer &of = m_of[side];
            said.append(
                of.median
                    ? tr("%1: median %2, n = %3").arg(m_names[side], amount(*of.median), number(of.known))
                    : tr("%1: too few known values, n = %2").arg(m_names[side], number(of.known)));
        }
        m_answer.sentence = both(said[0], said[1]) + u'.';
    }

    void sayLargestDifference()
    {
        m_answer.sentence.clear();
        const ChartGroup *largest = nullptr;
        const auto difference = [](const ChartGroup &group) {
            return std::abs(*group.values[0] - *group.values[1]);
        };
        for (const ChartGroup &group : m_chart.groups) {
            const bool isSaid =
                group.values[0] && group.values[1] && !group.sides[0].few && !group.sides[1].few;
            if (isSaid && (!largest || difference(group) > difference(*largest)))
                largest = &group;
        }
        if (m_of[0].median || m_of[1].median) {
            sayMedians();
            return;
        }
        if (!largest)
            return;
        const auto told = [&](size_t side) {
            const double value = *largest->values[side];
            const bool isShare = m_chart.valueAxis.form == ValueForm::Share;
            return tr("%1 %2 (n = %3)")
                .arg(m_names[side], isShare ? percent(value) : signedAmount(value),
                     number(largest->sides[side].n));
        };
        m_answer.sentence = (difference(*largest) == 0 ? tr("%1: %2.") : tr("They differ most in %1: %2."))
                                .arg(largest->label, both(told(0), told(1)));
    }

    store::RowReader &m_reader;
    const InsightQuestion &m_question;
    const InsightView &m_view;
    std::stop_token m_stop;
    const std::array<QString, 2> m_names;
    std::array<InsightAnswer, 2> m_of;
    Chart m_chart;
    InsightAnswer m_answer;
};

} // namespace

Result<InsightAnswer> compareAnswers(store::RowReader &reader, const InsightQuestion &question,
                                     const InsightView &view, std::stop_token stop)
{
    return Comparing(reader, question, view, std::move(stop)).answer();
}

} // namespace linnet::models
