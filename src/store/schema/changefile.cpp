// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/changefile.h"

#include "store/schema/columnsql.h"
#include "store/schema/relation.h"
#include "store/schema/trendfile.h"
#include "table/changes/changeschema.h"

#include <QFile>
#include <QFileInfo>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "LNNC", in SQLite's application_id.
constexpr qint64 ApplicationId = 0x4C4E4E43;

QByteArray quotedText(const QString &text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

/// The project and the schema that a file of changes names.
struct Subject
{
    QString project;
    const table::Schema *changes = nullptr; ///< null: trends, which need nothing of the project
};

Result<Subject> subjectOf(Database &file)
{
    Result<Statement> statement = file.prepare("SELECT project, rows FROM subject");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    const QString of = *row ? statement->text(1) : QString();
    const table::Schema *rows = table::schemaByKey(of);
    const table::Schema *changes = rows ? table::changeSchema(*rows) : nullptr;
    if (!changes && of != TrendFile::Subject)
        return fail(Reason::NotAProject);
    return Subject{statement->text(0), changes};
}

/// Of the connection alone. `changes` null: none are attached.
Result<void> makeViews(Database &project, const table::Schema *changes)
{
    QByteArray sql = "PRAGMA query_only = 0;";
    for (const table::Schema *schema : table::allSchemas())
        sql += ColumnSql(*schema).overTimeViews(changes && table::rowsOfChanges(*changes) == schema);
    if (const Result<void> made = project.exec(sql); !made)
        return made;
    if (changes) {
        const Result<void> made = Relation(*changes).createOverChanges(project, "changes.change");
        if (!made)
            return made;
    }
    return project.exec("PRAGMA query_only = 1");
}

} // namespace

ChangeFile::ChangeFile(Database database)
    : m_database(std::move(database))
{
}

Result<Database> ChangeFile::begin(const QString &path, const QString &projectPath, QLatin1StringView of)
{
    QFile::remove(path);
    Result<Database> database = Database::open(path, Database::Mode::Write);
    if (!database)
        return database;
    // Nobody else has it yet, and after a crash nobody wants it.
    const QByteArray setUp = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = " +
                             QByteArray::number(ApplicationId) +
                             "; BEGIN; CREATE TABLE subject (project TEXT NOT NULL, rows TEXT NOT NULL)";
    if (const Result<void> done = database->exec(setUp); !done)
        return std::unexpected(done.error());
    Result<Statement> subject = database->prepare("INSERT INTO subject (project, rows) VALUES (?, ?)");
    if (!subject)
        return std::unexpected(subject.error());
    subject->bind(1, QFileInfo(projectPath).absoluteFilePath());
    subject->bind(2, of);
    if (const Result<void> done = subject->run(); !done)
        return std::unexpected(done.error());
    return database;
}

Result<std::unique_ptr<ChangeFile>> ChangeFile::create(const QString &path, const QString &projectPath,
                                                       const table::Schema &rows)
{
    Result<Database> database = begin(path, projectPath, rows.key);
    if (!database)
        return std::unexpected(database.error());
    const QByteArray tables = "CREATE TABLE change (row_id INTEGER PRIMARY KEY, change TEXT NOT NULL, "
                              "fields TEXT, was TEXT);"
                              "CREATE TABLE seen (row_id INTEGER PRIMARY KEY, first_seen TEXT NOT NULL, "
                              "last_seen TEXT NOT NULL, age_days INTEGER)";
    if (const Result<void> done = database->exec(tables); !done)
        return std::unexpected(done.error());
    auto file = std::unique_ptr<ChangeFile>(new ChangeFile(std::move(*database)));
    Result<Statement> insert = file->m_database.prepare(
        "INSERT OR REPLACE INTO change (row_id, change, fields, was) VALUES (?, ?, ?, ?)", true);
    if (!insert)
        return std::unexpected(insert.error());
    file->m_insert = std::move(*insert);
    Result<Statement> seen = file->m_database.prepare(
        "INSERT OR REPLACE INTO seen (row_id, first_seen, last_seen, age_days) VALUES (?, ?, ?, ?)", true);
    if (!seen)
        return std::unexpected(seen.error());
    file->m_insertSeen = std::move(*seen);
    return file;
}

Result<void> ChangeFile::add(qint64 row, QLatin1StringView change, const QString &fields, const QString &was)
{
    m_insert.bind(1, row);
    m_insert.bind(2, change);
    const auto bindText = [this](int index, const QString &text) {
        if (text.isEmpty())
            m_insert.bindNull(index);
        else
            m_insert.bind(index, text);
    };
    bindText(3, fields);
    bindText(4, was);
    return m_insert.run();
}

Result<void> ChangeFile::addSeen(qint64 row, const Seen &seen)
{
    m_insertSeen.bind(1, row);
    m_insertSeen.bind(2, seen.first);
    m_insertSeen.bind(3, seen.last);
    if (seen.days)
        m_insertSeen.bind(4, *seen.days);
    else
        m_insertSeen.bindNull(4);
    return m_insertSeen.run();
}

Result<void> ChangeFile::commit()
{
    return m_database.exec("COMMIT");
}

Result<bool> ChangeFile::isOne(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    const Result<qint64> application = database->integer("PRAGMA application_id");
    return application ? Result<bool>(*application == ApplicationId) : std::unexpected(application.error());
}

Result<Database> ChangeFile::openProject(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Read);
    if (!database)
        return database;
    const Result<qint64> application = database->integer("PRAGMA application_id");
    if (!application)
        return std::unexpected(application.error());
    if (*application != ApplicationId) {
        if (const Result<void> made = makeViews(*database, nullptr); !made)
            return std::unexpected(made.error());
        return database;
    }
    const Result<Subject> subject = subjectOf(*database);
    if (!subject)
        return std::unexpected(subject.error());
    Result<Database> project = Database::open(subject->project, Database::Mode::Read);
    if (!project)
        return project;
    const QByteArray attached = "ATTACH " + quotedText(QFileInfo(path).absoluteFilePath()) + " AS changes";
    if (const Result<void> done = project->exec(attached); !done)
        return std::unexpected(done.error());
    if (const Result<void> made = makeViews(*project, subject->changes); !made)
        return std::unexpected(made.error());
    return project;
}

} // namespace linnet::store
