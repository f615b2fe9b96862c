// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/movedserver.h"

namespace linnet::jobs {

namespace {

QByteArray originOf(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

void MovedServer::apply(net::Request &request) const
{
    QUrl &url = request.url;
    if (from.isEmpty() || url.scheme() != from.scheme() || url.host() != from.host() ||
        url.port() != from.port())
        return;
    const QByteArray before = originOf(url);
    url.setScheme(to.scheme());
    url.setHost(to.host());
    url.setPort(to.port());
    if (request.written.startsWith(before))
        request.written.replace(0, before.size(), originOf(url));
}

} // namespace linnet::jobs
