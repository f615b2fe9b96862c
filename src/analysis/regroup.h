// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/adgroups.h"
#include "base/result.h"
#include "store/unit.h"
#include "table/vacancyschema.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <span>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// What the columns Group to Campaign of a row say; all null for an ad that is alone.
using GroupCells = std::array<table::Value, table::ComparedColumns>;

/// All ads of a project, some 250 bytes each.
struct ProjectAds
{
    std::vector<Ad> ads;
    QHash<qint64, GroupCells> written; ///< by row, what was said before
    QSet<quint64> apart;
};

/// Cells of a row that have changed.
struct GroupChange
{
    qint64 row = 0;
    RunId run = 0;
    GroupCells cells;
};

// Which ads of a project are one job, in three steps, of which the first and the last hold the project open
// and end soon with Reason::Cancelled when they are told to stop. All in any thread.

/// Reads with all processors.
Result<ProjectAds> readAds(const QString &projectPath, const Ad::Subjects &subjects,
                           const std::stop_token &stop);
std::vector<GroupChange> changedGroups(ProjectAds ads, const std::stop_token &stop = {});
/// To be written, some rows in each, so that others can write in between. Takes 1.5 KB for each change.
Result<std::vector<store::Unit>> unitsOf(const QString &projectPath, std::span<const GroupChange> changes,
                                         const std::stop_token &stop);

/// The memo (RowReader::memos()) with the keys of the ads that somebody took out of their groups.
inline constexpr auto ApartMemo = "apart";
QStringList apartFrom(const QString &memo);
QString apartMemo(const QStringList &keys);

} // namespace linnet::analysis
