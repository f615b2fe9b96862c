// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::store {

/// A unit of work handed to a job.
struct WorkItem
{
    qint64 id = 0;
    QString key; ///< URL
    QString kind;
    QString host;
    QString ref;
    int depth = 0;
    int attempts = 0;   ///< of earlier tries in this run
    qint64 address = 0; ///< its number, for work that was added by the number of an address
    qint64 failedAt =
        0; ///< when it failed the first time of those in a row, in seconds since 1970; 0 = it did not
};

} // namespace linnet::store
