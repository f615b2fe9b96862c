// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/headfigures.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/groupstats.h"
#include "analysis/stats/spread.h"
#include "draw/chart/chartnumbers.h"
#include "draw/chart/chartwords.h"
#include "models/insight/insightfigures.h"
#include "models/table/cellformat.h"
#include "table/checkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QSet>
#include <QUrl>

#include <cmath>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype NamedSources = 3;

/// Counts what stands on top of a report.
class FigureMaker
{
    Q_DECLARE_TR_FUNCTIONS(linnet::report::Figure)

public:
    FigureMaker(store::RowReader &reader, const models::InsightView &view, std::stop_token stop)
        : m_reader(reader)
        , m_view(view)
        , m_numbers(view.locale)
        , m_stop(std::move(stop))
    {
    }

    Result<std::vector<Figure>> make()
    {
        const Result<void> made =
            &m_view.rows.schema->rows() == &table::vacancySchema() ? ofAds() : ofAddresses();
        if (!made)
            return std::unexpected(made.error());
        return std::move(m_figures);
    }

private:
    QString share(qint64 part, qint64 of) const
    {
        return m_numbers.text(of > 0 ? std::optional(double(part) / double(of)) : std::nullopt,
                              draw::ValueForm::Share);
    }

    /// What rests on few values is marked, and nothing is told of very few.
    Figure median(const QString &label, std::optional<double> value, qint64 known, const QString &amount,
                  const QString &detail) const
    {
        Figure figure{label, draw::ChartNumbers::nothing(),
                      tr("too few known values, n = %1").arg(m_numbers.count(known))};
        if (!value)
            return figure;
        figure.value = amount.arg(m_numbers.text(*value, draw::ValueForm::Amount));
        figure.detail = detail.arg(m_numbers.count(known));
        figure.few = known < m_view.fewest.forSure;
        if (figure.few)
            figure.detail += u"; "_s + draw::ChartWords::fewKnown();
        return figure;
    }

    Result<void> ofAds()
    {
        const auto found = models::InsightFigures::of(m_reader, m_view.rows, m_stop, m_view.fewest);
        const auto sources =
            found
                ? analysis::groupStats(
                      m_reader,
                      {.rows = m_view.rows, .by = {int(table::VacancyColumn::Source)}, .measure = {}}, m_stop)
                : std::unexpected(found.error());
        if (!sources)
            return std::unexpected(sources.error());
        m_figures.push_back({tr("Ads"), m_numbers.count(found->rows), {}});
        m_figures.push_back(
            {tr("Pay that compares is known"), share(found->paid, found->rows),
             tr("for %1 of %2 ads").arg(m_numbers.count(found->paid), m_numbers.count(found->rows))});
        m_figures.push_back(median(tr("Median pay"), found->median, found->paid, tr("%1 ₽"),
                                   m_view.beforeTax ? tr("a month before tax, n = %1 ads")
                                                    : tr("a month in hand, n = %1 ads")));
        m_figures.push_back(ofSources(*sources));
        return {};
    }

    Figure ofSources(const analysis::StatsAnswer &sources) const
    {
        const models::CellFormat format(m_view.locale);
        const table::Column &column = table::vacancySchema().columns[size_t(table::VacancyColumn::Source)];
        QStringList parts;
        for (const analysis::GroupStats &group : sources.top) {
            if (parts.size() == NamedSources) {
                parts.append(tr("and %n more", nullptr, int(sources.groups - NamedSources)));
                break;
            }
            const QString name =
                table::isNull(group.of[0]) ? tr("not said") : format.display(column, group.of[0]);
            parts.append(tr("%1 %2").arg(name, share(group.rows, sources.all.rows)));
        }
        return {tr("Sources"), m_numbers.count(sources.groups), parts.join(u", "_s)};
    }

    Result<qint64> countOf(QLatin1StringView column, table::FilterOp op, const QList<table::Value> &operands,
                           bool negated = false)
    {
        store::RowQuery rows = m_view.rows;
        rows.filter.conditions.append({.column = column, .op = op, .operands = operands, .negated = negated});
        return m_reader.count(rows);
    }

