// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statscommand.h"

#include "analysis/stats/againstall.h"
#include "analysis/stats/coverage.h"
#include "analysis/stats/groupstats.h"
#include "analysis/stats/pairs.h"
#include "analysis/stats/premium.h"
#include "cli/options/options.h"
#include "cli/options/payrulesoption.h"
#include "cli/output/madetable.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "cli/output/summary.h"
#include "cli/process/interruptwatcher.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QtConcurrentRun>

#include <cmath>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;

/// What the options ask, and the table of the answer.
struct StatsCommand::Asked
{
    std::optional<ReadProject> project;
    analysis::StatsQuestion question;
    std::optional<int> premium; ///< the column of which it is asked
    QList<int> alike;           ///< of a premium
    QList<int> pairs;           ///< the column of lists whose items are paired
    std::vector<int> covered;   ///< columns of which it is asked how often they are filled
    bool isAgainstAll = false;
    OutputOptions output;
    QByteArray secondKey;        ///< of a column below
    std::vector<Column> columns; ///< of the schema, which looks at them
    table::Schema schema{"stats"_L1, "stats"_L1, {}, table::Identity::None};

    Result<std::vector<table::Cells>> rows(std::stop_token stop) const;

private:
    Result<std::vector<table::Cells>> premiums(std::stop_token stop) const;
    Result<std::vector<table::Cells>> pairRows(std::stop_token stop) const;
    Result<std::vector<table::Cells>> coverageRows(std::stop_token stop) const;
};

namespace {

constexpr QLatin1StringView Spreads[] = {"p10"_L1, "p25"_L1, "median"_L1, "p75"_L1, "p90"_L1, "mean"_L1};

/// Sums of numbers with a few digits have no more of them that mean anything.
table::Value shown(std::optional<double> number)
{
    return number ? table::Value(std::round(*number * 1e4) / 1e4) : table::Value();
}

Result<int> columnOf(const table::Schema &schema, const QString &option, const QString &key)
{
    const std::optional<int> column = schema.indexOf(key);
    if (!column || schema.columns[size_t(*column)].type == ColumnType::LongText)
        return fail(Reason::BadValue, option + u' ' + key);
    return *column;
}

Result<QList<int>> twoColumns(const table::Schema &schema, const QString &option, const QString &keys)
{
    QList<int> columns;
    for (const QString &key : keys.split(u',', Qt::SkipEmptyParts)) {
        const Result<int> column = columnOf(schema, option, key.trimmed());
        if (!column)
            return std::unexpected(column.error());
        if (columns.contains(*column) || columns.size() == 2)
            return fail(Reason::BadValue, option + u' ' + keys);
        columns.append(*column);
    }
    return columns;
}

/// One list, or any two columns.
Result<QList<int>> pairedColumns(const table::Schema &schema, const QString &option, const QString &keys)
{
    const Result<QList<int>> columns = twoColumns(schema, option, keys);
    if (columns && columns->size() == 1 && schema.columns[size_t(columns->front())].type != ColumnType::List)
        return fail(Reason::BadValue, option + u' ' + keys);
    return columns;
}

/// Of a list of names, or all that are not reckoned anew for each row.
Result<std::vector<int>> coveredColumns(const table::Schema &schema, const QString &keys)
{
    std::vector<int> columns;
    if (keys == "all"_L1) {
        for (size_t i = 0; i < schema.columns.size(); ++i) {
            if (schema.columns[i].isStored())
                columns.push_back(int(i));
        }
        return columns;
    }
    for (const QString &key : keys.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<int> column = schema.indexOf(key.trimmed());
        if (!column)
            return fail(Reason::BadValue, u"--coverage "_s + key);
        columns.push_back(*column);
    }
    return columns;
}

Result<std::optional<int>> measureColumn(const table::Schema &schema, const QString &key)
{
    if (key == "count"_L1)
        return std::nullopt;
    const std::optional<int> column = schema.indexOf(key);
    const auto isNumber = [&] {
        const ColumnType type = schema.columns[size_t(*column)].type;
        return type == ColumnType::Integer || type == ColumnType::Real;
    };
    if (!column || !isNumber())
        return fail(Reason::BadValue, u"--measure "_s + key);
    return *column;
}

/// A column of the answer: what it holds of the column it is about.
Column groupColumn(const Column &about)
{
    Column column = about;
    column.storage = table::Storage::Cell;
    column.shown = true;
    column.group = {};
    if (column.type == ColumnType::List)
        column.type = ColumnType::Text;
    return column;
}

} // namespace

