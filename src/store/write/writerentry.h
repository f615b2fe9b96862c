// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/attemptrecord.h"
#include "store/joinedtable.h"
#include "store/mark.h"
#include "store/unit.h"
#include "store/write/flushsignal.h"

#include <memory>
#include <variant>
#include <vector>

namespace linnet::store {

/// A new run, as it waits to be written.
struct NewRun
{
    RunId run = 0;
    QString kind;
    QJsonObject params;
};

/// A run that is to go.
struct RemovedRun
{
    RunId run = 0;
    bool onlyRows = false; ///< it stays itself, with how many there were
};

/// What the program remembers with the project; an empty value forgets it.
struct Memo
{
    QString key;
    QString value;
};

/// What people say of ads and addresses; replaces what they said.
struct MarkWrite
{
    QLatin1StringView of; ///< table::marksOf()
    std::vector<Mark> marks;
};

/// A table of the user's; without one the table of that name goes.
struct JoinWrite
{
    QString name;
    std::shared_ptr<const JoinedTable> table;
};

/// What waits in the writer's queue.
using WriterEntry = std::variant<Unit, std::vector<AttemptRecord>, NewRun, RemovedRun, Memo, MarkWrite,
                                 JoinWrite, std::shared_ptr<FlushSignal>>;

/// How much an entry weighs: rows of any table, and bytes of memory (roughly).
struct Weight
{
    qint64 rows = 0;
    qint64 bytes = 0;

    static Weight of(const WriterEntry &entry);
    Weight &operator+=(const Weight &other);
    Weight &operator-=(const Weight &other);
};

} // namespace linnet::store
