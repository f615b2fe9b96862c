// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectcompact.h"

#include "base/privatefile.h"
#include "store/project/projectplace.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statementwatch.h"
#include "store/write/projectconnection.h"
#include "store/write/projectlock.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <chrono>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Spare = 1024 * 1024;
constexpr double IndexShare = 0.1;
constexpr auto Turn = 200ms; // of the index, between two looks at the course

qint64 sizeOf(const QString &project)
{
    return QFileInfo(project).size() + QFileInfo(project + "-wal"_L1).size();
}

/// Long texts without a row are in the file until they have left the index of words.
Result<void> finishIndex(const QString &project, const Course &course)
{
    const auto connection = ProjectConnection::open(project);
    if (!connection)
        return std::unexpected(connection.error());
    for (Result<bool> isMore = true; *isMore;) {
        if (course.isStopped())
            return fail(Reason::Cancelled);
        isMore = (*connection)->words().work(Turn);
        if (!isMore)
            return std::unexpected(isMore.error());
        const IndexedTexts &texts = (*connection)->words().progress();
        course.at(texts.indexed, texts.all);
        (*connection)->checkpoint(false);
    }
    (*connection)->close();
    return {};
}

Result<void> writeAnew(const QString &project, const QString &part, qint64 bytes, const Course &course)
{
    Result<Database> database = Database::open(project, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    if (const auto ours = SchemaSteps::check(*database, false); !ours)
        return ours;
    const StatementWatch watch(
        *database, course, [&part, bytes = double(bytes)] { return double(QFileInfo(part).size()) / bytes; });
    // Each page is read once; and what is written grows as it comes, not at the end.
    if (const auto small = database->exec("PRAGMA cache_size = -2000"); !small)
        return small;
    auto vacuum = database->prepare("VACUUM INTO ?1");
    if (!vacuum)
        return std::unexpected(vacuum.error());
    vacuum->bind(1, part);
    return vacuum->run();
}

} // namespace

Result<CompactNeeds> compactNeeds(const QString &project)
{
    Result<Database> database = Database::open(project, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    if (const auto ours = SchemaSteps::check(*database, false); !ours)
        return std::unexpected(ours.error());
    const auto used =
        database->integer("SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM "
                          "pragma_page_size) - (SELECT freelist_count FROM pragma_freelist_count) * (SELECT "
                          "page_size FROM pragma_page_size)");
    if (!used)
        return std::unexpected(used.error());
    return CompactNeeds{*used + Spare, QStorageInfo(QFileInfo(project).absolutePath()).bytesAvailable()};
}

Result<CompactReport> compactProject(const QString &project, const Course &course)
{
    if (!QFileInfo(project).isFile())
        return fail(Reason::Io, project);
    const CompactReport before{sizeOf(project), 0};
    const auto needs = compactNeeds(project);
    if (!needs)
        return std::unexpected(needs.error());
    if (!needs->areMet())
        return fail(
            Reason::DiskFull,
            u"%1 bytes are needed, %2 are free: %3"_s.arg(needs->bytes).arg(needs->available).arg(project));
    if (const auto finished = finishIndex(project, course.part(0, IndexShare)); !finished)
        return std::unexpected(finished.error());
    const Result<ProjectLock> lock = ProjectLock::take(project);
    if (!lock)
        return std::unexpected(lock.error());
    const QString file = QFileInfo(project).canonicalFilePath(); // not a link to it
    const QString part = file + ".part"_L1;
    removeWithLogs(part);
    createPrivateFile(part);
    if (const auto written = writeAnew(file, part, needs->bytes, course.part(IndexShare, 1)); !written) {
        removeWithLogs(part);
        return std::unexpected(written.error());
    }
    QFile::setPermissions(part, QFile::permissions(file));
    if (const auto placed = putInPlace(part, file); !placed)
        return std::unexpected(placed.error());
    return CompactReport{before.before, sizeOf(project)};
}

} // namespace linnet::store
