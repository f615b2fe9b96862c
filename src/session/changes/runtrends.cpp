// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/runtrends.h"

#include "analysis/stock.h"
#include "session/changes/runchanges.h"
#include "session/runkinds.h"
#include "store/schema/trendfile.h"
#include "table/changes/changeschema.h"
#include "table/changes/trendschema.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using table::TrendColumn;

namespace {

/// What came and went since the complete run before.
struct Flow
{
    qint64 news = 0;
    qint64 gone = 0;
    qint64 notSeen = 0;
    analysis::Stock came; ///< the new ads

    void add(const Flow &other)
    {
        news += other.news;
        gone += other.gone;
        notSeen += other.notSeen;
        came.pays.insert(came.pays.end(), other.came.pays.begin(), other.came.pays.end());
    }
};

/// A row to be.
struct Point
{
    QLatin1StringView per;
    QString begins;
    RunId run = 0;
    bool isComplete = false;
    analysis::Stock stock;
    std::optional<Flow> flow;
};

/// The Monday of the week in which a run began.
QDate weekOf(const QString &started)
{
    const QDate day = QDateTime::fromString(started, Qt::ISODate).toUTC().date();
    return day.addDays(1 - day.dayOfWeek());
}

/// One task, run after run.
class Trends
{
public:
    Trends(const QString &project, const std::stop_token &stop)
        : m_project(project)
        , m_stop(stop)
    {
    }

    Result<int> read(RunId run, RunTrends::Progress &progress);
    Result<void> write(const QString &path) const;

private:
    Result<Point> pointOf(store::RowReader &reader, const store::RunInfo &run) const;
    Result<std::optional<Flow>> flowOf(store::RowReader &reader, const store::RunInfo &run) const;
    std::vector<Point> weeks() const;
    table::Cells cellsOf(const Point &point) const;

