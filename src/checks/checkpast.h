// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "checks/roundmemory.h"
#include "store/workitem.h"

namespace linnet::checks {

/// Where a check stood when it was left, from its project. Everything here reads files: for the pool.
struct CheckPast
{
    std::vector<Phase> phases;
    std::vector<qint64> left;  ///< addresses of each part that have no result yet
    size_t phase = 0;          ///< the one to go on with
    bool isPhaseBegun = false; ///< some of it was done before
    RoundMemory memory;        ///< of a watch

    static Result<CheckPast> read(const QString &project, store::RunId run, const CheckSpec &spec);
    /// Units of RefusedKind that have no end yet.
    static Result<std::vector<store::WorkItem>> refusedLines(const QString &project, store::RunId run);
};

} // namespace linnet::checks
