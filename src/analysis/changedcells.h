// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/comparedcolumns.h"
#include "analysis/movedaddresses.h"
#include "base/result.h"

#include <QList>
#include <QString>

#include <span>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// A row of the earlier run and the one of the later run that it is compared with.
struct RowPair
{
    qint64 older = 0;
    qint64 newer = 0;
    QLatin1StringView change; ///< of table::ChangeCodes; what is only "changed" needs a cell that differs
    quint8 marks = 0;         ///< ComparedColumns::Mark that one of both has
    bool isOther = false;     ///< two rows of one job: its number differs, too
};

/// A row of a table of changes.
struct ChangedRow
{
    qint64 row = 0;
    QLatin1StringView change;
    QString fields = {}; ///< keys of the columns that differ, joined by ";"
    QString was = {};    ///< a JSON object of their earlier values
    bool isOfPay = false;
};

/// Finds the cells that differ, in one thread; ends soon with Reason::Cancelled when it is told to stop.
/// Texts and nothing are told apart, an empty text is nothing; lists are equal when they have the same items.
Result<std::vector<ChangedRow>> changedCells(const QString &projectPath, const ComparedColumns &columns,
                                             const MovedAddresses &moved, std::span<const RowPair> pairs,
                                             const std::stop_token &stop);

} // namespace linnet::analysis
