// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectcopy.h"

#include "store/project/projectplace.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/projectbackup.h"
#include "store/write/projectlock.h"

#include <QFileInfo>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> copyCommitted(const QString &from, const QString &to)
{
    Result<Database> source = Database::open(from, Database::Mode::Read);
    if (!source)
        return std::unexpected(source.error());
    if (const Result<void> ours = SchemaSteps::check(*source, false); !ours)
        return ours;
    return backUp(*source, to);
}

} // namespace

Result<void> copyProject(const QString &from, const QString &to)
{
    const QFileInfo source(from);
    if (source.exists() && source.canonicalFilePath() == QFileInfo(to).canonicalFilePath())
        return {};
    const Result<ProjectLock> lock = ProjectLock::take(to);
    if (!lock)
        return std::unexpected(lock.error());
    const QString part = to + ".part"_L1;
    removeWithLogs(part);
    if (const Result<void> copied = copyCommitted(from, part); !copied) {
        removeWithLogs(part);
        return copied;
    }
    return putInPlace(part, to);
}

} // namespace linnet::store
