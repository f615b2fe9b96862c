// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/removedrows.h"

#include "table/schema.h"

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

qint64 RemovedRows::of(const table::Schema *schema) const
{
    return schema ? rows.value(schema->key) : 0;
}

std::optional<RemovedRows> RemovedRows::of(const QJsonObject &counts)
{
    if (!counts.contains(Key))
        return std::nullopt;
    const QJsonObject stored = counts.value(Key).toObject();
    RemovedRows result;
    const QJsonObject rows = stored.value("rows"_L1).toObject();
    for (auto table = rows.begin(); table != rows.end(); ++table)
        result.rows.insert(table.key(), table.value().toInteger());
    result.failed = stored.value("failed"_L1).toInteger();
    result.when = stored.value("when"_L1).toString();
    return result;
}

QJsonObject RemovedRows::toJson() const
{
    QJsonObject tables;
    for (auto table = rows.begin(); table != rows.end(); ++table)
        tables.insert(table.key(), table.value());
    return {{"rows"_L1, tables}, {"failed"_L1, failed}, {"when"_L1, when}};
}

} // namespace linnet::store
