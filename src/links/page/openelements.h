// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"
#include "links/page/edge.h"

#include <array>

namespace linnet::links {

/// The elements that are open while a page is read: how deep they stand within one another, and in which part
/// of the page what comes next stands. Takes no memory for an element, and never more time for a page than
/// its tags.
class OpenElements
{
public:
    /// isWhole: it ends with its start tag.
    void start(const html::Tag &tag, bool isWhole);
    void end(html::TagId id);

    Area area() const { return m_depth > 0 ? m_open[m_depth - 1].area : Area::None; }
    int deepest() const { return m_deepest; } ///< elements within one another, 0 for a page without any

private:
    /// Browsers nest no deeper either.
    static constexpr std::size_t Deepest = 512;

    struct Open
    {
        html::TagId id = html::TagId::Unknown;
        Area area = Area::None;
        bool isInSection = false; ///< what is header or footer in it is not that of the page
    };

    Open opened(const html::Tag &tag) const;
    void endImplied(html::TagId next);
    void pop();

    std::array<Open, Deepest> m_open;
    std::array<std::uint16_t, 256> m_counts{}; ///< of the open ones, by TagId
    std::size_t m_depth = 0;
    int m_beyond = 0; ///< open ones that are deeper than is kept
    int m_deepest = 0;
};

} // namespace linnet::links
