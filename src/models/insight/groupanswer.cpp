// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/groupanswer.h"

#include "analysis/stats/againstall.h"
#include "analysis/stats/groupstats.h"
#include "models/insight/answerwords.h"

#include <QHash>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using analysis::GroupStats;
using table::Column;

namespace {

constexpr size_t MostParts = 5; ///< of a group that is cut; the others are one more
constexpr qsizetype NamedInSentence = 3;

/// What is told of rows by the values of one column or two.
class GroupAnswering : private AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    GroupAnswering(store::RowReader &reader, const InsightQuestion &question, const InsightView &view,
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
        draw::Chart &chart = m_answer.chart;
        chart.title = m_question.text();
        chart.unit = unit();
        chart.groupAxis = {columnTitle(m_question.column)};
        m_answer.column = m_question.column;
        m_answer.split = m_question.split;
        const bool isCounted = m_question.kind == InsightQuestion::Kind::Groups;
        const Result<void> made = m_question.split.isEmpty() ? (isCounted ? groups() : measured())
                                                             : (isCounted ? parts() : measuredParts());
        if (!made)
            return std::unexpected(made.error());
        return std::move(m_answer);
    }

private:
    void takeAll(const GroupStats &all)
    {
        m_answer.chart.n = all.rows;
        m_answer.chart.total = all.rows;
        if (m_question.measure.isEmpty())
            return;
        m_answer.chart.n = m_answer.known = all.known;
        if (all.rows > 0)
            m_answer.chart.knownShare = double(all.known) / double(all.rows);
        m_answer.median = quantilesOf(all).median;
    }

    analysis::StatsQuestion asked(const QList<QLatin1StringView> &by, qsizetype top) const
    {
        analysis::StatsQuestion asked{.rows = m_view.rows, .by = {}, .measure = {}, .top = top};
        for (const QLatin1StringView key : by)
            asked.by.append(indexOf(key));
        if (!m_question.measure.isEmpty())
            asked.measure = indexOf(m_question.measure);
        return asked;
    }

    Result<void> groups()
    {
        const auto question = asked({m_question.column}, MostGroups);
        const auto found = analysis::groupStats(m_reader, question, m_stop);
        if (!found)
            return std::unexpected(found.error());
        takeAll(found->all);
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Bars;
        chart.valueAxis = {rowsTitle(), draw::ValueForm::Count};
        const Column &of = column(m_question.column);
        for (const GroupStats &group : found->top)
            chart.groups.push_back({.label = labelOf(of, group.of[0]),
                                    .key = table::toText(group.of[0]),
                                    .n = group.rows,
                                    .known = {},
                                    .values = {double(group.rows)}});
        const auto first = std::ranges::find_if(
            found->top, [](const GroupStats &group) { return !table::isNull(group.of[0]); });
        if (first != found->top.end())
            m_answer.sentence = tr("%1: %2 of %3, %4.")
                                    .arg(labelOf(of, first->of[0]), number(first->rows), number(chart.total),
                                         percent(first->share));
        return m_view.rows.filter.isEmpty() ? Result<void>() : compareWithAll(question, *found);
    }

