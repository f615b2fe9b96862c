// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/marktable.h"

#include "store/sqlite/database.h"
#include "table/listvalue.h"

#include <QDateTime>

namespace linnet::store {

Result<MarkTable> MarkTable::open(Database &database)
{
    Result<Statement> set = database.prepare("INSERT OR REPLACE INTO mark (kind, key, starred, tags, note, "
                                             "changed) VALUES (?, ?, ?, ?, ?, ?)",
                                             true);
    if (!set)
        return std::unexpected(set.error());
    MarkTable result;
    result.m_set = std::move(*set);
    return result;
}

Result<void> MarkTable::set(QLatin1StringView of, const Mark &mark)
{
    m_set.bind(1, QString(of));
    m_set.bind(2, mark.key);
    m_set.bind(3, mark.starred ? table::Value(qint64(1)) : table::Value());
    m_set.bind(4, table::listValue(mark.tags));
    m_set.bind(5, mark.note.isEmpty() ? table::Value() : table::Value(mark.note));
    m_set.bind(6, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    return m_set.run();
}

} // namespace linnet::store
