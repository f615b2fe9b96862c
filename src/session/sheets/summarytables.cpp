// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/summarytables.h"

#include "analysis/stats/columnnumbers.h"
#include "analysis/stats/fewest.h"
#include "analysis/stats/groupstats.h"
#include "analysis/stats/histogram.h"
#include "session/sheets/hostcounts.h"
#include "session/sheets/paybasis.h"
#include "table/checkschema.h"
#include "table/codetitle.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using analysis::FewestForMedian;
using analysis::FewestForSure;
using analysis::FewestForTenths;
using analysis::GroupStats;
using exports::SheetTable;
using Form = exports::SheetColumn::Form;

namespace {

constexpr qsizetype Top = 10; ///< so many names in a table
constexpr qsizetype MostDepths = 25;
constexpr int Steps = 12; ///< of a histogram, about
constexpr int NamesWidth = 260;

/// What is told of the rows of one table, question by question.
class Summing
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::SummaryTables)

public:
    Summing(store::RowReader &reader, const SummaryRows &rows, std::stop_token stop)
        : m_reader(reader)
        , m_rows(rows)
        , m_query{rows.schema, rows.runs, {}, {}}
        , m_stop(std::move(stop))
    {
    }

    Result<exports::FurtherSheets> sums()
    {
        Result<void> done;
        if (&m_rows.schema->rows() == &table::vacancySchema())
            done = ofVacancies();
        else if (&m_rows.schema->rows() == &table::pageSchema())
            done = ofPages();
        else if (&m_rows.schema->rows() == &table::checkSchema())
            done = ofChecks();
        if (!done)
            return std::unexpected(done.error());
        return std::move(m_sheets);
    }

