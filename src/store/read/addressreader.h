// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"
#include "store/unit.h"

#include <functional>
#include <vector>

namespace linnet::store {

/// Reads what a crawl knew when it was left, so that it can go on. Used by one thread at a time.
class AddressReader
{
public:
    AddressReader(QString projectPath, RunId run);

    /// An address; the bytes are UTF-8 and gone after the call that has it.
    struct Address
    {
        qint64 number = 0;
        QByteArrayView url;
        bool listed = false; ///< by a sitemap
        bool open = false;   ///< never was to be asked, but may be when it is met in another place
    };
    /// All addresses of the run, in the order of their numbers.
    Result<void> each(const std::function<void(const Address &)> &take);
    /// UTF-8; null when the run has no such address.
    Result<QByteArray> url(qint64 number);

    struct Found
    {
        qint64 address = 0;
        qint64 page = 0;     ///< that names it
        int depth = 0;       ///< of the page
        bool isTold = false; ///< stands as found_on in the address's row
    };
    /// The pages of found_on, and all that name an address which is still to be asked.
    Result<void> finders(const std::function<void(const Found &)> &take);

    struct Hop
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    /// Redirects that were met.
    Result<std::vector<Hop>> redirects();
    /// Rows of pageSchema() of addresses that were asked.
    Result<qint64> asked();

    /// Work that is not done yet.
    struct Pending
    {
        QString kind;
        QString host;
        int depth = 0;
        qint64 count = 0;
    };
    Result<std::vector<Pending>> pending();
    /// Keys of all work of a kind, done or not.
    Result<std::vector<QString>> keys(const QString &kind);

private:
    Result<void> open();

    QString m_path;
    RunId m_run;
    Database m_database;
    Statement m_url;
};

} // namespace linnet::store
