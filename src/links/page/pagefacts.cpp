// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagesink.h"

#include "html/ascii.h"
#include "store/sqlite/fragmentset.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr std::size_t MostUrlBytes = 64 * 1024 * 1024;
constexpr std::size_t LongestForeign = 2000;

/// The first bytes of a text, never a part of a letter.
void cut(std::string &text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
}

bool mentionsScripts(const std::string &text)
{
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(), html::toLower);
    return lower.find("javascript") != std::string::npos;
}

} // namespace

PageFacts PageSink::takeFacts(std::string_view encoding)
{
    closeAnchor();
    const UrlResolver page(m_pageUrl, encoding);
    const ResolvedUrl base = page.resolve(m_baseReference.value_or(""));
    const bool usable = m_baseReference && base.kind == UrlKind::Http;
    const UrlResolver resolver(usable ? base.href : page.base(), encoding);
    m_facts.base = resolver.base();
    resolveEdges(resolver);
    resolveFacts(resolver);
    m_facts.hasTitle = m_title.wasOpened();
    m_facts.title = m_title.take();
    m_facts.h1 = m_h1.take();
    m_facts.h2 = m_h2.take();
    m_facts.places = store::FragmentSet::pack(std::move(m_places));
    m_facts.words = m_visible.words();
    m_facts.scripted = looksScripted();
    m_facts.charset = encoding;
    return std::move(m_facts);
}

void PageSink::resolveEdges(const UrlResolver &resolver)
{
    std::vector<std::uint32_t> addressOf;
    takeAddresses(resolver, addressOf);
    std::size_t kept = 0;
    for (Edge &edge : m_facts.edges) {
        m_urlBytes += edge.fragment.size();
        if (edge.address >= addressOf.size() || m_urlBytes > MostUrlBytes)
            continue;
        edge.address = addressOf[edge.address];
        if (&edge != &m_facts.edges[kept])
            m_facts.edges[kept] = std::move(edge);
        ++kept;
    }
    m_facts.edgesLeftOut += int(m_facts.edges.size() - kept);
    m_facts.edges.resize(kept);
}

/// The address of each reference, in order, as far as there is room; several may mean the same.
void PageSink::takeAddresses(const UrlResolver &resolver, std::vector<std::uint32_t> &addressOf)
{
    QHash<QByteArrayView, std::uint32_t> known;
    known.reserve(qsizetype(m_references.size()));
    addressOf.reserve(m_references.size());
    m_facts.addresses.reserve(m_references.size()); // what is known are views of them
    for (const std::string &reference : m_references) {
        NamedAddress address;
        ResolvedUrl resolved = resolver.resolve(reference);
        address.kind = resolved.kind;
        address.url = resolved.kind == UrlKind::Invalid ? reference : std::move(resolved.href);
        if (address.kind == UrlKind::Invalid && address.url.ends_with('#'))
            address.url.pop_back();
        if (address.kind != UrlKind::Http)
            cut(address.url, LongestForeign);
        const auto same = known.constFind({address.url.data(), qsizetype(address.url.size())});
        if (same != known.cend()) {
            addressOf.push_back(*same);
            continue;
        }
        m_urlBytes += address.url.size();
        if (m_urlBytes > MostUrlBytes)
            return;
        const std::uint32_t number = std::uint32_t(m_facts.addresses.size());
        addressOf.push_back(number);
        const std::string &kept = m_facts.addresses.emplace_back(std::move(address)).url;
        known.insert({kept.data(), qsizetype(kept.size())}, number);
    }
}

void PageSink::resolveFacts(const UrlResolver &resolver)
{
    const auto replace = [&resolver](std::string &url, bool keep) {
        ResolvedUrl resolved = resolver.resolve(url);
        if (resolved.kind == UrlKind::Http)
            url = std::move(resolved.href);
        else if (!keep)
            url.clear();
        cut(url, LongestForeign);
    };
    if (m_facts.hasCanonical)
        replace(m_facts.canonical, true);
    if (m_facts.hasRefresh)
        replace(m_facts.refreshUrl, true);
    for (Alternate &alternate : m_facts.alternates)
        replace(alternate.url, false);
}

bool PageSink::looksScripted() const
{
    constexpr int HardlyAny = 20;
    constexpr int Few = 80;
    constexpr std::size_t FewLinks = 3;
    if (m_scripts == 0 || m_anchors > FewLinks)
        return false;
    return m_visible.words() < HardlyAny || (m_visible.words() < Few && mentionsScripts(m_noscript));
}

} // namespace linnet::links