Result<std::vector<table::Cells>> StatsCommand::Asked::rows(std::stop_token stop) const
{
    if (premium)
        return premiums(stop);
    if (!pairs.isEmpty())
        return pairRows(stop);
    if (!covered.empty())
        return coverageRows(stop);
    const auto answer = analysis::groupStats(project->reader(), question, stop);
    if (!answer)
        return std::unexpected(answer.error());
    std::vector<analysis::GroupStats> groups = answer->top;
    if (question.by.isEmpty())
        groups = {answer->all};
    const auto against = isAgainstAll ? analysis::againstAll(project->reader(), question, *answer, stop)
                                      : std::vector<analysis::AgainstAll>();
    if (!against)
        return std::unexpected(against.error());
    std::vector<table::Cells> rows;
    for (const analysis::GroupStats &group : groups) {
        table::Cells cells = group.of;
        cells.insert(cells.end(), {group.rows, group.share});
        if (isAgainstAll) {
            const analysis::AgainstAll &one = (*against)[rows.size()];
            cells.insert(cells.end(), {one.shareInAll, shown(one.ratio), one.isSignificant});
        }
        if (question.measure) {
            cells.push_back(group.known);
            const auto &spread = group.spread;
            for (double analysis::Spread::*part :
                 {&analysis::Spread::p10, &analysis::Spread::p25, &analysis::Spread::median,
                  &analysis::Spread::p75, &analysis::Spread::p90, &analysis::Spread::mean})
                cells.push_back(spread ? shown((*spread).*part) : table::Value());
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

Result<std::vector<table::Cells>> StatsCommand::Asked::premiums(std::stop_token stop) const
{
    const auto found = analysis::premiums(
        project->reader(), {question.rows, *premium, *question.measure, alike, question.top}, stop);
    if (!found)
        return std::unexpected(found.error());
    std::vector<table::Cells> rows;
    for (const analysis::Premium &one : *found) {
        const auto difference =
            one.medianWithout ? std::optional(one.medianWith - *one.medianWithout) : std::nullopt;
        rows.push_back({one.of, one.with, one.without, shown(one.medianWith), shown(one.medianWithout),
                        shown(difference)});
        if (alike.isEmpty())
            continue;
        const auto &matched = one.matched;
        rows.back().insert(rows.back().end(), {matched ? table::Value(matched->with) : table::Value(),
                                               matched ? table::Value(matched->without) : table::Value(),
                                               matched ? shown(matched->difference) : table::Value(),
                                               matched ? shown(matched->low) : table::Value(),
                                               matched ? shown(matched->high) : table::Value()});
    }
    return rows;
}

Result<std::vector<table::Cells>> StatsCommand::Asked::pairRows(std::stop_token stop) const
{
    const auto found = pairs.size() == 1 ? analysis::pairsOf(project->reader(), question.rows, pairs.front(),
                                                             question.top, stop)
                                         : analysis::crossPairsOf(project->reader(), question.rows, pairs[0],
                                                                  pairs[1], question.top, stop);
    if (!found)
        return std::unexpected(found.error());
    std::vector<table::Cells> rows;
    for (const analysis::Pair &pair : found->top)
        rows.push_back({pair.one, pair.other, pair.rows, pair.share, shown(pair.lift)});
    return rows;
}

Result<std::vector<table::Cells>> StatsCommand::Asked::coverageRows(std::stop_token stop) const
{
    const auto found =
        analysis::coverage(project->reader(), question.rows, question.by.front(), covered, stop);
    if (!found)
        return std::unexpected(found.error());
    std::vector<table::Cells> rows;
    for (const analysis::Coverage::Group &group : found->groups) {
        for (size_t i = 0; i < covered.size(); ++i) {
            const QLatin1StringView key = question.rows.schema->columns[size_t(covered[i])].key;
            rows.push_back({group.of, QString(key), group.rows, group.filled[i],
                            shown(double(group.filled[i]) / double(group.rows))});
        }
    }
    return rows;
}

QString StatsCommand::summary() const
{
    return tr("Counts, shares and medians over a table of a project.");
}

void StatsCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"table"_s}, allTableNames().join(u", "), u"NAME"_s, allTableNames().front());
    addRowOptions(options);
    options.add(
        {u"by"_s},
        tr("Count by the values of a column, or of two; lists by their items. Without it all rows are "
           "one group."),
        u"COL[,COL2]"_s);
    options.add({u"measure"_s},
                tr("Also quantiles and mean of the numbers of a column: pay is what compares, a month before "
                   "tax by the rules of the project."),
                u"count|pay|COLUMN"_s, u"count"_s);
    options.add(
        {u"premium"_s},
        tr("Instead: what goes with each value or item of a column, the medians of rows with and without "
           "it; of --measure, else of pay."),
        u"COL"_s);
    options.add({u"matched"_s},
                tr("With --premium also the difference among rows that have the same in these columns, "
                   "weighted by the "
                   "rows that have the value, with the interval in which 95 % of drawings anew lie."),
                u"experience_code,region"_s);
    options.add({u"coverage"_s},
                tr("Of how many rows these columns are filled, by the values of --by, such as source; all = "
                   "all of them."),
                u"COLS"_s);
    options.add(
        {u"pairs"_s},
        tr("Instead: which two items of a list stand together in rows, or which item of one column with "
           "which of another (of each the 2,048 most frequent), and how many times as often as if they had "
           "nothing to do with each other (lift), among rows that have any item, of both."),
        u"COL[,COL2]"_s);
    options.add(
        {u"against-all"_s},
        tr("With --by and --where also the share in all rows of the runs, the ratio of both shares, and "
           "whether they differ beyond chance (log-likelihood above 10.83, p < 0.001, and at least "
           "five rows)."));
    options.add({u"top"_s}, tr("Only the most frequent so many; 0 = all."), u"N"_s, u"0"_s);
    addPayRulesOption(options);
    OutputOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    read(options);
}

