// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/unit.h"

#include <functional>
#include <vector>

namespace linnet::store {

/// Reads what a crawl knew when it was left, so that it can go on. Used by one thread at a time.
class AddressReader
{
public:
    AddressReader(QString projectPath, RunId run);

    /// All addresses of the run, in the order of their numbers. The bytes are UTF-8 and gone after the call.
    Result<void> each(const std::function<void(qint64 number, QByteArrayView url, bool listed)> &take);
    /// UTF-8; null when the run has no such address.
    Result<QByteArray> url(qint64 number);

    struct Hop
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    /// Redirects that were met.
    Result<std::vector<Hop>> redirects();
    /// Rows of pageSchema() by their state.
    Result<qint64> pages(QStringView state);

private:
    Result<void> open();

    QString m_path;
    RunId m_run;
    Database m_database;
    Statement m_url;
};

} // namespace linnet::store
