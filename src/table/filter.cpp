// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filter.h"

namespace linnet::table {

Filter Filter::without(const QString &column) const
{
    Filter result = *this;
    result.conditions.removeIf([&](const Condition &condition) { return condition.column == column; });
    return result;
}

QList<Condition> Filter::of(const QString &column) const
{
    QList<Condition> result;
    for (const Condition &condition : conditions) {
        if (condition.column == column)
            result.append(condition);
    }
    return result;
}

} // namespace linnet::table
