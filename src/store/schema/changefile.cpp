// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/changefile.h"

#include "store/schema/relation.h"
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
    const table::Schema *changes = nullptr;
};

Result<Subject> subjectOf(Database &file)
{
    Result<Statement> statement = file.prepare("SELECT project, rows FROM subject");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    const table::Schema *rows = *row ? table::schemaByKey(statement->text(1)) : nullptr;
    const table::Schema *changes = rows ? table::changeSchema(*rows) : nullptr;
    if (!changes)
        return fail(Reason::NotAProject);
    return Subject{statement->text(0), changes};
}

} // namespace

ChangeFile::ChangeFile(Database database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<ChangeFile>> ChangeFile::create(const QString &path, const QString &projectPath,
                                                       const table::Schema &rows)
{
    QFile::remove(path);
    Result<Database> database = Database::open(path, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    // Nobody else has it yet, and after a crash nobody wants it.
    const QByteArray setUp = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = " +
                             QByteArray::number(ApplicationId) +
                             "; BEGIN; CREATE TABLE subject (project TEXT NOT NULL, rows TEXT NOT NULL);"
                             "CREATE TABLE change (row_id INTEGER PRIMARY KEY, change TEXT NOT NULL, "
                             "fields TEXT, was TEXT)";
    if (const Result<void> done = database->exec(setUp); !done)
        return std::unexpected(done.error());
    Result<Statement> subject = database->prepare("INSERT INTO subject (project, rows) VALUES (?, ?)");
    if (!subject)
        return std::unexpected(subject.error());
    subject->bind(1, QFileInfo(projectPath).absoluteFilePath());
    subject->bind(2, rows.key);
    if (const Result<void> done = subject->run(); !done)
        return std::unexpected(done.error());
    *subject = {};
    auto file = std::unique_ptr<ChangeFile>(new ChangeFile(std::move(*database)));
    Result<Statement> insert = file->m_database.prepare(
        "INSERT OR REPLACE INTO change (row_id, change, fields, was) VALUES (?, ?, ?, ?)", true);
    if (!insert)
        return std::unexpected(insert.error());
    file->m_insert = std::move(*insert);
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

Result<void> ChangeFile::commit()
{
    return m_database.exec("COMMIT");
}

Result<Database> ChangeFile::openProject(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Read);
    if (!database)
        return database;
    const Result<qint64> application = database->integer("PRAGMA application_id");
    if (!application || *application != ApplicationId)
        return application ? std::move(database) : std::unexpected(application.error());
    const Result<Subject> subject = subjectOf(*database);
    if (!subject)
        return std::unexpected(subject.error());
    Result<Database> project = Database::open(subject->project, Database::Mode::Read);
    if (!project)
        return project;
    const QByteArray attached =
        "PRAGMA query_only = 0; ATTACH " + quotedText(QFileInfo(path).absoluteFilePath()) + " AS changes";
    if (const Result<void> done = project->exec(attached); !done)
        return std::unexpected(done.error());
    const Relation relation(*subject->changes);
    if (const Result<void> made = relation.createOverChanges(*project, "changes.change"); !made)
        return std::unexpected(made.error());
    if (const Result<void> done = project->exec("PRAGMA query_only = 1"); !done)
        return std::unexpected(done.error());
    return project;
}

} // namespace linnet::store