void StatsCommand::read(const Options &options)
{
    const table::Schema *rows = table::schemaByKey(options.text(u"table"_s));
    const QStringList projects = options.positional();
    bool isNumber = false;
    const int top = options.text(u"top"_s).toInt(&isNumber);
    Error usage;
    if (!rows)
        usage = {Reason::BadValue, 0,
                 u"--table %1: %2"_s.arg(options.text(u"table"_s), allTableNames().join(u", "))};
    else if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (!isNumber || top < 0)
        usage = {Reason::BadValue, 0, u"--top "_s + options.text(u"top"_s)};
    else if (options.isSet(u"premium"_s) && options.isSet(u"by"_s))
        usage = {Reason::BadValue, 0, u"--premium, --by"_s};
    else if (options.isSet(u"pairs"_s) &&
             (options.isSet(u"premium"_s) || options.isSet(u"by"_s) || options.isSet(u"measure"_s)))
        usage = {Reason::BadValue, 0, u"--pairs, --by, --premium, --measure"_s};
    else if (options.isSet(u"against-all"_s) && !(options.isSet(u"by"_s) && options.isSet(u"where"_s)))
        usage = {Reason::BadValue, 0, u"--against-all, --by, --where"_s};
    else if (options.isSet(u"coverage"_s) &&
             (options.isSet(u"premium"_s) || options.isSet(u"pairs"_s) || options.isSet(u"measure"_s)))
        usage = {Reason::BadValue, 0, u"--coverage, --premium, --pairs, --measure"_s};
    else if (options.isSet(u"matched"_s) && !options.isSet(u"premium"_s))
        usage = {Reason::BadValue, 0, u"--matched"_s};
    if (usage.reason != Reason::None) {
        endWith(BadUsage, usage);
        return;
    }
    rows = &schemaIn(projects.front(), *rows);
    auto asked = std::make_shared<Asked>();
    const QString of = options.text(u"premium"_s);
    const QString measured =
        of.isEmpty() || options.isSet(u"measure"_s) ? options.text(u"measure"_s) : u"pay"_s;
    const auto by = twoColumns(*rows, u"--by"_s, options.text(u"by"_s));
    const auto measure = measureColumn(*rows, measured);
    const auto premium = of.isEmpty() ? Result<int>(0) : columnOf(*rows, u"--premium"_s, of);
    const auto alike = twoColumns(*rows, u"--matched"_s, options.text(u"matched"_s));
    const QString paired = options.text(u"pairs"_s);
    const auto pairs = pairedColumns(*rows, u"--pairs"_s, paired);
    const auto covered = coveredColumns(*rows, options.text(u"coverage"_s));
    const auto rules = readPayRules(options);
    if (endedByErrors(by, measure, premium, alike, pairs, covered, rules))
        return;
    if (!covered->empty() && by->size() != 1) {
        endWith(BadUsage, {Reason::BadValue, 0, u"--coverage, --by COL"_s});
        return;
    }
    if (!of.isEmpty() && !*measure) {
        endWith(BadUsage, {Reason::BadValue, 0, u"--premium, --measure count"_s});
        return;
    }
    asked->question.by = *by;
    asked->question.measure = *measure;
    asked->question.top = top;
    const auto add = [&asked](QLatin1StringView key, ColumnType type) {
        asked->columns.push_back({.key = key, .type = type});
    };
    if (!of.isEmpty()) {
        asked->premium = *premium;
        asked->columns.push_back(groupColumn(rows->columns[size_t(*premium)]));
        add("n_with"_L1, ColumnType::Integer);
        add("n_without"_L1, ColumnType::Integer);
        for (const QLatin1StringView key : {"median_with"_L1, "median_without"_L1, "difference"_L1})
            add(key, ColumnType::Real);
        asked->alike = *alike;
        if (!alike->isEmpty()) {
            add("matched_with"_L1, ColumnType::Integer);
            add("matched_without"_L1, ColumnType::Integer);
            for (const QLatin1StringView key : {"matched_difference"_L1, "low"_L1, "high"_L1})
                add(key, ColumnType::Real);
        }
    } else if (!covered->empty()) {
        asked->covered = *covered;
        asked->columns.push_back(groupColumn(rows->columns[size_t(by->front())]));
        add("column"_L1, ColumnType::Text);
        add("n"_L1, ColumnType::Integer);
        add("filled"_L1, ColumnType::Integer);
        add("share"_L1, ColumnType::Real);
    } else if (!paired.isEmpty()) {
        asked->pairs = *pairs;
        for (const int column : {pairs->front(), pairs->back()})
            asked->columns.push_back(groupColumn(rows->columns[size_t(column)]));
        if (pairs->size() == 1) {
            const QLatin1StringView key = asked->columns.front().key;
            asked->secondKey = QByteArray(key.data(), key.size()) + "_2";
            asked->columns.back().key =
                QLatin1StringView(asked->secondKey.constData(), asked->secondKey.size());
        }
        add("n"_L1, ColumnType::Integer);
        add("share"_L1, ColumnType::Real);
        add("lift"_L1, ColumnType::Real);
    } else {
        for (const int column : *by)
            asked->columns.push_back(groupColumn(rows->columns[size_t(column)]));
        add("n"_L1, ColumnType::Integer);
        add("share"_L1, ColumnType::Real);
        asked->isAgainstAll = options.isSet(u"against-all"_s);
        if (asked->isAgainstAll) {
            add("share_all"_L1, ColumnType::Real);
            add("ratio"_L1, ColumnType::Real);
            add("significant"_L1, ColumnType::Bool);
        }
        if (*measure)
            add("known"_L1, ColumnType::Integer);
        for (const QLatin1StringView key :
             *measure ? std::span(Spreads) : std::span<const QLatin1StringView>())
            add(key, ColumnType::Real);
    }
    asked->schema.columns = asked->columns;
    auto output = OutputOptions::read(options, asked->schema);
    if (endedByErrors(output))
        return;
    asked->output = std::move(*output);
    const FileRole project{u"PROJECT"_s, projects.front(), FileRole::Use::Project};
    if (endedByErrors(checkDistinct(QList{project} + asked->output.files())))
        return;
    if (const auto writable = asked->output.checkWritable(); !writable) {
        endWith(NotStored, writable.error());
        return;
    }
    auto opened = ReadProject::open(projects.front(), console());
    const auto told = opened && *rules ? opened->reader().usePayRules(**rules) : Result<void>();
    auto query = !opened ? std::unexpected(opened.error())
                 : !told ? std::unexpected(told.error())
                         : readQuery(options, *rows, opened->reader());
    if (!query) {
        endWith(statusOfUnreadable(query.error()), query.error());
        return;
    }
    asked->project = std::move(*opened);
    asked->question.rows = std::move(*query);
    answer(std::move(asked));
}

