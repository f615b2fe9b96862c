// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/engineurl.h"

#include "links/percent.h"

namespace linnet::links {

namespace {

std::size_t authorityBegin(std::string_view href)
{
    return std::min(href.find("//") + 2, href.size());
}

/// Host and port, without credentials.
std::string_view hostAndPort(std::string_view href)
{
    href.remove_prefix(authorityBegin(href));
    href = href.substr(0, href.find('/'));
    const std::size_t at = href.rfind('@');
    return at == std::string_view::npos ? href : href.substr(at + 1);
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
    const std::string_view authority = hostAndPort(href);
    const std::size_t bracket = authority.rfind(']');
    return authority.substr(0, authority.find(':', bracket == std::string_view::npos ? 0 : bracket));
}

std::string hostKey(std::string_view href)
{
    const std::string_view host = hostOf(href);
    const std::string_view port = hostAndPort(href).substr(host.size());
    // QUrl gives the host of an IPv6 address without its brackets.
    std::string key(host.starts_with('[') ? host.substr(1, host.size() - 2) : host);
    return key.append(port);
}

std::string origin(std::string_view href)
{
    return std::string(href.substr(0, authorityBegin(href))).append(hostAndPort(href));
}

} // namespace linnet::links
