// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlmemory.h"

#include "links/addresskeys.h"

#include <algorithm>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

Result<CrawlMemory> CrawlMemory::load(const QString &projectPath, store::RunId run, const CrawlSpec &spec)
{
    CrawlMemory memory;
    memory.finders = Finders(quint32(spec.starts));
    std::vector<Frontier::Key> keys;
    CrawlRules rules(spec);
    store::AddressReader reader(projectPath, run);
    const Result<void> read = reader.each([&](const store::AddressReader::Address &address) {
        const std::string_view url(address.url.data(), size_t(address.url.size()));
        keys.resize(std::max(keys.size(), size_t(address.number) + 1));
        keys[size_t(address.number)] = Frontier::keyOf(url);
        memory.frontier->restore(std::uint32_t(address.number), keys[size_t(address.number)], address.open);
        if (address.number > spec.starts)
            return;
        rules.widen(url);
        memory.startOrigins.insert(originOf(url));
    });
    if (!read)
        return std::unexpected(read.error());
    memory.rules = std::make_shared<const CrawlRules>(std::move(rules));
    const Result<void> named = reader.finders([&](const store::AddressReader::Found &found) {
        if (size_t(found.page) >= keys.size())
            return;
        memory.finders.offer(quint32(found.address),
                             Finders::Finder::of(quint32(found.page), found.depth, keys[size_t(found.page)]));
        if (found.isTold)
            memory.finders.tell(quint32(found.address));
    });
    if (!named)
        return std::unexpected(named.error());
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
    for (const bool https : {true, false}) {
        const auto forms = reader.keys(CrawlKind::form(https).toString());
        if (!forms)
            return std::unexpected(forms.error());
        for (const QString &key : *forms)
            memory.forms.push_back(QStringView(key).sliced(1).toUInt());
    }
    const auto asked = reader.asked();
    if (!asked)
        return std::unexpected(asked.error());
    memory.asked = *asked;
    return memory;
}

} // namespace linnet::links
