// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/projectcheck.h"

#include "store/rescue/pageowners.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/readwatch.h"
#include "store/sqlite/statementwatch.h"
#include "store/sqlite/storednumber.h"

#include <QFileInfo>

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostDetails = 20;
constexpr double StepsOfPage = 200; // of the time that a page of a tree takes
using What = CheckReport::What;

/// A file in which SQLite finds nothing may be a project whose first page is damaged.
Result<bool> holdsOurRows(const QString &path, const Course &course)
{
    Result<PageFile> file = PageFile::open(path);
    if (!file)
        return file.error().reason == Reason::NotAProject ? Result<bool>(false)
                                                          : std::unexpected(file.error());
    auto now = Database::open(u":memory:"_s, Database::Mode::Write);
    const auto applied = now ? SchemaSteps::apply(*now) : std::unexpected(now.error());
    if (!applied)
        return std::unexpected(applied.error());
    std::vector<TableLayout> layouts;
    for (const char *table : {"run", "work", "vacancy", "page", "link", "url_check", "proxy", "text"}) {
        auto layout = TableLayout::read(*now, table);
        if (layout && *layout)
            layouts.push_back(std::move(**layout));
    }
    PageOwners owners(*file, std::move(layouts));
    if (const auto found = owners.find(course); !found)
        return std::unexpected(found.error());
    return std::ranges::any_of(owners.tables(), [](const auto &table) { return !table.pages.empty(); });
}

/// What SQLite has to say of the whole file, or of one table; nothing when all is well.
Result<QStringList> complaints(Database &database, const QByteArray &table = {})
{
    auto check = database.prepare(table.isEmpty() ? QByteArray("PRAGMA integrity_check(100)")
                                                  : "PRAGMA integrity_check(\"" + table + "\")");
    if (!check && check.error().reason != Reason::Storage)
        return std::unexpected(check.error());
    if (!check)
        return QStringList{check.error().detail};
    QStringList lines;
    const auto read = check->forEachRow([&] { lines += check->text(0).split(u'\n', Qt::SkipEmptyParts); });
    if (!read && read.error().reason != Reason::Storage)
        return std::unexpected(read.error());
    if (!read)
        lines.append(read.error().detail);
    lines.removeIf([](const QString &line) { return line == "ok"_L1 || line.startsWith("***"_L1); });
    return lines;
}

Result<QList<QByteArray>> tablesOf(Database &database)
{
    auto names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE "
                                  "'CREATE VIRTUAL%' ORDER BY name");
    if (!names)
        return std::unexpected(names.error());
    QList<QByteArray> tables;
    const auto read = names->forEachRow([&] { tables.append(names->text(0).toUtf8()); });
    if (!read)
        return std::unexpected(read.error());
    return tables;
}

/// About how many steps SQLite's machine takes to compare the rows with their indexes, which is nearly all of
/// the time: some for a row, for what is never null and for a column of an index.
double stepsOfCheck(Database &database)
{
    constexpr int OfRow = 6;
    constexpr int OfColumn = 3;
    constexpr int OfIndex = 7;
    const auto tables = tablesOf(database);
    double steps = 1;
    for (const QByteArray &table : tables.value_or(QList<QByteArray>())) {
        const auto rows = database.integer("SELECT count(*) FROM \"" + table + '"');
        const auto columns = database.integer("SELECT count(*) FROM pragma_table_info('" + table +
                                              "', 'main') WHERE \"notnull\"");
        const auto indexes =
            database.integer("SELECT count(*) FROM pragma_index_list('" + table + "', 'main')");
        const auto ofIndexes = database.integer("SELECT count(*) FROM pragma_index_list('" + table +
                                                "', 'main') AS i, pragma_index_info(i.name, 'main')");
        steps += double(rows.value_or(0)) * double(OfRow + OfColumn * columns.value_or(0) +
                                                   OfIndex * indexes.value_or(0) + ofIndexes.value_or(0));
    }
    return steps;
}

/// Reads every cell without an index.
Result<bool> canBeReadWhole(Database &database, const QByteArray &table)
{
    auto columns = database.prepare("SELECT name FROM pragma_table_info(?1, 'main')");
    if (!columns)
        return std::unexpected(columns.error());
    columns->bind(1, QString::fromUtf8(table));
    QByteArray lengths;
    const auto read = columns->forEachRow(
        [&] { lengths += " + ifnull(length(\"" + columns->text(0).toUtf8() + "\"), 0)"; });
    if (!read)
        return std::unexpected(read.error());
    const auto sum = database.integer("SELECT sum(0" + lengths + ") FROM \"" + table + "\" NOT INDEXED");
    if (!sum && sum.error().reason != Reason::Storage)
        return std::unexpected(sum.error());
    return sum.has_value();
}

