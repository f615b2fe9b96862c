// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.h"

#include "url/engineurl.h"
#include "url/urlparts.h"

#include <algorithm>

namespace linnet::net {

namespace {

QByteArray pathAndQuery(const QByteArray &href)
{
    const QByteArray target = href.sliced(url::UrlParts::of(href).originLength);
    return target.startsWith('/') ? target : '/' + target;
}

/// What Qt 6 makes of an address for its request line.
QByteArray targetOfQt(const QUrl &url)
{
    QUrl copy = url;
    if (copy.path().isEmpty())
        copy.setPath(QStringLiteral("/"));
    return copy.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment |
                          QUrl::NormalizePathSegments | QUrl::FullyEncoded);
}

bool isVisibleAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F'; });
}

} // namespace

Address::Address(const QUrl &url)
    : m_url(url)
    , m_href(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::FullyEncoded))
{
    m_url.setFragment({});
}

Address Address::written(std::string_view href)
{
    Address result;
    result.m_url = url::engineUrl(href);
    if (result.m_url.isValid())
        result.m_href = QByteArray(href.data(), qsizetype(href.size()));
    return result;
}

QByteArray Address::ownTarget() const
{
    const QByteArray target = pathAndQuery(m_href);
    return target == targetOfQt(m_url) || !isVisibleAscii(target) ? QByteArray() : target;
}

} // namespace linnet::net
