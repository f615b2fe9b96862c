// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/unsavedprojects.h"

#include "base/privatefile.h"
#include "store/read/rowreader.h"
#include "store/schema/relation.h"
#include "store/write/projectlock.h"
#include "table/listingschema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Ending = ".linnet"_L1;

bool isFree(const QString &path)
{
    return ProjectLock::take(path).has_value();
}

// Nothing when the file cannot be read: then it is kept, but there is nothing to offer.
Result<UnsavedProjects::Left> read(const QString &path)
{
    const Result<std::unique_ptr<RowReader>> reader = RowReader::open(path);
    if (!reader)
        return std::unexpected(reader.error());
    UnsavedProjects::Left result;
    result.path = path;
    for (const table::Schema *schema : table::allSchemas()) {
        if (Relation(*schema).isRecord() || schema == &table::listingSchema())
            continue; // about the search, no results
        RowQuery all;
        all.schema = schema;
        const Result<qint64> rows = (*reader)->count(all);
        if (!rows)
            return std::unexpected(rows.error());
        result.rows += *rows;
    }
    const Result<std::vector<RunInfo>> runs = (*reader)->runs();
    if (!runs)
        return std::unexpected(runs.error());
    for (const RunInfo &run : *runs) {
        result.lastRun = std::max(result.lastRun, run.started);
        // Damaged work is kept as well: somebody may want to look at it.
        const Result<WorkCounts> work = (*reader)->workCounts(run.id);
        result.hasWork = result.hasWork || !work || work->pending > 0;
        result.isInterrupted =
            result.isInterrupted || run.state == RunState::Running || run.state == RunState::Paused;
    }
    return result;
}

} // namespace

UnsavedProjects::UnsavedProjects(QString folder)
    : m_folder(std::move(folder))
{
}

QString UnsavedProjects::newPath() const
{
    const QDir folder(m_folder);
    makePrivateFolder(m_folder);
    const QString name = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HHmmss"_s);
    QString path = folder.filePath(name + Ending);
    for (int i = 2; QFile::exists(path) || QFile::exists(path + ".lock"_L1); ++i)
        path = folder.filePath(u"%1 (%2)"_s.arg(name).arg(i) + Ending);
    return path;
}

std::vector<UnsavedProjects::Left> UnsavedProjects::left() const
{
    std::vector<Left> result;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*"_s + Ending}, QDir::Files)) {
        const QString path = folder.filePath(name);
        if (!isFree(path))
            continue;
        Result<Left> found = read(path);
        if (found && found->rows == 0 && !found->hasWork)
            remove(path);
        else if (found)
            result.push_back(std::move(*found));
    }
    std::ranges::sort(result, std::ranges::greater(),
                      [](const Left &left) { return std::pair(left.lastRun, left.path); });
    return result;
}

std::optional<UnsavedProjects::Left> UnsavedProjects::look(const QString &path)
{
    if (!isFree(path))
        return std::nullopt;
    Result<Left> found = read(path);
    return found ? std::optional(std::move(*found)) : std::nullopt;
}

bool UnsavedProjects::remove(const QString &path)
{
    const Result<ProjectLock> lock = ProjectLock::take(path);
    if (!lock)
        return false;
    bool removed = true;
    for (const QLatin1StringView part : {"-shm"_L1, "-wal"_L1, ""_L1})
        removed = (!QFile::exists(path + part) || QFile::remove(path + part)) && removed;
    return removed;
}

} // namespace linnet::store
