// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"

#include <QSet>
#include <QString>

namespace linnet::table {
struct Schema;
}

namespace linnet::imports {

/// Which keys the rows of a run have, by 64 bits of each, so that one that comes again is told. About 20
/// bytes a row.
class RowKeys
{
public:
    /// False when it is there already.
    bool add(QStringView key);
    qsizetype size() const { return m_hashes.size(); }

    /// Of a run that was left. Takes long: for the pool.
    static Result<RowKeys> read(const QString &project, RunId run, const table::Schema &schema);

private:
    QSet<quint64> m_hashes;
};

} // namespace linnet::imports
