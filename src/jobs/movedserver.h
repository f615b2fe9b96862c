// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

#include <QUrl>

namespace linnet::jobs {

/// A server that stands elsewhere than when the addresses of a run were stored: the practice server has
/// another port after each start. By default nothing is moved.
struct MovedServer
{
    QUrl from; ///< scheme, host and port
    QUrl to;

    /// Asks the server where it is now.
    void apply(net::Request &request) const;
};

} // namespace linnet::jobs
