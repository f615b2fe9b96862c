// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"

#include <QHash>

#include <functional>

namespace linnet::store {

class Database;

/// Which pages of a crawl name which addresses, by the numbers that the crawl gave these.
class MentionReader
{
public:
    explicit MentionReader(Database &database)
        : m_database(database)
    {
    }

    /// The row of pageSchema() of each address that has one, by its number.
    Result<QHash<qint64, qint64>> rowsByNumber(RunId run);
    /// Each pair once, however many links the page has to the address; and each redirect with the next hop. A
    /// pair may come as both.
    using Visit = std::function<void(qint64 page, qint64 target)>;
    Result<void> forEach(RunId run, const Visit &visit);

private:
    Database &m_database;
};

} // namespace linnet::store
