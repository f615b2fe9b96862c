// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlmemory.h"

#include "links/addresskeys.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

Result<CrawlMemory> CrawlMemory::load(const QString &projectPath, store::RunId run, const CrawlSpec &spec)
{
    CrawlMemory memory;
    CrawlRules rules(spec);
    store::AddressReader reader(projectPath, run);
    const Result<void> read = reader.each([&](const store::AddressReader::Address &address) {
        const std::string_view url(address.url.data(), size_t(address.url.size()));
        memory.frontier->restore(std::uint32_t(address.number), Frontier::keyOf(url), address.open);
        if (address.number > spec.starts)
            return;
        rules.widen(url);
        memory.startOrigins.insert(originOf(url));
    });
    if (!read)
        return std::unexpected(read.error());
    memory.rules = std::make_shared<const CrawlRules>(std::move(rules));
    const auto hops = reader.redirects();
    if (!hops)
        return std::unexpected(hops.error());
    for (const store::AddressReader::Hop &hop : *hops)
        memory.chains.add(quint32(hop.from), quint32(hop.to));
    const auto pending = reader.pending();
    if (!pending)
        return std::unexpected(pending.error());
    for (const store::AddressReader::Pending &work : *pending) {
        const std::optional<CrawlKind> kind = CrawlKind::parse(work.kind);
        if (!kind || work.host.isEmpty())
            return fail(Reason::Storage, u"work “%1” at “%2”"_s.arg(work.kind, work.host));
        memory.pending.push_back({*kind, work.host, work.count});
    }
    auto sitemaps = reader.keys(CrawlKind::sitemap().toString());
    if (!sitemaps)
        return std::unexpected(sitemaps.error());
    memory.sitemaps = std::move(*sitemaps);
    const auto asked = reader.asked();
    if (!asked)
        return std::unexpected(asked.error());
    memory.asked = *asked;
    return memory;
}

} // namespace linnet::links
