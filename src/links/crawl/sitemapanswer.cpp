// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapanswer.h"

#include "links/addresskeys.h"
#include "url/urlresolver.h"

namespace linnet::links {

SitemapAnswer readSitemap(const net::Response &response, const CrawlRules &rules)
{
    SitemapAnswer answer;
    if (response.status < 200 || response.status > 299) {
        answer.error = {Reason::HttpStatus, response.status, {}};
        return answer;
    }
    const Sitemap sitemap = SitemapReader::read(response.body);
    answer.error = sitemap.error;
    answer.error.status = sitemap.error.reason == Reason::None ? 0 : response.status;
    answer.relative = sitemap.relative;
    answer.skipped = sitemap.skipped;
    const url::UrlResolver here(response.url.toEncoded(QUrl::RemoveFragment).toStdString());
    for (const QByteArray &url : sitemap.urls) {
        const url::ResolvedUrl resolved = here.resolve({url.constData(), size_t(url.size())});
        if (resolved.kind != url::UrlKind::Http) {
            ++answer.skipped;
            continue;
        }
        if (sitemap.kind == Sitemap::Kind::Index) {
            answer.sitemaps.push_back(QByteArray::fromStdString(resolved.href));
            continue;
        }
        Target target;
        target.url = resolved.href;
        target.key = Frontier::keyOf(target.url);
        target.host = hostOf(target.url);
        target.https = target.url.starts_with("https:");
        target.choice = rules.judge(target.url, resolved.kind, Want::Get, {});
        answer.targets.push_back(std::move(target));
    }
    return answer;
}

} // namespace linnet::links
