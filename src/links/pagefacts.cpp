// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/pagesink.h"

#include "html/ascii.h"

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
    std::sort(m_facts.targets.begin(), m_facts.targets.end());
    m_facts.targets.erase(std::unique(m_facts.targets.begin(), m_facts.targets.end()), m_facts.targets.end());
    m_visible.finish();
    m_facts.words = m_visible.words();
    m_facts.textHash = m_visible.hash();
    m_facts.scripted = looksScripted();
    m_facts.charset = encoding;
    return std::move(m_facts);
}

void PageSink::resolveEdges(const UrlResolver &resolver)
{
    std::size_t kept = 0;
    for (Edge &edge : m_facts.edges) {
        ResolvedUrl resolved = resolver.resolve(edge.url);
        edge.kind = resolved.kind;
        if (resolved.kind == UrlKind::Http) {
            m_urlBytes += resolved.href.size() + resolved.fragment.size();
            if (m_urlBytes > MostUrlBytes)
                break;
            edge.url = std::move(resolved.href);
            edge.fragment = std::move(resolved.fragment);
            edge.hasFragment = resolved.hasFragment;
        } else {
            if (resolved.kind == UrlKind::Foreign)
                edge.url = std::move(resolved.href);
            cut(edge.url, LongestForeign);
        }
        ++kept;
    }
    m_facts.edgesLeftOut += int(m_facts.edges.size() - kept);
    m_facts.edges.resize(kept);
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