private:
    /// Asks one question after the other; what a column is too large for is no error.
    Result<void> all(std::initializer_list<Result<void> (Summing::*)()> questions)
    {
        for (const auto question : questions) {
            const Result<void> answered = (this->*question)();
            if (!answered && answered.error().reason != Reason::TooLarge)
                return answered;
            if (!answered)
                m_sheets.notices.append(tr("The summary has nothing on “%1”: it would take too much memory.")
                                            .arg(answered.error().detail));
        }
        return {};
    }

    Result<void> ofVacancies()
    {
        const auto basis = PayBasis::of(m_reader);
        if (!basis)
            return std::unexpected(basis.error());
        m_unit = basis->unit();
        m_basis = basis->sentence();
        m_rowsTitle = tr("Ads");
        m_measure = int(table::VacancyColumn::Pay);
        return all({&Summing::known, &Summing::quantiles, &Summing::histogram, &Summing::employers,
                    &Summing::areas, &Summing::skills});
    }
    Result<void> ofPages()
    {
        m_rowsTitle = tr("Addresses");
        return all({&Summing::pageStates, &Summing::pageStatus, &Summing::depths, &Summing::hosts});
    }
    Result<void> ofChecks()
    {
        m_rowsTitle = tr("Addresses");
        m_unit = tr("Seconds until the answer was there");
        m_measure = int(table::CheckColumn::Seconds);
        return all({&Summing::checkStates, &Summing::failures, &Summing::checkStatus, &Summing::quantiles,
                    &Summing::histogram});
    }

    Result<void> employers() { return groups(int(table::VacancyColumn::Employer), tr("Who hires?"), true); }
    Result<void> areas() { return groups(int(table::VacancyColumn::Area), tr("Where are the jobs?"), true); }
    Result<void> skills()
    {
        return groups(int(table::VacancyColumn::Skills), tr("Which skills are asked for?"), true);
    }
    Result<void> pageStates()
    {
        return groups(int(table::PageColumn::State), tr("What became of the addresses?"), false);
    }
    Result<void> pageStatus()
    {
        return groups(int(table::PageColumn::Status), tr("What do the servers answer?"), false);
    }
    Result<void> checkStates()
    {
        return groups(int(table::CheckColumn::State), tr("How were the answers?"), false);
    }
    Result<void> failures()
    {
        return groups(int(table::CheckColumn::Reason), tr("Why do addresses fail?"), false, false);
    }
    Result<void> checkStatus()
    {
        return groups(int(table::CheckColumn::Status), tr("What do the servers answer?"), false);
    }

    QString labelOf(int column, const table::Value &value) const
    {
        const table::Column &of = m_rows.schema->columns[size_t(column)];
        const QString text = table::toText(value);
        if (text.isEmpty())
            return m_measure && &m_rows.schema->rows() == &table::vacancySchema() ? tr("not said")
                                                                                  : tr("none");
        return of.type == table::ColumnType::Code ? table::codeTitle(of, text) : text;
    }
    QString number(qint64 count) const { return m_locale.toString(count); }

    Result<analysis::StatsAnswer> stats(QList<int> by, std::optional<int> measure, qsizetype top)
    {
        return analysis::groupStats(
            m_reader,
            {.rows = m_query, .by = std::move(by), .measure = measure, .top = top, .among = m_rows.ids},
            m_stop);
    }

    /// The most frequent values of a column; those that are empty only when they mean something.
    Result<void> groups(int column, const QString &title, bool isMeasured, bool withEmpty = true)
    {
        const auto found = stats({column}, isMeasured ? m_measure : std::nullopt, Top + 1);
        if (!found)
            return std::unexpected(found.error());
        const table::Column &of = m_rows.schema->columns[size_t(column)];
        SheetTable sheet{.title = title,
                         .columns = {{columnTitle(of), Form::Text, NamesWidth},
                                     {m_rowsTitle, Form::Count},
                                     {tr("Share"), Form::Share}},
                         .chart = SheetTable::Chart::Bars};
        if (isMeasured)
            sheet.columns += {{tr("Pay known"), Form::Count}, {tr("Median pay"), Form::Amount}};
        for (const GroupStats &group : found->top) {
            const bool isEmpty = table::toText(group.of[0]).isEmpty();
            if (qsizetype(sheet.rows.size()) == Top || (isEmpty && !withEmpty))
                continue;
            table::Cells cells{labelOf(column, group.of[0]), group.rows, group.share};
            if (isMeasured) {
                cells.push_back(group.known);
                cells.push_back(group.known >= FewestForMedian ? table::Value(rounded(group.spread->median))
                                                               : table::Value());
                if (group.known < FewestForSure)
                    sheet.faint.append(int(sheet.rows.size()));
            }
            sheet.rows.push_back(std::move(cells));
        }
        if (found->groups > qint64(sheet.rows.size()))
            sheet.notes.append(tr("The %n most frequent of %1.", nullptr, int(sheet.rows.size()))
                                   .arg(number(found->groups)));
        if (of.type == table::ColumnType::List)
            sheet.notes.append(tr("A row counts once for each of its items."));
        if (isMeasured)
            sheet.notes.append(tr("%1. No median of fewer than %2 known values; grey: of fewer than %3.")
                                   .arg(m_unit, number(FewestForMedian), number(FewestForSure)));
        add(std::move(sheet));
        return {};
    }

    Result<void> known()
    {
        const auto found = stats({}, m_measure, 0);
        if (!found)
            return std::unexpected(found.error());
        const qint64 rows = found->all.rows;
        const qint64 paid = found->all.known;
        const auto share = [&](qint64 part) { return rows > 0 ? double(part) / double(rows) : 0.0; };
        add({.title = tr("How many ads name their pay?"),
             .notes = {m_basis},
             .columns = {{tr("Ads"), Form::Text, NamesWidth},
                         {m_rowsTitle, Form::Count},
                         {tr("Share"), Form::Share}},
             .rows = {{tr("All"), rows, share(rows)},
                      {tr("Pay known"), paid, share(paid)},
                      {tr("Pay not known"), rows - paid, share(rows - paid)}},
             .chart = SheetTable::Chart::Bars});
        return {};
    }

    /// Median, quarters and tenths, each only when enough values are known.
    Result<void> quantiles()
    {
        const auto found = stats({}, m_measure, 0);
        if (!found)
            return std::unexpected(found.error());
        const qint64 known = found->all.known;
        SheetTable sheet{.title = isPay() ? tr("What is paid?") : tr("How long do answers take?"),
                         .notes = {tr("Known for %1 of %2.").arg(number(known), number(found->all.rows))},
                         .columns = {{tr("Part"), Form::Text, NamesWidth}, {m_unit, Form::Amount}},
                         .chart = SheetTable::Chart::Columns};
        if (isPay())
            sheet.notes.append(m_basis);
        if (known >= FewestForMedian) {
            const analysis::Spread &spread = *found->all.spread;
            const auto line = [&](const QString &name, double value) {
                sheet.rows.push_back({name, rounded(value)});
            };
            if (known >= FewestForTenths)
                line(tr("a tenth is below"), spread.p10);
            line(tr("a quarter is below"), spread.p25);
            line(tr("median: half is below"), spread.median);
            line(tr("a quarter is above"), spread.p75);
            if (known >= FewestForTenths)
                line(tr("a tenth is above"), spread.p90);
            for (int row = 0; known < FewestForSure && row < int(sheet.rows.size()); ++row)
                sheet.faint.append(row);
        } else {
            sheet.notes.append(tr("Too few for a median."));
            sheet.rows.push_back({tr("median: half is below"), table::Value()});
            sheet.chart = SheetTable::Chart::None;
        }
        add(std::move(sheet));
        return {};
    }

    Result<void> histogram()
    {
        auto found =
            analysis::ColumnNumbers::read(m_reader, m_query, m_measure.value_or(0), m_stop, m_rows.ids);
        if (!found)
            return std::unexpected(found.error());
        if (qint64(found->numbers.size()) < FewestForMedian)
            return {};
        SheetTable sheet{.title = isPay() ? tr("How is pay spread?") : tr("How are the times spread?"),
                         .columns = {{m_unit, Form::Text, NamesWidth}, {m_rowsTitle, Form::Count}},
                         .chart = SheetTable::Chart::Columns};
        for (const auto &step : analysis::Histogram::of(std::move(found->numbers), Steps).steps)
            sheet.rows.push_back({rangeText(step.from, step.to), step.count});
        add(std::move(sheet));
        return {};
    }

    Result<void> depths()
    {
        const auto found = stats({int(table::PageColumn::Depth)}, std::nullopt, 0);
        if (!found)
            return std::unexpected(found.error());
        SheetTable sheet{.title = tr("How many clicks away are the pages?"),
                         .columns = {{tr("Clicks from the start"), Form::Text, NamesWidth},
                                     {m_rowsTitle, Form::Count},
                                     {tr("Share"), Form::Share}},
                         .chart = SheetTable::Chart::Columns};
        std::vector<const GroupStats *> byDepth;
        for (const GroupStats &group : found->top) {
            if (std::holds_alternative<qint64>(group.of[0]))
                byDepth.push_back(&group);
        }
        std::ranges::sort(byDepth, {},
                          [](const GroupStats *group) { return std::get<qint64>(group->of[0]); });
        for (size_t i = 0; i < byDepth.size() && i < size_t(MostDepths); ++i)
            sheet.rows.push_back({table::toText(byDepth[i]->of[0]), byDepth[i]->rows, byDepth[i]->share});
        if (byDepth.size() > sheet.rows.size())
            sheet.notes.append(tr("The first %n.", nullptr, int(sheet.rows.size())));
        add(std::move(sheet));
        return {};
    }

    Result<void> hosts()
    {
        const auto counted = hostCounts(m_reader, m_rows, m_stop);
        if (!counted)
            return std::unexpected(counted.error());
        SheetTable sheet{.title = tr("Which servers are they on?"),
                         .columns = {{tr("Server"), Form::Text, NamesWidth},
                                     {m_rowsTitle, Form::Count},
                                     {tr("Failed"), Form::Count}},
                         .chart = SheetTable::Chart::Bars};
        for (size_t i = 0; i < counted->size() && i < size_t(Top); ++i)
            sheet.rows.push_back({(*counted)[i].host, (*counted)[i].rows, (*counted)[i].failed});
        if (counted->size() > sheet.rows.size())
            sheet.notes.append(tr("The %n most frequent of %1.", nullptr, int(sheet.rows.size()))
                                   .arg(number(qint64(counted->size()))));
        add(std::move(sheet));
        return {};
    }

    bool isPay() const { return &m_rows.schema->rows() == &table::vacancySchema(); }
    /// Quantiles lie between two numbers, with more digits than mean anything.
    static double rounded(double value)
    {
        constexpr double Digits = 1e4;
        return std::round(value * Digits) / Digits;
    }
    QString amount(double value) const
    {
        return m_locale.toString(value, 'f', value == std::round(value) ? 0 : 2);
    }
    QString rangeText(double from, double to) const
    {
        if (std::isinf(from))
            return tr("below %1").arg(amount(to));
        return std::isinf(to) ? tr("%1 and more").arg(amount(from))
                              : u"%1 – %2"_s.arg(amount(from), amount(to));
    }
    void add(SheetTable sheet)
    {
        if (!sheet.rows.empty())
            m_sheets.summary.push_back(std::move(sheet));
    }

    store::RowReader &m_reader;
    const SummaryRows &m_rows;
    store::RowQuery m_query;
    std::stop_token m_stop;
    QLocale m_locale;
    QString m_rowsTitle;
    QString m_unit;
    QString m_basis;
    std::optional<int> m_measure;
    exports::FurtherSheets m_sheets;
};

} // namespace

bool hasSummary(const table::Schema &schema)
{
    return &schema.rows() == &table::vacancySchema() || &schema.rows() == &table::pageSchema() ||
           &schema.rows() == &table::checkSchema();
}

Result<exports::FurtherSheets> summaryTables(store::RowReader &reader, const SummaryRows &rows,
                                             std::stop_token stop)
{
    return Summing(reader, rows, std::move(stop)).sums();
}

} // namespace linnet::session
