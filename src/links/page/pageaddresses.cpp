// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pageaddresses.h"

#include "links/page/cuttext.h"
#include "url/withoutlogin.h"

namespace linnet::links {

namespace {

constexpr std::size_t MostBytes = 64 * 1024 * 1024;

NamedAddress addressOf(const url::UrlResolver &resolver, const std::string &reference)
{
    NamedAddress address;
    url::ResolvedUrl resolved = resolver.resolve(reference);
    address.kind = resolved.kind;
    address.login = std::move(resolved.login);
    address.url =
        resolved.kind == url::UrlKind::Invalid ? url::withoutLogin(reference) : std::move(resolved.href);
    if (address.kind == url::UrlKind::Invalid && address.url.ends_with('#'))
        address.url.pop_back();
    if (address.kind != url::UrlKind::Http)
        cutText(address.url, LongestForeign);
    return address;
}

} // namespace

std::uint32_t PageAddresses::numberOf(std::string_view reference)
{
    // Lists of links often name one page after another place of it.
    if (!m_references.empty() && m_references[m_last] == reference)
        return m_last;
    const QByteArrayView text(reference.data(), qsizetype(reference.size()));
    const auto known = m_numbers.constFind(text);
    if (known != m_numbers.cend())
        return m_last = *known;
    m_last = std::uint32_t(m_references.size());
    const std::string &kept = m_references.emplace_back(reference);
    m_numbers.insert({kept.data(), qsizetype(kept.size())}, m_last);
    return m_last;
}

void PageAddresses::resolve(const url::UrlResolver &resolver, PageFacts &facts)
{
    const std::vector<std::uint32_t> numbers = resolveAll(resolver, facts);
    std::size_t kept = 0;
    for (Edge &edge : facts.edges) {
        m_bytes += edge.fragment.size();
        if (edge.address >= numbers.size() || m_bytes > MostBytes)
            continue;
        edge.address = numbers[edge.address];
        if (&edge != &facts.edges[kept])
            facts.edges[kept] = std::move(edge);
        ++kept;
    }
    for (Alternate &alternate : facts.alternates)
        alternate.address =
            alternate.address < numbers.size() ? numbers[alternate.address] : Alternate::NoAddress;
    facts.edgesLeftOut += int(facts.edges.size() - kept);
    facts.edges.resize(kept);
}

/// The number of the address of each reference, in order; several references may mean the same.
std::vector<std::uint32_t> PageAddresses::resolveAll(const url::UrlResolver &resolver, PageFacts &facts)
{
    std::vector<std::uint32_t> numbers;
    QHash<QByteArrayView, std::uint32_t> known;
    known.reserve(qsizetype(m_references.size()));
    numbers.reserve(m_references.size());
    facts.addresses.reserve(m_references.size()); // what is known are views of them
    for (const std::string &reference : m_references) {
        NamedAddress address = addressOf(resolver, reference);
        const auto same = known.constFind({address.url.data(), qsizetype(address.url.size())});
        if (same != known.cend()) {
            if (std::string &login = facts.addresses[*same].login; login.empty())
                login = std::move(address.login);
            numbers.push_back(*same);
            continue;
        }
        m_bytes += address.url.size();
        if (m_bytes > MostBytes)
            break;
        const std::uint32_t number = std::uint32_t(facts.addresses.size());
        numbers.push_back(number);
        const std::string &kept = facts.addresses.emplace_back(std::move(address)).url;
        known.insert({kept.data(), qsizetype(kept.size())}, number);
    }
    return numbers;
}

} // namespace linnet::links