/// all: what SQLite says of the whole file.
Result<void> lookAtTables(Database &database, const QStringList &all, CheckReport &report)
{
    const auto tables = tablesOf(database);
    if (!tables && tables.error().reason != Reason::Storage)
        return std::unexpected(tables.error());
    if (!tables) {
        report.damages.push_back({What::Beginning, {}, 0});
        return {};
    }
    // Rows may stand on pages that nothing leads to any more.
    const bool hasLostPages =
        std::ranges::any_of(all, [](const QString &line) { return line.contains("never used"_L1); });
    for (const QByteArray &table : *tables) {
        const auto lines = complaints(database, table);
        if (!lines)
            return std::unexpected(lines.error());
        if (lines->isEmpty())
            continue;
        const auto isReadable = canBeReadWhole(database, table);
        if (!isReadable)
            return std::unexpected(isReadable.error());
        const bool isOfIndex =
            *isReadable && (!hasLostPages || std::ranges::all_of(*lines, [](const QString &line) {
                return line.contains("index"_L1);
            }));
        report.damages.push_back({isOfIndex ? What::Index : What::Rows, table, 0});
    }
    if (report.damages.empty())
        report.damages.push_back({What::Space, {}, 0});
    return {};
}

/// What SQLite cannot know. A table that cannot be read, or that an older project has not got, is told or no
/// concern here.
void lookAtMeaning(Database &database, CheckReport &report)
{
    const auto states = [](auto... state) { return ((storedSql(state) + ',') + ...).chopped(1); };
    const std::pair<const char *, QByteArray> questions[] = {
        {"run",
         "SELECT count(*) FROM run WHERE NOT json_valid(params) OR NOT json_valid(counts) OR state NOT "
         "IN (" +
             states(RunState::Running, RunState::Paused, RunState::Finished, RunState::Stopped) + ')'},
        {"work", "SELECT count(*) FROM work WHERE state NOT IN (" +
                     states(WorkState::Pending, WorkState::Done, WorkState::Failed) +
                     ") OR run_id NOT IN (SELECT id FROM run)"},
    };
    const auto ask = [&](const QByteArray &table, const QByteArray &question) {
        const auto found = database.integer(question);
        if (found && *found > 0)
            report.damages.push_back({What::Meaning, table, *found});
    };
    for (const auto &[table, question] : questions)
        ask(table, question);
    for (const table::Schema *schema : table::allSchemas()) {
        if (!Relation(*schema).isRecord())
            ask(QByteArray(schema->relation.data(), schema->relation.size()),
                "SELECT count(*) FROM " + Relation(*schema).table() +
                    " WHERE run_id NOT IN (SELECT id FROM run)");
    }
}

} // namespace

Result<CheckReport> checkProject(const QString &project, const Course &course)
{
    if (!QFileInfo(project).isFile())
        return fail(Reason::Io, project);
    CheckReport report;
    auto database = Database::open(project, Database::Mode::Read);
    const auto ours = database ? SchemaSteps::check(*database, false) : std::unexpected(database.error());
    if (!ours && ours.error().reason != Reason::NotAProject && ours.error().reason != Reason::Storage)
        return std::unexpected(ours.error());
    if (!ours) {
        const auto holds = holdsOurRows(project, course);
        if (!holds)
            return std::unexpected(holds.error());
        if (!*holds)
            return fail(Reason::NotAProject, project);
        report.damages.push_back({What::Beginning, {}, 0});
        report.details = {ours.error().detail};
        return report;
    }
    // The trees are read first, then the rows are compared with their indexes.
    const auto pages = database->integer("PRAGMA page_count");
    const double ofPages = double(pages.value_or(0)) * StepsOfPage;
    const double all = ofPages + stepsOfCheck(*database);
    double read = 0;
    double steps = 0;
    const auto share = [&] { return (std::min(read, ofPages) + steps) / all; };
    const StatementWatch watch(*database, course, [&] {
        steps += StatementWatch::StepsBetween;
        return share();
    });
    const ReadWatch pageWatch(*database, [&] {
        read += StepsOfPage;
        course.at(share());
        return !course.isStopped();
    });
    const auto lines = complaints(*database);
    if (!lines)
        return std::unexpected(lines.error());
    if (course.isStopped())
        return fail(Reason::Cancelled);
    report.details = lines->first(std::min<qsizetype>(lines->size(), MostDetails));
    if (!lines->isEmpty()) {
        if (const auto looked = lookAtTables(*database, *lines, report); !looked)
            return std::unexpected(looked.error());
    }
    lookAtMeaning(*database, report);
    if (course.isStopped())
        return fail(Reason::Cancelled);
    return report;
}

} // namespace linnet::store
