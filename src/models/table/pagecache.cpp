// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/pagecache.h"

namespace linnet::models {

PageCache::PageCache()
    : m_pages(KeptPages)
{
}

void PageCache::clear()
{
    m_pages.clear();
    m_asked.clear();
}

const table::Cells *PageCache::cells(int row) const
{
    const Page *page = m_pages.object(row / PageRows);
    const auto inPage = size_t(row % PageRows);
    return page && inPage < page->rows.size() ? &page->rows[inPage] : nullptr;
}

bool PageCache::shouldAsk(int page)
{
    if (m_asked.contains(page))
        return false;
    if (const Page *known = m_pages.object(page); known && !known->stale)
        return false;
    m_asked.insert(page, false);
    return true;
}

void PageCache::store(int page, std::vector<table::Cells> rows)
{
    // An answer that nobody waits for any more may be older than the last change: good to show, to be asked
    // for again.
    const bool stale = m_asked.value(page, true);
    m_asked.remove(page);
    m_pages.insert(page, new Page{std::move(rows), stale});
}

void PageCache::giveUpOutside(int firstPage, int lastPage)
{
    m_asked.removeIf([=](const auto &asked) { return asked.key() < firstPage || asked.key() > lastPage; });
}

QList<int> PageCache::knownPages() const
{
    QList<int> result = m_pages.keys();
    for (auto asked = m_asked.keyBegin(); asked != m_asked.keyEnd(); ++asked) {
        if (!m_pages.contains(*asked))
            result << *asked;
    }
    return result;
}

bool PageCache::invalidate(int page)
{
    const auto asked = m_asked.find(page);
    if (asked != m_asked.end())
        *asked = true;
    Page *known = m_pages.object(page);
    if (known)
        known->stale = true;
    return known || asked != m_asked.end();
}

} // namespace linnet::models
