// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/course.h"
#include "store/rescue/pagefile.h"
#include "store/rescue/rowkey.h"
#include "store/rescue/tablelayout.h"
#include "store/rescue/treepage.h"

#include <QHash>

namespace linnet::store {

/// Says which pages of a damaged file hold rows of which table: by its trees as far as they can be followed,
/// then by what the rows on the pages look like that no tree names any more.
class PageOwners
{
public:
    /// A page with rows.
    struct Page
    {
        quint32 number = 0;
        TreePage::Kind kind = TreePage::Kind::LeafTable;
        std::optional<RowKey> low = {};  ///< its rows come behind this one,
        std::optional<RowKey> high = {}; ///< and not behind this one
    };
    struct Table
    {
        TableLayout layout;
        std::vector<Page> pages; ///< those of the tree first, in its order
        bool isWhole = true;     ///< as far as one can tell, all its pages are there
    };
    /// now: what the tables look like that are wanted. The file outlives this object.
    PageOwners(PageFile &file, std::vector<TableLayout> now);

    /// Cancelled when it is stopped; anything else can be lived with.
    Result<void> find(const Course &course);
    const std::vector<Table> &tables() const { return m_tables; }
    /// Places that a tree names and where nothing of it stands.
    qint64 lostPages() const { return m_lostPages; }

private:
    struct Root
    {
        quint32 page = 0;
        QByteArray sql;
    };
    struct Part
    {
        quint32 page = 0;
        std::optional<RowKey> low;
        std::optional<RowKey> high;
        int depth = 0;
    };
    using Roots = QHash<QByteArray, Root>;

    Roots readContents();
    void addContents(const Page &page, Roots &roots);
    void walk(Table &table, quint32 root, const Course &course = {});
    bool takeLeaf(Table &table, const TreePage &page, const Part &part);
    std::vector<Part> childrenOf(const Table &table, const TreePage &page, const Part &part);
    std::optional<RowKey> keyOf(const Table &table, const TreePage::Cell &cell);
    /// isGuess: no tree says so.
    bool holdsRowsOf(const TableLayout &layout, const TreePage &page, bool isGuess = false) const;
    void readFreePages();
    Result<void> adopt(const Course &course);
    Table *ownerOf(const TreePage &page);

    PageFile &m_file;
    std::vector<TableLayout> m_now;
    std::vector<Table> m_tables;
    std::vector<bool> m_taken; ///< by number
    std::vector<bool> m_free;
    bool m_knowsTables = true; ///< the list of tables is whole
    bool m_knowsFree = true;   ///< the list of free pages is whole
    qint64 m_lostPages = 0;
    qint64 m_walked = 0; ///< pages that are read already
};

} // namespace linnet::store