    Result<void> compareWithAll(const analysis::StatsQuestion &question, const analysis::StatsAnswer &here)
    {
        const auto against = analysis::againstAll(m_reader, question, here, m_stop);
        if (!against)
            return std::unexpected(against.error());
        draw::Chart &chart = m_answer.chart;
        chart.further = {{tr("Share here"), u"share"_s, draw::ValueForm::Share},
                         {tr("Share in all"), u"share_all"_s, draw::ValueForm::Share},
                         {tr("Times as often as in all"), u"ratio"_s, draw::ValueForm::Amount}};
        const Column &of = column(m_question.column);
        std::vector<size_t> more;
        for (size_t i = 0; i < against->size(); ++i) {
            const analysis::AgainstAll &one = (*against)[i];
            const double share = here.top[i].share;
            draw::ChartGroup &group = chart.groups[i];
            group.further = {share, one.shareInAll, one.ratio};
            if (!one.isSignificant)
                continue;
            const bool isMore = share > one.shareInAll;
            group.note = (isMore ? tr("More often than in all: %1 here, %2 in all.")
                                 : tr("Less often than in all: %1 here, %2 in all."))
                             .arg(percent(share), percent(one.shareInAll));
            if (isMore && !table::isNull(here.top[i].of[0]))
                more.push_back(i);
        }
        std::ranges::stable_sort(more, std::greater(), [&](size_t i) { return *(*against)[i].ratio; });
        QStringList named;
        for (const size_t i : more) {
            if (named.size() == NamedInSentence)
                break;
            named.append(tr("%1 (%2, in all %3)")
                             .arg(labelOf(of, here.top[i].of[0]), percent(here.top[i].share),
                                  percent((*against)[i].shareInAll)));
        }
        if (!named.isEmpty())
            m_answer.sentence += (m_answer.sentence.isEmpty() ? QString() : u" "_s) +
                                 tr("More often here than in all: %1.", "with items and their shares")
                                     .arg(named.join(u", "_s));
        return {};
    }

    draw::ChartGroup range(const GroupStats &group, const QString &label, const QString &key) const
    {
        return {.label = label,
                .key = key,
                .n = group.rows,
                .known = group.known,
                .few = group.known < fewest().forSure,
                .values = {},
                .quantiles = quantilesOf(group)};
    }

    void beginRanges()
    {
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Ranges;
        chart.basis = basis(m_question.measure);
        chart.valueAxis = {measureTitle(m_question.measure), draw::ValueForm::Amount};
    }

    void sayBest(const GroupStats *best, const QString &label)
    {
        if (best)
            m_answer.sentence = tr("The highest median, %1, goes with %2 (n = %3).")
                                    .arg(amount(best->spread->median), label, number(best->known));
    }

    Result<void> measured()
    {
        const auto found = analysis::groupStats(m_reader, asked({m_question.column}, MostGroups), m_stop);
        if (!found)
            return std::unexpected(found.error());
        takeAll(found->all);
        beginRanges();
        const Column &of = column(m_question.column);
        const GroupStats *best = nullptr;
        for (const GroupStats &group : found->top) {
            if (group.known == 0)
                continue;
            m_answer.chart.groups.push_back(
                range(group, labelOf(of, group.of[0]), table::toText(group.of[0])));
            if (canBeBest(group) && (!best || group.spread->median > best->spread->median))
                best = &group;
        }
        sayBest(best, best ? labelOf(of, best->of[0]) : QString());
        return {};
    }

    bool canBeBest(const GroupStats &group) const
    {
        const bool isSaid =
            std::ranges::none_of(group.of, [](const table::Value &value) { return table::isNull(value); });
        return isSaid && group.known >= std::max(fewest().forSure, fewest().forMedian);
    }

    QString pairLabel(const std::vector<table::Value> &of) const
    {
        return tr("%1, %2", "two values of a row")
            .arg(labelOf(column(m_question.column), of[0]), labelOf(column(m_question.split), of[1]));
    }

    /// Groups of both columns, those of one value of the first side by side.
    Result<void> measuredParts()
    {
        const auto found =
            analysis::groupStats(m_reader, asked({m_question.column, m_question.split}, MostGroups), m_stop);
        if (!found)
            return std::unexpected(found.error());
        takeAll(found->all);
        beginRanges();
        m_answer.chart.groupAxis = {tr("%1, %2", "two values of a row")
                                        .arg(columnTitle(m_question.column), columnTitle(m_question.split))};
        QHash<QString, qsizetype> places; // of the first column, most frequent first
        std::vector<const GroupStats *> shown;
        for (const GroupStats &group : found->top) {
            if (group.known == 0)
                continue;
            const QString first = table::toText(group.of[0]);
            if (!places.contains(first))
                places.insert(first, places.size());
            shown.push_back(&group);
        }
        std::ranges::stable_sort(shown, {}, [&places](const GroupStats *group) {
            return places.value(table::toText(group->of[0]));
        });
        const GroupStats *best = nullptr;
        for (const GroupStats *group : shown) {
            m_answer.chart.groups.push_back(
                range(*group, pairLabel(group->of),
                      table::toText(group->of[0]) + KeySeparator + table::toText(group->of[1])));
            if (canBeBest(*group) && (!best || group->spread->median > best->spread->median))
                best = group;
        }
        sayBest(best, best ? pairLabel(best->of) : QString());
        return {};
    }

