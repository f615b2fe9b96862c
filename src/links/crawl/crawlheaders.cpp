// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlheaders.h"

#include "links/addresskeys.h"

namespace linnet::links {

namespace {

// Some servers answer 404 or 406 to whoever does not say that he reads pages.
constexpr auto AcceptPage = "text/html,application/xhtml+xml,*/*;q=0.8";
constexpr auto AcceptAny = "*/*";
constexpr auto AcceptXml = "application/xml,text/xml;q=0.9,*/*;q=0.8";
constexpr auto AcceptText = "text/plain,*/*;q=0.8";

QByteArray acceptOf(CrawlKind::Task task)
{
    switch (task) {
    case CrawlKind::Task::Head:
        return AcceptAny;
    case CrawlKind::Task::Sitemap:
        return AcceptXml;
    default:
        return AcceptPage;
    }
}

} // namespace

net::HeaderFields CrawlHeaders::of(CrawlKind kind, const std::string &href, quint32 address, const QUrl &url,
                                   bool isInternal) const
{
    net::HeaderFields fields{{"Accept", acceptOf(kind.task)}};
    fields += secrets.headers(originOf(href), isInternal);
    QByteArray sent = cookies.header(address, url);
    if (sent.isEmpty())
        return fields;
    for (const auto &[name, value] : fields) {
        if (name.compare("Cookie", Qt::CaseInsensitive) == 0)
            sent = value + "; " + sent;
    }
    fields.append({"Cookie", sent});
    return fields;
}

net::HeaderFields CrawlHeaders::ofText(const QUrl &url, bool isInternal) const
{
    net::HeaderFields fields{{"Accept", AcceptText}};
    fields += secrets.headers(net::Origin(url), isInternal);
    return fields;
}

net::Origin CrawlHeaders::missingLogin(const QStringList &origins) const
{
    for (const QString &text : origins) {
        const auto origin = net::Origin::restored(text);
        if (origin && !secrets.hasLogin(*origin))
            return *origin;
    }
    return {};
}

} // namespace linnet::links
