// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace linnet::table {
struct Schema;
}

namespace linnet::store {

/// What a run still says of itself whose rows were removed to save room (Writer::removeRows()).
struct RemovedRows
{
    static constexpr QLatin1StringView Key{"rows_removed"}; ///< among the run's counts

    QHash<QString, qint64> rows =
        {};            ///< how many there were, by table::Schema::key; tables without rows are none
    qint64 failed = 0; ///< units of work
    QString when = {}; ///< ISO 8601 UTC

    qint64 of(const table::Schema *schema) const;
    /// Of the counts of a run; nothing when its rows are there.
    static std::optional<RemovedRows> of(const QJsonObject &counts);
    QJsonObject toJson() const;
};

} // namespace linnet::store