    /// Each group with the shares of the most frequent values of the second column.
    Result<void> parts()
    {
        const auto first = analysis::groupStats(m_reader, asked({m_question.column}, MostGroups), m_stop);
        const auto second =
            first
                ? analysis::groupStats(m_reader, asked({m_question.split}, qsizetype(MostParts) + 1), m_stop)
                : first;
        const auto both =
            second ? analysis::groupStats(m_reader, asked({m_question.column, m_question.split}, 0), m_stop)
                   : second;
        if (!both)
            return std::unexpected(both.error());
        takeAll(first->all);
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Shares;
        chart.valueAxis = {tr("Shares by: %1").arg(columnTitle(m_question.split)), draw::ValueForm::Share};
        if (column(m_question.split).type == table::ColumnType::List)
            chart.basis = tr("A row counts once for each of its items.");
        // Six can be told apart: all of them, or five and the others.
        const size_t named =
            std::min(second->top.size(), second->groups > qint64(MostParts) + 1 ? MostParts : MostParts + 1);
        QHash<QString, size_t> parts;
        for (size_t i = 0; i < named; ++i) {
            const table::Value &value = second->top[i].of[0];
            parts.insert(table::toText(value), i);
            chart.series.push_back({labelOf(column(m_question.split), value), table::toText(value), 0});
        }
        const bool hasOthers = second->groups > qint64(named);
        if (hasOthers)
            chart.series.push_back({tr("other"), {}, 0});
        QHash<QString, size_t> rows;
        for (const GroupStats &group : first->top) {
            rows.insert(table::toText(group.of[0]), chart.groups.size());
            chart.groups.push_back({.label = labelOf(column(m_question.column), group.of[0]),
                                    .key = table::toText(group.of[0]),
                                    .n = group.rows,
                                    .known = {},
                                    .few = group.rows < fewest().forSure,
                                    .values = std::vector<std::optional<double>>(chart.series.size(), 0.0)});
        }
        for (const GroupStats &group : both->top) {
            const auto row = rows.constFind(table::toText(group.of[0]));
            if (row == rows.cend())
                continue;
            const size_t part = parts.value(table::toText(group.of[1]), named);
            if (part < chart.series.size())
                *chart.groups[*row].values[part] += double(group.rows);
        }
        sayLargestPart(named);
        return {};
    }

    void sayLargestPart(size_t named)
    {
        const draw::Chart &chart = m_answer.chart;
        const auto first = std::ranges::find_if(
            chart.groups, [](const draw::ChartGroup &group) { return !group.key.isEmpty() && !group.few; });
        if (first == chart.groups.end() || named == 0)
            return;
        const auto largest =
            std::ranges::max_element(first->values.begin(), first->values.begin() + std::ptrdiff_t(named));
        m_answer.sentence =
            tr("%1: most often %2, %3 of %4.")
                .arg(first->label, chart.series[size_t(largest - first->values.begin())].label,
                     number(qint64(**largest)), number(first->n));
    }

    store::RowReader &m_reader;
    const InsightQuestion &m_question;
    const InsightView &m_view;
    std::stop_token m_stop;
    InsightAnswer m_answer;
};

} // namespace

Result<InsightAnswer> answerByGroups(store::RowReader &reader, const InsightQuestion &question,
                                     const InsightView &view, std::stop_token stop)
{
    return GroupAnswering(reader, question, view, std::move(stop)).answer();
}

} // namespace linnet::models