    Result<void> ofAddresses()
    {
        const bool isCrawl = &m_view.rows.schema->rows() == &table::pageSchema();
        using table::FilterOp;
        const Result<qint64> all = m_reader.count(m_view.rows);
        const Result<qint64> asked =
            !isCrawl || !all ? all : countOf("state"_L1, FilterOp::OneOf, {u"skipped"_s}, true);
        const Result<qint64> wrong = !asked    ? asked
                                     : isCrawl ? countOf("verdict"_L1, FilterOp::OneOf, {u"broken"_s})
                                               : countOf("reason"_L1, FilterOp::Empty, {}, true);
        if (!wrong)
            return std::unexpected(wrong.error());
        auto seconds = analysis::ColumnNumbers::read(
            m_reader, m_view.rows,
            isCrawl ? int(table::PageColumn::Seconds) : int(table::CheckColumn::Seconds), m_stop);
        const Result<qint64> hosts = seconds ? countHosts() : std::unexpected(seconds.error());
        if (!hosts)
            return std::unexpected(hosts.error());
        const auto known = qint64(seconds->numbers.size());
        std::optional<double> middle;
        if (known >= m_view.fewest.forMedian)
            middle = medianOf(std::move(seconds->numbers));
        m_figures.push_back({tr("Addresses"), m_numbers.count(*all),
                             isCrawl ? tr("%1 of them were asked").arg(m_numbers.count(*asked)) : QString()});
        m_figures.push_back(
            {isCrawl ? tr("Broken") : tr("Failures"), m_numbers.count(*wrong),
             *asked > 0 ? tr("%1 of %2 addresses asked").arg(share(*wrong, *asked), m_numbers.count(*asked))
                        : QString()});
        m_figures.push_back(median(tr("Median time to the answer"), middle, known, tr("%1 s"),
                                   tr("to the last byte, n = %1 answers")));
        m_figures.push_back({tr("Hosts"), m_numbers.count(*hosts), {}});
        return {};
    }

    static std::optional<double> medianOf(std::vector<double> numbers)
    {
        const auto spread = analysis::Spread::of(std::move(numbers));
        return spread ? std::optional(spread->median) : std::nullopt;
    }

    Result<qint64> countHosts()
    {
        const auto ids = m_reader.ids(m_view.rows);
        const auto cursor = ids ? m_reader.cursor(*m_view.rows.schema, {0}) : std::unexpected(ids.error());
        if (!cursor)
            return std::unexpected(cursor.error());
        QSet<QByteArray> hosts;
        const auto read = (*cursor)->read(*ids, [&](size_t, table::CellViews cells) {
            if (const auto *address = std::get_if<QByteArrayView>(&cells[0]))
                hosts.insert(hostOf(*address));
            return !m_stop.stop_requested();
        });
        if (!read)
            return std::unexpected(read.error());
        if (m_stop.stop_requested())
            return fail(Reason::Cancelled);
        hosts.remove({});
        return hosts.size();
    }

    /// Of an address as it is stored, which has no login; QUrl would take seconds for a million of them.
    static QByteArray hostOf(QByteArrayView address)
    {
        const qsizetype begin = address.indexOf("://");
        if (begin < 0)
            return {};
        const QByteArrayView rest = address.sliced(begin + 3);
        qsizetype end = 0;
        while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && rest[end] != '#')
            ++end;
        return rest.first(end).toByteArray().toLower();
    }

    store::RowReader &m_reader;
    const models::InsightView &m_view;
    draw::ChartNumbers m_numbers;
    std::stop_token m_stop;
    std::vector<Figure> m_figures;
};

} // namespace

Result<std::vector<Figure>> headFigures(store::RowReader &reader, const models::InsightView &view,
                                        std::stop_token stop)
{
    return FigureMaker(reader, view, std::move(stop)).make();
}

} // namespace linnet::report
