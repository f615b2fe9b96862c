// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/urlhost.h"

#include "base/percentdecoded.h"
#include "encoding/utf8.h"
#include "html/ascii.h"
#include "url/ipaddress.h"

#include <QUrl>

#include <algorithm>

namespace linnet::url {

using html::isDigit;

namespace {

// URL Standard §3.1: forbidden domain code points.
bool isForbidden(char c)
{
    return std::uint8_t(c) <= 0x20 || c == 0x7F ||
           std::string_view("#/:<>?@[\\]^|%").find(c) != std::string_view::npos;
}

bool needsIdna(std::string_view domain)
{
    return std::any_of(domain.begin(), domain.end(), [](char c) { return std::uint8_t(c) >= 0x80; }) ||
           domain.starts_with("xn--") || domain.find(".xn--") != std::string_view::npos;
}

// A soft hyphen and others vanish in IDNA; a name of nothing else is no name. Empty = no valid name.
std::string toAscii(const std::string &domain)
{
    if (!encoding::isValidUtf8(domain))
        return {};
    return QUrl::toAce(QString::fromStdString(domain)).toStdString();
}

// §3.5 "ends in a number": such a host is an IPv4 address or nothing.
bool endsInNumber(std::string_view domain)
{
    if (domain.ends_with('.'))
        domain.remove_suffix(1);
    const std::size_t dot = domain.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? domain : domain.substr(dot + 1);
    if (last.empty())
        return false;
    return std::all_of(last.begin(), last.end(), isDigit) || parseIpv4Number(last).has_value();
}

} // namespace

bool appendHost(std::string &to, std::string_view host)
{
    if (host.starts_with('['))
        return host.ends_with(']') && host.size() > 2 && appendIpv6(to, host.substr(1, host.size() - 2));
    std::string domain = host.find('%') == std::string_view::npos ? std::string(host) : percentDecoded(host);
    std::transform(domain.begin(), domain.end(), domain.begin(), html::toLower);
    if (needsIdna(domain))
        domain = toAscii(domain);
    if (domain.empty() || std::any_of(domain.begin(), domain.end(), isForbidden))
        return false;
    if (endsInNumber(domain))
        return appendIpv4(to, domain);
    to += domain;
    return true;
}

} // namespace linnet::url
