// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/addresskeys.h"

#include "url/urlparts.h"

namespace linnet::links {

net::HostKey hostOf(std::string_view href)
{
    const url::UrlParts parts = url::UrlParts::of({href.data(), qsizetype(href.size())});
    return net::HostKey::restored(QString::fromLatin1(parts.hostAndPort()));
}

net::Origin originOf(std::string_view href)
{
    return {hostOf(href), href.starts_with("https:")};
}

} // namespace linnet::links
