// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapanswer.h"

#include "links/addresskeys.h"
#include "links/sitemap/sitemaplist.h"
#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <algorithm>
#include <unordered_map>

namespace linnet::links {

namespace {

constexpr qsizetype LongestLanguage = 100;

struct KeyHash
{
    size_t operator()(const Frontier::Key &key) const { return size_t(key[0]); }
};

Target makeTarget(const url::ResolvedUrl &resolved, Want want, const CrawlRules &rules)
{
    Target target;
    target.url = resolved.href;
    target.key = Frontier::keyOf(target.url);
    target.host = hostOf(target.url);
    target.https = target.url.starts_with("https:");
    target.choice = rules.judge(target.url, resolved.kind, want, {});
    return target;
}

/// pages: of each entry of the sitemap the index of its target, below 0 = none.
void addVersions(const Sitemap &sitemap, const std::vector<int> &pages, const url::UrlResolver &here,
                 const CrawlRules &rules, SitemapAnswer &answer)
{
    std::unordered_map<Frontier::Key, int, KeyHash> known;
    for (size_t i = 0; i < answer.targets.size() && !sitemap.versions.isEmpty(); ++i)
        known.emplace(answer.targets[i].key, int(i));
    for (const Sitemap::Version &version : sitemap.versions) {
        const int page = pages[size_t(version.entry)];
        if (page < 0)
            continue;
        SitemapAnswer::Version added;
        added.page = size_t(page);
        added.alternate.language = version.language.first(std::min(version.language.size(), LongestLanguage));
        added.alternate.line = 0;
        if (!SitemapList::isWebAddress(version.url))
            added.alternate.written =
                url::withoutLogin({version.url.constData(), size_t(version.url.size())});
        const url::ResolvedUrl resolved = here.resolve({version.url.constData(), size_t(version.url.size())});
        if (resolved.kind == url::UrlKind::Http) {
            const int next = int(answer.targets.size() + answer.others.size());
            const auto [place, isNew] = known.emplace(Frontier::keyOf(resolved.href), next);
            added.target = place->second;
            if (isNew)
                answer.others.push_back(makeTarget(resolved, Want::Nothing, rules));
        }
        answer.versions.push_back(std::move(added));
    }
}

} // namespace

const Target *SitemapAnswer::targetOf(const Version &version) const
{
    if (version.target < 0)
        return nullptr;
    const auto place = size_t(version.target);
    return place < targets.size() ? &targets[place] : &others[place - targets.size()];
}

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
    answer.bytes = response.body.size();
    const url::UrlResolver here(response.url.toEncoded(QUrl::RemoveFragment).toStdString());
    std::vector<int> pages;
    pages.reserve(size_t(sitemap.urls.size()));
    for (const QByteArray &url : sitemap.urls) {
        pages.push_back(-1);
        const url::ResolvedUrl resolved = here.resolve({url.constData(), size_t(url.size())});
        if (resolved.kind != url::UrlKind::Http) {
            ++answer.skipped;
            continue;
        }
        if (sitemap.kind == Sitemap::Kind::Index) {
            answer.sitemaps.push_back(QByteArray::fromStdString(resolved.href));
            continue;
        }
        pages.back() = int(answer.targets.size());
        answer.targets.push_back(makeTarget(resolved, Want::Get, rules));
    }
    addVersions(sitemap, pages, here, rules, answer);
    return answer;
}

} // namespace linnet::links
