// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace linnet::store {

class PageFile;

/// A page of one of SQLite's trees, taken apart with distrust of every byte.
class TreePage
{
public:
    enum class Kind : quint8
    {
        InnerIndex = 2, ///< also of tables without row ids: cells are rows, too
        InnerTable = 5, ///< cells are the last row id below a child
        LeafIndex = 10,
        LeafTable = 13,
    };
    struct Cell
    {
        quint32 child = 0;    ///< of inner pages
        qint64 rowId = 0;     ///< of the two kinds of tables
        qint64 size = -1;     ///< of the record; -1 = this kind has none
        QByteArrayView local; ///< of the record, what stands on this page; good as long as the page is
        quint32 overflow = 0; ///< the page with the rest
        int begin = 0;        ///< place on the page
        int end = 0;
    };

    /// Nothing for a page of another sort. `kind`: what it must be, whatever its first byte says.
    static std::optional<TreePage> read(QByteArray bytes, quint32 number, std::optional<Kind> kind = {});

    Kind kind() const { return m_kind; }
    bool isLeaf() const { return m_kind == Kind::LeafIndex || m_kind == Kind::LeafTable; }
    bool isTable() const { return m_kind == Kind::InnerTable || m_kind == Kind::LeafTable; }
    quint32 lastChild() const { return m_lastChild; } ///< of inner pages
    int count() const { return m_count; }             ///< of cells, as the page tells
    std::optional<Cell> cell(int index) const;
    bool isBlank(int index) const; ///< where the cell would begin there are only zeros
    /// The record of a cell with what stands on other pages; nothing when a part cannot be had.
    static std::optional<QByteArray> record(const Cell &cell, PageFile &file);
    /// The pages with the rest of a record, as far as they can be followed.
    static std::vector<quint32> overflowOf(const Cell &cell, PageFile &file);

private:
    QByteArray m_bytes;
    Kind m_kind = Kind::LeafTable;
    quint32 m_lastChild = 0;
    int m_count = 0;
    int m_pointers = 0; ///< where the places of the cells stand
};

} // namespace linnet::store