    const QString &m_project;
    const std::stop_token &m_stop;
    analysis::PayUnit m_unit;
    std::vector<Point> m_points;
};

Result<int> Trends::read(RunId run, RunTrends::Progress &progress)
{
    const auto reader = store::RowReader::open(m_project);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(m_stop);
    const auto known = (*reader)->runs();
    if (!known)
        return std::unexpected(known.error());
    const auto asked = std::ranges::find(*known, run, &store::RunInfo::id);
    if (asked == known->end() || asked->kind != runkind::Vacancies)
        return fail(Reason::BadValue,
                    QCoreApplication::translate("linnet::session",
                                                "Trends are told of searches for vacancies; run %1 is none.")
                        .arg(run));
    const std::vector<store::RunInfo> runs = runsOfTask(*known, *asked);
    progress.total = int(runs.size());
    // The newest amounts are what the others are compared with.
    const auto newest = (*reader)->ids({&table::vacancySchema(), {runs.back().id}, {}, {}});
    const auto unit =
        newest ? analysis::usualUnit(m_project, *newest, m_stop) : std::unexpected(newest.error());
    if (!unit)
        return std::unexpected(unit.error());
    m_unit = *unit;
    for (const store::RunInfo &each : runs) {
        auto point = pointOf(**reader, each);
        if (!point)
            return std::unexpected(point.error());
        m_points.push_back(std::move(*point));
        ++progress.done;
    }
    return int(runs.size());
}

Result<Point> Trends::pointOf(store::RowReader &reader, const store::RunInfo &run) const
{
    const auto whole = isWhole(reader, run);
    const auto rows =
        whole ? reader.ids({&table::vacancySchema(), {run.id}, {}, {}}) : std::unexpected(whole.error());
    auto stock = rows ? analysis::readStock(m_project, *rows, m_unit, m_stop) : std::unexpected(rows.error());
    if (!stock)
        return std::unexpected(stock.error());
    Point point{"run"_L1, run.started, run.id, *whole, std::move(*stock), {}};
    if (!*whole)
        return point; // what it did not read is neither new nor gone
    auto flow = flowOf(reader, run);
    if (!flow)
        return std::unexpected(flow.error());
    point.flow = std::move(*flow);
    return point;
}

Result<std::optional<Flow>> Trends::flowOf(store::RowReader &reader, const store::RunInfo &run) const
{
    const auto both = sinceLastTime(reader, run.id);
    if (!both || !*both)
        return both ? Result<std::optional<Flow>>(std::nullopt) : std::unexpected(both.error());
    analysis::ComparisonProgress unseen;
    const auto changes =
        RunChanges::find(m_project, **both, {}, unseen, m_stop, RunChanges::History::LeftOut);
    if (!changes)
        return std::unexpected(changes.error());
    const auto count = [&](const QString &change) { return (*changes)->counts().changes.value(change); };
    Flow flow{count(u"new"_s), count(u"gone"_s), count(u"not_seen"_s), {}};
    const auto changed = store::RowReader::open((*changes)->path());
    if (!changed)
        return std::unexpected(changed.error());
    const table::Condition isNew{u"change"_s, table::FilterOp::Equals, {u"new"_s}, false};
    const auto rows = (*changed)->ids({&(*changes)->schema(), {}, {{isNew}}, {}});
    auto came = rows ? analysis::readStock(m_project, *rows, m_unit, m_stop) : std::unexpected(rows.error());
    if (!came)
        return std::unexpected(came.error());
    flow.came = std::move(*came);
    return flow;
}

/// The stock of a week is that of its last complete run, its flow that of all its runs.
std::vector<Point> Trends::weeks() const
{
    std::map<QDate, Point> weeks;
    for (const Point &run : m_points) {
        const QDate monday = weekOf(run.begins);
        if (!run.isComplete || !monday.isValid())
            continue;
        Point &week = weeks[monday];
        week.per = "week"_L1;
        week.begins = monday.toString(Qt::ISODate);
        week.run = run.run;
        week.isComplete = true;
        week.stock = run.stock;
        if (run.flow && week.flow)
            week.flow->add(*run.flow);
        else if (run.flow)
            week.flow = run.flow;
    }
    std::vector<Point> result;
    for (auto &[monday, week] : weeks)
        result.push_back(std::move(week));
    return result;
}

table::Cells Trends::cellsOf(const Point &point) const
{
    table::Cells cells(table::trendSchema().columns.size());
    const auto set = [&cells](TrendColumn column, table::Value value) {
        cells[size_t(std::to_underlying(column))] = std::move(value);
    };
    const auto setMedian = [&](TrendColumn column, const analysis::Stock &stock) {
        if (const std::optional<double> median = stock.medianPay())
            set(column, *median);
    };
    set(TrendColumn::Per, QString(point.per));
    set(TrendColumn::Begins, point.begins);
    set(TrendColumn::Run, point.run);
    set(TrendColumn::Complete, point.isComplete);
    set(TrendColumn::Stock, point.stock.ads);
    set(TrendColumn::StockUnique, point.stock.jobs);
    setMedian(TrendColumn::StockMedianPay, point.stock);
    set(TrendColumn::StockPayN, qint64(point.stock.pays.size()));
    if (point.flow) {
        set(TrendColumn::FlowNew, point.flow->news);
        set(TrendColumn::FlowGone, point.flow->gone);
        set(TrendColumn::FlowNotSeen, point.flow->notSeen);
        setMedian(TrendColumn::FlowMedianPay, point.flow->came);
        set(TrendColumn::FlowPayN, qint64(point.flow->came.pays.size()));
    }
    if (!m_unit.currency.isEmpty())
        set(TrendColumn::Currency, m_unit.currency);
    if (!m_unit.period.isEmpty())
        set(TrendColumn::SalaryMode, m_unit.period);
    if (m_unit.beforeTax)
        set(TrendColumn::SalaryGross, *m_unit.beforeTax);
    return cells;
}

Result<void> Trends::write(const QString &path) const
{
    const auto file = store::TrendFile::create(path, m_project);
    if (!file)
        return std::unexpected(file.error());
    for (const std::vector<Point> &points : {m_points, weeks()}) {
        for (const Point &point : points) {
            if (const Result<void> added = (*file)->add(cellsOf(point)); !added)
                return added;
        }
    }
    return (*file)->commit();
}

} // namespace

RunTrends::RunTrends() = default;
RunTrends::~RunTrends() = default;

Result<std::shared_ptr<const RunTrends>> RunTrends::find(const QString &projectPath, RunId run,
                                                         Progress &progress, const std::stop_token &stop)
{
    std::shared_ptr<RunTrends> result(new RunTrends);
    result->m_folder = std::make_unique<QTemporaryDir>();
    if (!result->m_folder->isValid())
        return fail(Reason::Io, result->m_folder->errorString());
    result->m_path = result->m_folder->filePath(u"trends"_s);
    Trends trends(projectPath, stop);
    const auto runs = trends.read(run, progress);
    if (!runs)
        return std::unexpected(runs.error());
    result->m_runs = *runs;
    if (const Result<void> written = trends.write(result->m_path); !written)
        return std::unexpected(written.error());
    return result;
}

} // namespace linnet::session
