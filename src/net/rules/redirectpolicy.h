// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/address.h"

#include <QByteArray>
#include <QList>

namespace linnet::net {

/// Where a redirect leads, and whether it may be followed. Pure.
class RedirectPolicy
{
public:
    static constexpr int MostHops = 10;

    /// 301, 302, 303, 307 and 308 (RFC 9110 §15.4).
    static bool isRedirect(int status);

    /// The next address of a chain, read from Location as browsers do (URL Standard §4.4). `visited` holds
    /// the addresses so far, the first first and `visited.last()` being the one that answered. Errors:
    /// ForeignScheme, Downgrade, RedirectLoop, RedirectLimit. A missing or unreadable Location gives an empty
    /// address: then the answer itself is the result.
    static Result<Address> next(const QList<Address> &visited, const QByteArray &location, int status);

    /// Whether a request header may go to another origin than the one it was meant for.
    static bool mayCrossOrigins(QByteArrayView header);
};

} // namespace linnet::net
