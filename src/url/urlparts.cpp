// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/urlparts.h"

#include <algorithm>

namespace linnet::url {

UrlParts UrlParts::of(QByteArrayView url)
{
    UrlParts parts;
    const qsizetype mark = url.indexOf("://");
    qsizetype from = 0;
    if (mark >= 0) {
        parts.scheme = url.first(mark);
        from = mark + 3;
    }
    qsizetype end = from;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    parts.originLength = end;
    QByteArrayView authority = url.sliced(from, end - from);
    authority = authority.sliced(authority.lastIndexOf('@') + 1);
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon >= 0 && colon > authority.lastIndexOf(']')) {
        parts.port = authority.sliced(colon + 1);
        authority.truncate(colon);
    }
    parts.host = authority;
    const qsizetype fragment = url.indexOf('#', end);
    const QByteArrayView rest = url.sliced(end, (fragment < 0 ? url.size() : fragment) - end);
    const qsizetype question = rest.indexOf('?');
    parts.path = question < 0 ? rest : rest.first(question);
    parts.query = question < 0 ? QByteArrayView() : rest.sliced(question + 1);
    return parts;
}

QByteArray UrlParts::hostAndPort() const
{
    QByteArray key = host.toByteArray().toLower();
    const QByteArrayView usual = scheme.compare("https", Qt::CaseInsensitive) == 0 ? "443" : "80";
    if (!port.isEmpty() && port != usual)
        key += ':' + port.toByteArray();
    return key;
}

bool UrlParts::isIpAddress() const
{
    return host.startsWith('[') || (!host.isEmpty() && std::all_of(host.begin(), host.end(), [](char c) {
               return c == '.' || (c >= '0' && c <= '9');
           }));
}

} // namespace linnet::url