void StatsCommand::answer(std::shared_ptr<Asked> asked)
{
    InterruptWatcher::beginSaving();
    using Rows = Result<std::vector<table::Cells>>;
    auto *watcher = new QFutureWatcher<Rows>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        const Rows rows = watcher->future().takeResult();
        watcher->deleteLater();
        m_isCounting = false;
        if (!rows) {
            if (rows.error().reason == Reason::Cancelled)
                end(Interrupted);
            else
                endWith(statusOfUnreadable(rows.error()), rows.error());
            return;
        }
        const auto written = writeTable(asked->schema, *rows, asked->output, console());
        const QJsonObject summary{{u"command"_s, u"stats"_s},
                                  {u"rows"_s, written.value_or(0)},
                                  {u"failed"_s, 0},
                                  {u"stopped_by"_s, QJsonValue()},
                                  {u"failures"_s, QJsonArray()}};
        const auto summed = written && !asked->output.summary.isEmpty()
                                ? writeSummary(summary, asked->output.summary, console())
                                : Result<void>();
        if (!written || !summed)
            endWith(NotStored, !written ? written.error() : summed.error());
        else
            end(Done);
    });
    m_isCounting = true;
    watcher->setFuture(QtConcurrent::run([asked, stop = m_stop.get_token()] { return asked->rows(stop); }));
}

void StatsCommand::interrupt()
{
    if (m_isCounting)
        m_stop.request_stop();
    else
        Command::interrupt();
}

} // namespace linnet::cli
