// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/unit.h"

#include <QHash>

namespace linnet::store {

class Database;
class Statement;

/// Writes runs, and removes them with everything that belongs to them.
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

private:
    Result<Statement> prepare(const QByteArray &sql);

    Database *m_database;
};

} // namespace linnet::store
