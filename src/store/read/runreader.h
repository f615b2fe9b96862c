// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

namespace linnet::store {

class Database;

/// Reads runs and their work, for RowReader.
class RunReader
{
public:
    explicit RunReader(Database &database);

    Result<QHash<QString, QString>> memos();
    Result<std::vector<RunInfo>> runs(const std::vector<RunInfo> &known);
    Result<WorkCounts> workCounts(RunId run, const QString &kindPrefix);
    Result<std::vector<WorkFailure>> failures(RunId run, int limit);
    Result<QStringList> addresses(RunId run, qint64 count);
    Result<QByteArrayList> keptPlaces(RunId run, qint64 number, int most);
    Result<QByteArray> keptCounts(RunId run); ///< KeptCounts; empty when there are none

private:
    Database &m_database;
};

} // namespace linnet::store
