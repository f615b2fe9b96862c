// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlanswer.h"
#include "links/traps/traps.h"

#include <memory>

namespace linnet::links {

/// Decides what becomes of addresses as they are met: numbers them, and adds to a unit what follows, which is
/// the address itself, work, or a row that says why there is none. In the network thread.
class Discovery
{
public:
    /// Without traps, whatever looks endless is asked all the same.
    Discovery(std::shared_ptr<Frontier> frontier, std::optional<Traps> traps);

    struct Origin
    {
        int depth = 0;    ///< of the new addresses
        QString ref;      ///< of the new work; see CrawlRef
        quint32 page = 0; ///< number of the page that names them
    };
    /// Gives the target's number.
    quint32 admit(const Target &target, const Origin &origin, store::Unit &unit);
    /// An address of a sitemap.
    void list(const Target &target, store::Unit &unit);
    /// A start address.
    quint32 start(const std::string &url, store::Unit &unit);

    const std::shared_ptr<Frontier> &frontier() const { return m_frontier; }

private:
    Choice checked(const Target &target, quint32 page);
    quint32 number(const Target &target, bool open, store::Unit &unit);

    std::shared_ptr<Frontier> m_frontier;
    std::optional<Traps> m_traps;
};

} // namespace linnet::links
