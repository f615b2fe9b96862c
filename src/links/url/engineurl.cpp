// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/url/engineurl.h"

#include "links/url/percent.h"
#include "links/url/urlparts.h"

namespace linnet::links {

namespace {

std::string_view view(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

} // namespace

QUrl engineUrl(std::string_view href)
{
    // One "%" that begins no code would make QUrl encode those of all codes once more.
    const std::string encoded = withoutStrayPercents(href);
    return QUrl::fromEncoded(QByteArray::fromRawData(encoded.data(), qsizetype(encoded.size())),
                             QUrl::TolerantMode);
}

std::string_view hostOf(std::string_view href)
{
    return view(UrlParts::of(href).host);
}

std::string hostKey(std::string_view href)
{
    const UrlParts parts = UrlParts::of(href);
    std::string key(view(parts.host));
    return parts.port.isEmpty() ? key : key.append(":").append(view(parts.port));
}

std::string origin(std::string_view href)
{
    const UrlParts parts = UrlParts::of(href);
    std::string result(view(parts.scheme));
    result.append("://").append(view(parts.host));
    return parts.port.isEmpty() ? result : result.append(":").append(view(parts.port));
}

} // namespace linnet::links
