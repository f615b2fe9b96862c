// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rescue/projectrescue.h"

namespace linnet::store {

class Database;

/// Makes a project of rows that were brought together: what other parts of the program take for granted holds
/// again.
class RescuedProject
{
public:
    /// Outlives this object.
    explicit RescuedProject(Database &database);

    /// Inside the transaction that brought the rows.
    Result<void> mend(RescueReport &report, const std::function<QString(const table::Schema &)> &kindOf);

private:
    Result<void> mendRuns(RescueReport &report);
    Result<void> makeRunsAgain(RescueReport &report,
                               const std::function<QString(const table::Schema &)> &kindOf);
    Result<void> dropStrays(RescueReport &report);
    Result<void> mendTexts(RescueReport &report);
    Result<void> mendWork(const RescueReport &report);
    Result<void> countLinks();

    Database &m_database;
};

} // namespace linnet::store
