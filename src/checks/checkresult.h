// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "checks/pagetext.h"
#include "net/address.h"
#include "net/response.h"
#include "table/value.h"

#include <QDateTime>

namespace linnet::checks {

/// The way that one check has gone so far: its redirects, and what they cost.
struct Trail
{
    QList<net::Address> visited; ///< the last is being asked
    QStringList redirects;       ///< "301 http://…", status and address of each that was left
    qint64 ns = 0;               ///< of the answers that led on
    int retries = 0;

    bool operator==(const Trail &) const = default;
};

/// What one check came to, and its row.
struct CheckResult
{
    Phase phase;
    QString url; ///< as it was asked for
    int line = 0;
    net::Method method = net::Method::Get;
    Trail trail;
    net::Response response; ///< status 0 = there was no answer
    PageText page;
    Error error; ///< Reason::None: a whole answer with a status below 400
    QString change;
    QDateTime utc;

    /// Sets error from the response.
    void judge();
    qint64 totalNs() const { return trail.ns + response.total.count(); }
    table::Cells toRow() const;
};

} // namespace linnet::checks
