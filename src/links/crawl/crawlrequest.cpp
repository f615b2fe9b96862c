// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlrequest.h"

#include "links/crawl/sitemapanswer.h"
#include "url/engineurl.h"

namespace linnet::links {

namespace {

constexpr qint64 MaxSitemapBody = 64 * 1024 * 1024;

}

net::Request crawlRequest(const CrawlSpec &spec, const CrawlKind &kind, AnswerContext reading)
{
    net::Request request;
    request.url = url::engineUrl(reading.url);
    request.written = QByteArray::fromStdString(reading.url);
    if (kind.task == CrawlKind::Task::Sitemap) {
        request.maxBody = MaxSitemapBody;
        request.read = [rules = reading.rules](const net::Response &response) {
            return net::Reading{std::make_shared<SitemapAnswer>(readSitemap(response, *rules)), {}};
        };
        return request;
    }
    reading.readsPlaces = spec.externalPlaces && kind.task == CrawlKind::Task::External;
    reading.byHead = kind.isByHead() && !reading.readsPlaces;
    reading.keepBody = spec.keepBodies;
    request.method = reading.byHead ? net::Method::Head : net::Method::Get;
    request.fallBackToGet = reading.byHead;
    request.redirects = net::RedirectMode::Report;
    const bool isRead = (reading.internal || reading.readsPlaces) && !reading.byHead;
    if (!spec.keepBodies)
        request.wantsBody = [isRead](int status, const net::HeaderFields &headers) {
            return isRead && wantsBody(status, headers);
        };
    request.read = [reading = std::move(reading)](const net::Response &response) {
        return net::Reading{std::make_shared<CrawlAnswer>(readAnswer(response, reading)), {}};
    };
    return request;
}

} // namespace linnet::links
