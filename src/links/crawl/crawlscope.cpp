// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlscope.h"

#include "url/urlparts.h"

#include <libpsl.h>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<CrawlScope::Kind, QLatin1StringView>, 4> Codes{{
    {CrawlScope::Kind::Host, "host"_L1},
    {CrawlScope::Kind::Domain, "domain"_L1},
    {CrawlScope::Kind::Prefix, "prefix"_L1},
    {CrawlScope::Kind::Any, "any"_L1},
}};

/// "www.a.example" is "a.example" here; "www.com" and "www.co.uk" are domains of their own.
QByteArray withoutWww(const QByteArray &hostAndPort)
{
    if (!hostAndPort.startsWith("www."))
        return hostAndPort;
    const QByteArray rest = hostAndPort.sliced(4);
    const QByteArray host = rest.first(rest.contains(':') ? rest.indexOf(':') : rest.size());
    return host.contains('.') && psl_is_public_suffix(psl_builtin(), host.constData()) == 0 ? rest
                                                                                            : hostAndPort;
}

QByteArrayView folderOf(QByteArrayView path)
{
    return path.isEmpty() ? QByteArrayView("/") : path.first(path.lastIndexOf('/') + 1);
}

} // namespace

QByteArray CrawlScope::registrableDomain(const QByteArray &host)
{
    const QByteArray name = host.endsWith('.') ? host.chopped(1) : host;
    const char *domain = psl_registrable_domain(psl_builtin(), name.constData());
    return domain ? QByteArray(domain) : name;
}

QByteArray CrawlScope::key(QByteArrayView url) const
{
    url::UrlParts parts = url::UrlParts::of(url);
    // "example.org." is the same host, with the root of all names written out.
    if (parts.host.endsWith('.'))
        parts.host.chop(1);
    if (m_kind != Kind::Domain)
        return withoutWww(parts.hostAndPort());
    const QByteArray host = parts.host.toByteArray().toLower();
    return parts.isIpAddress() ? host : registrableDomain(host);
}

void CrawlScope::add(QByteArrayView url)
{
    const QByteArray host = key(url);
    m_keys.insert(host);
    if (m_kind != Kind::Prefix)
        return;
    const QByteArray folder = folderOf(url::UrlParts::of(url).path).toByteArray();
    QList<QByteArray> &folders = m_folders[host];
    if (!folders.contains(folder))
        folders.append(folder);
}

bool CrawlScope::contains(QByteArrayView url) const
{
    if (m_kind == Kind::Any)
        return true;
    const QByteArray host = key(url);
    if (m_kind != Kind::Prefix)
        return m_keys.contains(host);
    const auto folders = m_folders.constFind(host);
    if (folders == m_folders.constEnd())
        return false;
    const QByteArrayView path = url::UrlParts::of(url).path;
    return std::any_of(folders->begin(), folders->end(), [path](const QByteArray &folder) {
        return folder == "/" || path.startsWith(folder) ||
               (path.size() + 1 == folder.size() && folder.startsWith(path));
    });
}

QLatin1StringView CrawlScope::code(Kind kind)
{
    return Codes[std::size_t(kind)].second;
}

std::optional<CrawlScope::Kind> CrawlScope::fromCode(QStringView code)
{
    const auto found =
        std::find_if(Codes.begin(), Codes.end(), [code](const auto &entry) { return entry.second == code; });
    return found == Codes.end() ? std::nullopt : std::optional(found->first);
}

std::vector<std::string> CrawlScope::startForms(const std::string &href)
{
    const url::UrlParts parts = url::UrlParts::of({href.data(), qsizetype(href.size())});
    if (!parts.port.isEmpty())
        return {};
    const QByteArray host = parts.host.toByteArray();
    const QByteArray bare = withoutWww(host);
    const bool isSiteName = bare.contains('.') && !parts.isIpAddress() && registrableDomain(bare) == bare;
    QByteArrayList hosts{isSiteName ? bare : host};
    if (isSiteName)
        hosts.append("www." + bare);
    const QByteArray own = parts.scheme.toByteArray() + "://" + host + '/';
    std::vector<std::string> forms;
    for (const QByteArray &name : hosts) {
        for (const char *scheme : {"http://", "https://"}) {
            if (const QByteArray form = scheme + name + '/'; form != own)
                forms.push_back(form.toStdString());
        }
    }
    return forms;
}

} // namespace linnet::links
