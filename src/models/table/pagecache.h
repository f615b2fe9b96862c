// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QCache>
#include <QHash>

#include <vector>

namespace linnet::models {

/// Pages of cells, least recently used ones dropped, and which of them are asked for. A page that is out of
/// date stays readable until its new content is there, so that nothing flickers.
class PageCache
{
public:
    static constexpr int PageRows = 256;
    static constexpr int KeptPages = 24; ///< some megabytes even with long descriptions

    PageCache();

    void clear();
    /// Null when the row is not there.
    const table::Cells *cells(int row) const;

    /// True when the page must be asked for now; it then counts as asked for.
    bool shouldAsk(int page);
    void store(int page, std::vector<table::Cells> rows);
    /// Pages outside of these will not be answered.
    void giveUpOutside(int firstPage, int lastPage);

    /// Its content is out of date; true when somebody may be looking at it.
    bool invalidate(int page);
    QList<int> knownPages() const; ///< there or asked for

private:
    struct Page
    {
        std::vector<table::Cells> rows;
        bool stale = false;
    };

    mutable QCache<int, Page> m_pages;
    QHash<int, bool> m_asked; ///< page; true = its rows changed after it was asked for
};

} // namespace linnet::models
