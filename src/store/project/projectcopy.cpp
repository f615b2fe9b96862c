// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectcopy.h"

#include "store/project/projectplace.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/projectbackup.h"
#include "store/write/projectconnection.h"
#include "store/write/projectlock.h"

#include <QFileInfo>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> copyCommitted(const QString &from, const QString &to, const Course &course)
{
    Result<Database> source = Database::open(from, Database::Mode::Read);
    if (!source)
        return std::unexpected(source.error());
    if (const Result<void> ours = SchemaSteps::check(*source, false); !ours)
        return ours;
    return backUp(*source, to, course);
}

} // namespace

Result<void> copyProject(const QString &from, const QString &to, const Course &course)
{
    const QFileInfo source(from);
    if (source.exists() && source.canonicalFilePath() == QFileInfo(to).canonicalFilePath())
        return {};
    const Result<ProjectLock> lock = ProjectLock::take(to);
    if (!lock)
        return std::unexpected(lock.error());
    const QString part = to + ".part"_L1;
    removeWithLogs(part);
    if (const Result<void> copied = copyCommitted(from, part, course); !copied) {
        removeWithLogs(part);
        return copied;
    }
    return putInPlace(part, to);
}

Result<void> copyUpToDate(const QString &from, const QString &to, const Course &course)
{
    const auto named = [&from](const Error &error) {
        return fail(error.reason, error.detail.contains(from) ? error.detail : from + u": "_s + error.detail);
    };
    if (!QFileInfo::exists(from))
        return fail(Reason::Io, from);
    if (const auto copied = copyProject(from, to, course); !copied)
        return named(copied.error());
    const auto connection = ProjectConnection::open(to, ProjectConnection::Upgrade::InPlace);
    if (!connection)
        return named(connection.error());
    (*connection)->close();
    return {};
}

} // namespace linnet::store
