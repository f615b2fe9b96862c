// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlsecrets.h"

#include "net/headerfields.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr auto Authorization = "Authorization";

bool has(const CrawlSecrets::Headers &headers, const QByteArray &name)
{
    return std::ranges::any_of(
        headers, [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

void CrawlSecrets::add(const QString &place, const QByteArray &name, const QByteArray &value)
{
    m_headers[place].append({name, value});
    if (const auto origin = net::Origin::restored(place);
        origin && name.compare(Authorization, Qt::CaseInsensitive) == 0)
        m_logins.insert(*origin);
}

void CrawlSecrets::addLogin(const net::Origin &origin, std::string_view login)
{
    if (login.empty() || hasLogin(origin))
        return;
    m_logins.insert(origin);
    m_headers[origin.toString()].append(
        {Authorization, net::basicLogin({login.data(), qsizetype(login.size())})});
}

bool CrawlSecrets::hasLogin(const net::Origin &origin) const
{
    return has(headers(origin, false), Authorization);
}

CrawlSecrets::Headers CrawlSecrets::headers(const net::Origin &origin, bool isOfSite) const
{
    Headers result;
    const auto take = [&](const QString &place) {
        for (const auto &header : m_headers.value(place)) {
            if (!has(result, header.first))
                result.append(header);
        }
    };
    if (m_headers.isEmpty())
        return result;
    take(origin.toString());
    take(origin.host().toString());
    if (m_starts.contains(origin))
        take(Starts);
    if (isOfSite)
        take(Site);
    return result;
}

} // namespace linnet::links
