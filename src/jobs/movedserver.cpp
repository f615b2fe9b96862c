// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/movedserver.h"

namespace linnet::jobs {

void MovedServer::apply(QUrl &url) const
{
    if (from.isEmpty() || url.scheme() != from.scheme() || url.host() != from.host() ||
        url.port() != from.port())
        return;
    url.setScheme(to.scheme());
    url.setHost(to.host());
    url.setPort(to.port());
}

} // namespace linnet::jobs
