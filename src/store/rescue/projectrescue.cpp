// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/projectrescue.h"

#include "base/privatefile.h"
#include "store/project/projectplace.h"
#include "store/rescue/pageowners.h"
#include "store/rescue/rescuedproject.h"
#include "store/rescue/rowtransfer.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statementwatch.h"
#include "store/sqlite/transaction.h"
#include "store/write/projectlock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <numeric>
#include <utility>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int VersionAt = 60; // user_version in the header of the file
/// A greater number than any version that is in sight is damage.
constexpr int MostVersion = 1000;
/// Of the time: what is where, and bringing it; the rest is what follows from rows.
constexpr double FindShare = 0.3;
constexpr double BringShare = 0.6;

/// The damaged file, or a copy of it with its log in it.
class Source
{
public:
    /// `beside`: a folder with room for a copy.
    static Result<std::unique_ptr<Source>> open(const QString &project, const QString &beside)
    {
        auto result = std::make_unique<Source>();
        if (!QFileInfo(project).isFile())
            return fail(Reason::Io, project);
        Result<ProjectLock> lock = ProjectLock::take(project);
        if (lock)
            result->m_lock = std::move(*lock);
        else if (lock.error().reason == Reason::Locked)
            return std::unexpected(lock.error()); // elsewhere is a folder that cannot be written
        result->m_path = project;
        if (QFileInfo(project + "-wal"_L1).size() > 0) {
            if (const auto copied = result->copyWithLog(project, beside); !copied)
                return std::unexpected(copied.error());
        }
        return result;
    }

    const QString &path() const { return m_path; }
    bool isLogUsed() const { return m_isLogUsed; }

private:
    Result<void> copyWithLog(const QString &project, const QString &beside)
    {
        m_folder = std::make_unique<QTemporaryDir>(beside + u"/.rescue-XXXXXX"_s);
        const QString copy = m_folder->filePath(u"copy.linnet"_s);
        for (const QLatin1StringView part : {""_L1, "-wal"_L1}) {
            QFile file(project + part);
            if (!m_folder->isValid() || !file.copy(copy + part))
                return fail(Reason::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
            QFile::setPermissions(copy + part, QFile::ReadOwner | QFile::WriteOwner);
        }
        Result<Database> database = Database::open(copy, Database::Mode::Write);
        m_isLogUsed = database && database->exec("PRAGMA wal_checkpoint(TRUNCATE)") &&
                      QFileInfo(copy + "-wal"_L1).size() == 0;
        m_path = m_isLogUsed ? copy : project;
        return {};
    }

    ProjectLock m_lock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    bool m_isLogUsed = true;
};

/// Runs and texts first, as others name them. What is missing here follows from the rows.
QList<QByteArray> wantedTables()
{
    QList<QByteArray> names{"run", "text", "address", "attachment"};
    for (const table::Schema *schema : table::allSchemas()) {
        if (!Relation(*schema).isRecord())
            names.append(QByteArray(schema->relation.data(), schema->relation.size()));
    }
    return names + QList<QByteArray>{"work",         "attempt",       "memo",        "mark",
                                     "joined_table", "joined_column", "joined_value"};
}

Result<void> checkVersion(PageFile &file)
{
    const QByteArray header = file.page(1);
    const auto version = header.isEmpty() ? 0 : qFromBigEndian<quint32>(header.constData() + VersionAt);
    if (version > quint32(SchemaSteps::version()) && version < MostVersion)
        return fail(Reason::NewerProject, u"%1 > %2"_s.arg(version).arg(SchemaSteps::version()));
    return {};
}

Result<RescueReport> bringRows(PageFile &file, Database &target, const Course &course)
{
    std::vector<TableLayout> layouts;
    for (const QByteArray &name : wantedTables()) {
        auto layout = TableLayout::read(target, name);
        if (!layout)
            return std::unexpected(layout.error());
        if (*layout)
            layouts.push_back(std::move(**layout));
    }
    PageOwners owners(file, std::move(layouts));
    if (const auto found = owners.find(course.part(0, FindShare)); !found)
        return std::unexpected(found.error());
    RescueReport report;
    report.lostPages = owners.lostPages();
    RowTransfer transfer(file, target);
    const auto pagesOf = [](qint64 sum, const auto &table) { return sum + std::ssize(table.pages); };
    const double pages = double(std::max<qint64>(
        std::accumulate(owners.tables().begin(), owners.tables().end(), qint64(0), pagesOf), 1));
    double done = FindShare;
    for (const PageOwners::Table &table : owners.tables()) {
        const double from = std::exchange(done, done + double(table.pages.size()) / pages * BringShare);
        const auto counts = transfer.bring(table, course.part(from, done));
        if (!counts)
            return std::unexpected(counts.error());
        if (counts->kept + counts->lost > 0)
            report.tables.push_back({table.layout.table(), counts->kept, counts->lost});
    }
    if (report.kept() == 0)
        return fail(Reason::NotAProject);
    return report;
}

Result<RescueReport> rescueInto(PageFile &file, const QString &path, const KindOf &kindOf,
                                const Course &course)
{
    Result<Database> target = Database::open(path, Database::Mode::Write);
    if (!target)
        return std::unexpected(target.error());
    // Nobody misses a half one.
    const auto prepared =
        target->exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = 0");
    const auto applied = prepared ? SchemaSteps::apply(*target) : prepared;
    if (!applied)
        return std::unexpected(applied.error());
    auto transaction = Transaction::begin(*target, Transaction::Mode::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const StatementWatch watch(*target, course);
    auto report = bringRows(file, *target, course);
    if (!report)
        return report;
    if (const auto mended = RescuedProject(*target).mend(*report, kindOf); !mended)
        return std::unexpected(mended.error());
    if (const auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return report;
}

} // namespace

qint64 RescueReport::kept() const
{
    return std::accumulate(tables.begin(), tables.end(), qint64(0),
                           [](qint64 sum, const Table &table) { return sum + table.kept; });
}

qint64 RescueReport::lost() const
{
    return std::accumulate(tables.begin(), tables.end(), qint64(0),
                           [](qint64 sum, const Table &table) { return sum + table.lost; });
}

Result<RescueReport> rescueProject(const QString &from, const QString &to, const KindOf &kindOf,
                                   const Course &course)
{
    if (QFileInfo::exists(to))
        return fail(Reason::BadValue, to);
    const Result<ProjectLock> lock = ProjectLock::take(to);
    if (!lock)
        return std::unexpected(lock.error());
    const auto source = Source::open(from, QFileInfo(to).absolutePath());
    if (!source)
        return std::unexpected(source.error());
    Result<PageFile> file = PageFile::open((*source)->path());
    if (!file)
        return std::unexpected(file.error());
    if (const auto known = checkVersion(*file); !known)
        return std::unexpected(known.error());
    const QString part = to + ".part"_L1;
    removeWithLogs(part);
    createPrivateFile(part);
    auto report = rescueInto(*file, part, kindOf, course);
    if (!report) {
        removeWithLogs(part);
        return report;
    }
    if (const auto placed = putInPlace(part, to); !placed)
        return std::unexpected(placed.error());
    report->isLogUsed = (*source)->isLogUsed();
    return report;
}

} // namespace linnet::store
