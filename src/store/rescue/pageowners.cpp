// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/pageowners.h"

#include <QtEndian>

#include <algorithm>

namespace linnet::store {

namespace {

constexpr int MostDepth = 20; // SQLite's own limit
constexpr quint32 PagesBetweenLooks = 500;
constexpr double WalkShare = 0.9; // of a file whose trees are whole
/// Places in the header of the file.
constexpr int FirstFreeAt = 32;
constexpr int FreeCountAt = 36;

bool fits(const TableLayout &layout, const TreePage::Cell &cell)
{
    const auto kinds = StoredRecord::kinds(cell.local, cell.size);
    return kinds && layout.fits(*kinds);
}

TreePage::Kind leafOf(const TableLayout &layout)
{
    return layout.hasRowIds() ? TreePage::Kind::LeafTable : TreePage::Kind::LeafIndex;
}

TreePage::Kind innerOf(const TableLayout &layout)
{
    return layout.hasRowIds() ? TreePage::Kind::InnerTable : TreePage::Kind::InnerIndex;
}

} // namespace

PageOwners::PageOwners(PageFile &file, std::vector<TableLayout> now)
    : m_file(file)
    , m_now(std::move(now))
    , m_taken(size_t(file.count()) + 1)
    , m_free(size_t(file.count()) + 1)
{
}

Result<void> PageOwners::find(const Course &course)
{
    const Roots roots = readContents();
    for (const TableLayout &now : m_now) {
        const Root root = roots.value(now.table());
        m_tables.push_back({TableLayout::fromSql(root.sql, now), {}, true});
    }
    for (Table &table : m_tables) {
        if (course.isStopped())
            return fail(Reason::Cancelled);
        // One that an older project has not got is nothing lost.
        if (roots.contains(table.layout.table()))
            walk(table, roots.value(table.layout.table()).page, course.part(0, WalkShare));
        else
            table.isWhole = m_knowsTables;
    }
    if (course.isStopped())
        return fail(Reason::Cancelled);
    readFreePages();
    return adopt(course.part(WalkShare, 1));
}

PageOwners::Roots PageOwners::readContents()
{
    Roots roots;
    Table contents{TableLayout::ofContents(), {}, true};
    walk(contents, 1);
    for (const Page &page : contents.pages)
        addContents(page, roots);
    m_knowsTables = contents.isWhole && m_knowsTables;
    if (m_knowsTables ||
        std::ranges::all_of(m_now, [&](const TableLayout &table) { return roots.contains(table.table()); }))
        return roots;
    for (quint32 number = 2; number <= m_file.count(); ++number) {
        if (m_taken[number])
            continue;
        const auto page = TreePage::read(m_file.page(number), number);
        if (page && page->kind() == TreePage::Kind::LeafTable && holdsRowsOf(contents.layout, *page)) {
            m_taken[number] = true;
            addContents({number}, roots);
        }
    }
    return roots;
}

void PageOwners::addContents(const Page &page, Roots &roots)
{
    const auto tree = TreePage::read(m_file.page(page.number), page.number, page.kind);
    for (int i = 0; tree && i < tree->count(); ++i) {
        const auto cell = tree->cell(i);
        const auto bytes =
            cell && fits(TableLayout::ofContents(), *cell) ? TreePage::record(*cell, m_file) : std::nullopt;
        const auto row = bytes ? StoredRecord::read(*bytes) : std::nullopt;
        m_knowsTables = m_knowsTables && row;
        if (!row || row->size() < 5 || (*row)[0].bytes != "table" || roots.contains((*row)[1].bytes))
            continue;
        const qint64 root = (*row)[3].integer;
        roots.insert((*row)[1].bytes, {m_file.contains(root) ? quint32(root) : 0, (*row)[4].bytes});
    }
}

void PageOwners::walk(Table &table, quint32 root, const Course &course)
{
    std::vector<Part> todo{{root, {}, {}, 0}};
    std::vector<bool> seen(size_t(m_file.count()) + 1);
    while (!todo.empty() && !course.isStopped()) {
        course.at(++m_walked, m_file.count());
        const Part part = std::move(todo.back());
        todo.pop_back();
        const bool isPlace =
            m_file.contains(part.page) && !seen[part.page] && !m_taken[part.page] && part.depth <= MostDepth;
        const QByteArray bytes = isPlace ? m_file.page(part.page) : QByteArray();
        const auto told = TreePage::read(bytes, part.page);
        // A page whose first byte is damaged may be of either kind.
        const bool isLost =
            !told || (told->kind() != leafOf(table.layout) && told->kind() != innerOf(table.layout));
        const auto leaf =
            isLost || told->isLeaf() ? TreePage::read(bytes, part.page, leafOf(table.layout)) : std::nullopt;
        if (isPlace)
            seen[part.page] = true;
        if (leaf && takeLeaf(table, *leaf, part))
            continue;
        const auto inner = isLost || !told->isLeaf() ? TreePage::read(bytes, part.page, innerOf(table.layout))
                                                     : std::nullopt;
        std::vector<Part> children;
        if (inner)
            children = childrenOf(table, *inner, part);
        if (!inner || std::ssize(children) != inner->count() + 1) {
            table.isWhole = false;
            ++m_lostPages;
        }
        if (children.empty())
            continue;
        m_taken[part.page] = true;
        if (!table.layout.hasRowIds())
            table.pages.push_back({part.page, inner->kind(), part.low, part.high});
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            todo.push_back(std::move(*child));
    }
}

bool PageOwners::takeLeaf(Table &table, const TreePage &page, const Part &part)
{
    const bool isEmptyTable = page.count() == 0 && part.depth == 0;
    if (!isEmptyTable && !holdsRowsOf(table.layout, page))
        return false;
    m_taken[part.page] = true;
    table.pages.push_back({part.page, page.kind(), part.low, part.high});
    // It may be a page from another place, or one that was given up.
    std::vector<RowKey> keys;
    for (int i = 0; i < page.count(); ++i) {
        const auto cell = page.cell(i);
        if (auto key = cell ? keyOf(table, *cell) : std::nullopt)
            keys.push_back(std::move(*key));
    }
    const auto good = inOrder(keys, part.low, part.high);
    if (!keys.empty() && std::ranges::count(good, true) * 2 < std::ssize(good)) {
        table.isWhole = false;
        table.pages.back().low.reset();
        table.pages.back().high.reset();
    }
    return true;
}

std::vector<PageOwners::Part> PageOwners::childrenOf(const Table &table, const TreePage &page,
                                                     const Part &part)
{
    std::vector<Part> children;
    std::vector<TreePage::Cell> cells;
    std::vector<RowKey> keys;
    for (int i = 0; i < page.count(); ++i) {
        const auto cell = page.cell(i);
        auto key = cell ? keyOf(table, *cell) : std::nullopt;
        if (!cell || !key || !m_file.contains(cell->child))
            continue; // its rows are looked for apart
        cells.push_back(*cell);
        keys.push_back(std::move(*key));
    }
    if (cells.empty() && !m_file.contains(page.lastChild()))
        return {};
    // A key that is damaged is no bound.
    const auto good = inOrder(keys, part.low, part.high);
    std::optional<RowKey> low = part.low;
    for (size_t i = 0; i < cells.size(); ++i) {
        const std::optional<RowKey> high = good[i] ? std::optional(keys[i]) : std::nullopt;
        children.push_back({cells[i].child, low, high, part.depth + 1});
        low = high;
    }
    children.push_back({page.lastChild(), low, part.high, part.depth + 1});
    return children;
}

std::optional<RowKey> PageOwners::keyOf(const Table &table, const TreePage::Cell &cell)
{
    if (table.layout.hasRowIds())
        return RowKey{{StoredValue::Kind::Integer, cell.rowId}};
    const auto bytes = fits(table.layout, cell) ? TreePage::record(cell, m_file) : std::nullopt;
    auto row = bytes ? StoredRecord::read(*bytes) : std::nullopt;
    if (!row || row->size() < table.layout.keys())
        return std::nullopt;
    row->resize(table.layout.keys());
    return row;
}

bool PageOwners::holdsRowsOf(const TableLayout &layout, const TreePage &page, bool isGuess) const
{
    const auto isRow = [&](const TreePage::Cell &cell) {
        const auto kinds = StoredRecord::kinds(cell.local, cell.size);
        return kinds && (isGuess ? layout.isLike(*kinds) : layout.fits(*kinds));
    };
    int fitting = 0;
    int blank = 0; // of a page that was cut off
    for (int i = 0; i < page.count(); ++i) {
        const auto cell = page.cell(i);
        if (cell && isRow(*cell))
            ++fitting;
        else if (page.isBlank(i))
            ++blank;
    }
    return fitting > 0 && fitting * 2 >= page.count() - blank;
}

void PageOwners::readFreePages()
{
    const QByteArray header = m_file.page(1);
    if (header.isEmpty())
        return;
    const auto told = qFromBigEndian<quint32>(header.constData() + FreeCountAt);
    quint32 found = 0;
    quint32 next = qFromBigEndian<quint32>(header.constData() + FirstFreeAt);
    while (m_file.contains(next) && !m_free[next]) {
        m_free[next] = true;
        ++found;
        const QByteArray trunk = m_file.page(next);
        if (trunk.isEmpty())
            break;
        next = qFromBigEndian<quint32>(trunk.constData());
        const quint32 count =
            std::min(qFromBigEndian<quint32>(trunk.constData() + 4), quint32(trunk.size() / 4 - 2));
        for (quint32 i = 0; i < count; ++i) {
            const auto leaf = qFromBigEndian<quint32>(trunk.constData() + 8 + qsizetype(i) * 4);
            if (m_file.contains(leaf) && !m_free[leaf]) {
                m_free[leaf] = true;
                ++found;
            }
        }
    }
    m_knowsFree = found == told;
}

// A tree that is whole has lost no page. Of others, what looks like their rows is theirs; only when it is not
// known which pages are free, rows that were removed may be among them.
Result<void> PageOwners::adopt(const Course &course)
{
    for (quint32 number = 2; number <= m_file.count(); ++number) {
        if (number % PagesBetweenLooks == 0) {
            if (course.isStopped())
                return fail(Reason::Cancelled);
            course.at(number, m_file.count());
        }
        if (m_taken[number] || m_free[number])
            continue;
        const auto page = TreePage::read(m_file.page(number), number);
        if (!page || page->kind() == TreePage::Kind::InnerTable)
            continue;
        if (Table *owner = ownerOf(*page))
            owner->pages.push_back({number, page->kind()});
    }
    return {};
}

PageOwners::Table *PageOwners::ownerOf(const TreePage &page)
{
    Table *best = nullptr;
    size_t leastMissing = 0;
    for (Table &table : m_tables) {
        if (table.layout.hasRowIds() != page.isTable() || (!m_knowsFree && table.isWhole) ||
            !holdsRowsOf(table.layout, page, true))
            continue;
        // Shorter records are of older rows; where they are as long as can be, that is the table.
        size_t missing = table.layout.columns().size();
        for (int i = 0; i < page.count(); ++i) {
            const auto cell = page.cell(i);
            const auto kinds = cell ? StoredRecord::kinds(cell->local, cell->size) : std::nullopt;
            if (kinds && kinds->size() <= table.layout.columns().size())
                missing = std::min(missing, table.layout.columns().size() - kinds->size());
        }
        if (!best || missing < leastMissing) {
            best = &table;
            leastMissing = missing;
        }
    }
    return best;
}

} // namespace linnet::store
