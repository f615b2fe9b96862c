// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightquestion.h"

#include <optional>
#include <vector>

namespace linnet::models {

/// A question that somebody put together and that is kept in the project: what is counted or measured, by
/// what, and how the groups are cut. Columns by their keys; it is of any table that has them.
struct OwnQuestion
{
    static constexpr const char *Memo = "questions"; ///< of the project, with all of them

    int number = 0; ///< "own-3"; that of one that was deleted is not given again while others are there
    QString name;
    QString by;
    QString measure; ///< "" = rows are counted
    QString split;   ///< "" = groups are not cut

    bool operator==(const OwnQuestion &) const = default;

    QString key() const { return QStringLiteral("own-%1").arg(number); }
    /// As it is asked of the rows of a table; nothing when that lacks one of the columns.
    std::optional<InsightQuestion> over(const table::Schema &schema) const;

    /// In the order in which they were made; what cannot be read is none.
    static std::vector<OwnQuestion> fromMemo(const QString &memo);
    static QString toMemo(const std::vector<OwnQuestion> &questions); ///< "" for none
    static int nextNumber(const std::vector<OwnQuestion> &questions);

    /// What can be chosen in a table.
    static bool canGroup(const table::Column &column);
    static bool canMeasure(const table::Column &column);
    /// Its values are amounts: they are spread over an axis and not each a group.
    static bool isAmount(const table::Column &column);
};

} // namespace linnet::models
