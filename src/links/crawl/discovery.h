// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlanswer.h"
#include "links/crawl/finders.h"
#include "links/traps/traps.h"

#include <memory>

namespace linnet::links {

/// Decides what becomes of addresses as they are met: numbers them, and adds to a unit what follows, which is
/// the address itself, work, or a row that says why there is none. In the network thread.
class Discovery
{
public:
    /// Without traps, whatever looks endless is asked all the same.
    Discovery(std::shared_ptr<Frontier> frontier, Finders finders, std::optional<Traps> traps);

    struct Origin
    {
        int depth = 0;             ///< of the new addresses
        QString ref;               ///< of the new work; see CrawlRef
        Finders::Finder page = {}; ///< that names them
    };
    /// Gives the target's number.
    quint32 admit(const Target &target, const Origin &origin, store::Unit &unit);
    /// An address of a sitemap.
    void list(const Target &target, store::Unit &unit);
    /// An address that is only named; gives its number.
    quint32 mention(const Target &target, store::Unit &unit);
    /// A file that is read for its own sake and not as a page gets a row, too, unless it has one.
    void tell(const std::string &url, PageRow row, store::Unit &unit);
    /// A start address.
    quint32 start(const std::string &url, store::Unit &unit);
    /// Another form of one, unless the address is known.
    void startForm(const std::string &url, store::Unit &unit);
    /// Forms that are still to be asked: what would skip such an address tells nothing of it.
    void expectForms(std::vector<quint32> numbers) { m_forms = std::move(numbers); }

    /// Puts into a row on which page its address was found; what is told later by a better page is stored
    /// with that page's unit.
    void tellFinder(PageRow &row);

    const std::shared_ptr<Frontier> &frontier() const { return m_frontier; }

private:
    Choice checked(const Target &target, quint32 page);
    bool isForm(quint32 number) const { return std::ranges::find(m_forms, number) != m_forms.end(); }
    quint32 number(const Target &target, bool open, store::Unit &unit);
    void offer(quint32 number, const Finders::Finder &page, store::Unit &unit);
    void skip(quint32 number, const Choice &choice, store::Unit &unit);

    std::shared_ptr<Frontier> m_frontier;
    Finders m_finders;
    std::optional<Traps> m_traps;
    std::vector<quint32> m_forms; ///< a few
};

} // namespace linnet::links
