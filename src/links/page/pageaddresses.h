// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/page/pagereader.h"

#include <QHash>

#include <deque>

namespace linnet::links {

/// The references of one page, each once, as written until the page's base is known. Until then
/// Edge::address is the number of a reference.
class PageAddresses
{
public:
    /// reference ends before its fragment, but has its "#".
    std::uint32_t numberOf(std::string_view reference);
    /// Fills facts.addresses and makes the edges point to them, as far as there is room; further edges are
    /// left out and counted.
    void resolve(const url::UrlResolver &resolver, PageFacts &facts);

private:
    std::vector<std::uint32_t> resolveAll(const url::UrlResolver &resolver, PageFacts &facts);

    std::deque<std::string> m_references; ///< the texts stay where they are: the keys below are views
    QHash<QByteArrayView, std::uint32_t> m_numbers;
    std::uint32_t m_last = 0;
    std::size_t m_bytes = 0; ///< of the resolved addresses and fragments
};

} // namespace linnet::links
