// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project/joincommand.h"

#include "cli/options/options.h"
#include "cli/options/tableoptions.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"

#include <QFileInfo>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList joinableTables()
{
    QStringList names;
    for (const table::Schema *schema : table::allSchemas()) {
        if (table::canBeJoined(*schema))
            names.append(schema->key);
    }
    return names;
}

QStringList namesIn(const QString &text)
{
    QStringList items;
    for (const QString &item : text.split(u',', Qt::SkipEmptyParts))
        items.append(item.trimmed());
    return items;
}

} // namespace

QString JoinCommand::summary() const
{
    return tr("Add the columns of a table of yours to the rows of a saved project.");
}

void JoinCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.addPositional(u"file"_s, tr("The table: CSV, TSV, Excel workbook (.xlsx), JSON or JSON lines."),
                          u"FILE"_s);
    options.add({u"table"_s}, joinableTables().join(u", "), u"NAME"_s, joinableTables().front());
    options.add({u"by"_s},
                tr("The column of the rows whose value is looked up in the table, such as region, isco08, "
                   "employer or url."),
                u"COL"_s);
    options.add(
        {u"key"_s},
        tr("The table's column with the same values; without it the one that is called alike, else the "
           "first."),
        u"NAME"_s);
    options.add({u"columns"_s}, tr("The table's columns that are wanted; without it all."), u"A,B"_s);
    options.add({u"name"_s},
                tr("What the table is called in the project, instead of the file's name; one of that name is "
                   "replaced."),
                u"NAME"_s);
    options.add({u"list"_s}, tr("Say which tables there are, and end."));
    options.add({u"remove"_s}, tr("Take away the table of this name, and end."), u"NAME"_s);
    addTableOptions(options);
    if (!endedByParsing(options, args))
        end(run(options));
}

int JoinCommand::complainOf(const Error &error, int status)
{
    console().complain(error);
    return status;
}

int JoinCommand::run(const Options &options)
{
    const QStringList given = options.positional();
    const bool isOther = options.isSet(u"list"_s) || options.isSet(u"remove"_s);
    if (given.size() != (isOther ? 1 : 2) || !QFileInfo(given.front()).isFile())
        return complainOf({Reason::BadValue, 0, u"PROJECT FILE "_s + given.join(u' ')}, BadUsage);
    if (!isOther && !options.isSet(u"by"_s))
        return complainOf({Reason::BadValue, 0, u"--by"_s}, BadUsage);
    if (!joinableTables().contains(options.text(u"table"_s)))
        return complainOf({Reason::BadValue, 0,
                           u"--table %1: %2"_s.arg(options.text(u"table"_s), joinableTables().join(u", "))},
                          BadUsage);
    if (options.isSet(u"list"_s)) {
        const auto project = ReadProject::open(given.front(), console());
        return project ? list(project->reader())
                       : complainOf(project.error(), statusOfUnreadable(project.error()));
    }
    const auto project = store::Project::open(given.front());
    if (!project)
        return complainOf(project.error(), statusOfUnreadable(project.error()));
    tellCopy(**project, console());
    return isOther ? remove(**project, options.text(u"remove"_s)) : join(**project, options, given.at(1));
}

int JoinCommand::list(store::RowReader &reader)
{
    const auto tables = reader.joinedTables();
    if (!tables)
        return complainOf(tables.error(), NotStored);
    for (const store::JoinedTable &table : *tables) {
        QStringList columns;
        for (const table::JoinedColumn &column : table.columns)
            columns.append(QString::fromLatin1(column.key));
        console().out(u"%1: %2.%3 = %4 (%5)"_s.arg(table.name, table.of->key, table.by, columns.join(u", "),
                                                   table.file));
    }
    if (tables->empty())
        console().out(tr("The project has no tables of yours."));
    return Done;
}

int JoinCommand::remove(store::Project &project, const QString &name)
{
    const auto reader = project.reader();
    const auto known = reader ? (*reader)->joinedTables() : std::unexpected(reader.error());
    if (!known)
        return complainOf(known.error(), NotStored);
    if (!std::ranges::any_of(*known, [&](const auto &table) { return table.name == name; }))
        return complainOf({Reason::BadValue, 0, u"--remove "_s + name}, BadUsage);
    project.writer().removeJoined(name);
    return closed(project);
}

int JoinCommand::closed(store::Project &project)
{
    const auto done = project.close();
    return done ? int(Done) : complainOf(done.error(), NotStored);
}

int JoinCommand::join(store::Project &project, const Options &options, const QString &file)
{
    const auto reader = project.reader();
    const auto tables = reader ? (*reader)->joinedTables() : std::unexpected(reader.error());
    if (!tables)
        return complainOf(tables.error(), NotStored);
    auto choice = readTableChoice(options);
    if (!choice)
        return complainOf(choice.error(), BadUsage);
    imports::JoinSpec spec{.path = file,
                           .choice = std::move(*choice),
                           .of = table::schemaByKey(options.text(u"table"_s)),
                           .by = options.text(u"by"_s),
                           .key = options.text(u"key"_s),
                           .columns = namesIn(options.text(u"columns"_s)),
                           .name = options.text(u"name"_s)};
    spec.of = &store::withTables(*spec.of, *tables, spec.tableName());
    const auto read = imports::JoinFile::read(spec);
    if (!read)
        return complainOf(read.error(), BadUsage);
    project.writer().postJoined(read->table);
    if (const int status = closed(project); status != Done)
        return status;
    tell(*read);
    const auto after = store::RowReader::open(options.positional().front());
    const auto counted = after ? (*after)->countJoined(read->table->name) : std::unexpected(after.error());
    if (!counted)
        return complainOf(counted.error(), NotStored);
    console().out(tr("%L1 of %L2 rows of the project are in it.").arg(counted->found).arg(counted->rows));
    return read->withoutKey + read->repeated > 0 ? DoneWithFailures : Done;
}

void JoinCommand::tell(const imports::JoinFile::Read &read)
{
    for (const QString &problem : read.problems)
        console().say(problem);
    QStringList columns;
    for (const table::JoinedColumn &column : read.table->columns)
        columns.append(QString::fromLatin1(column.key));
    console().out(tr("%1: columns %2.").arg(read.table->name, columns.join(u", ")));
    console().out(
        tr("Rows of the table: %L1, left out: %L2.").arg(read.rows).arg(read.withoutKey + read.repeated));
}

} // namespace linnet::cli
