// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/unit.h"

#include <QHash>
#include <QJsonObject>

namespace linnet::store {

class Database;
class Statement;

/// Writes runs, and removes them with everything that belongs to them, or that alone.
class RunTable
{
public:
    explicit RunTable(Database &database);

    Result<qint64> lastId();
    Result<bool> exists(RunId run);
    Result<void> add(RunId run, const QString &kind, const QJsonObject &params);
    Result<void> setState(RunId run, RunState state);
    Result<void> setCounts(RunId run, const QJsonObject &counts);
    Result<void> remove(RunId run);
    /// What is left of it says how many rows there were (RemovedRows). Nothing happens when they are gone
    /// already.
    Result<void> removeRows(RunId run);

private:
    Result<Statement> prepare(const QByteArray &sql);
    Result<qint64> integer(const QByteArray &sql, RunId run);
    Result<QJsonObject> countsOf(RunId run);
    Result<void> removeAllOf(RunId run);

    Database *m_database;
};

} // namespace linnet::store
