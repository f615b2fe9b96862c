// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <variant>
#include <vector>

namespace linnet::table {

/// A cell while its row is read or written: as Value, but a text is valid UTF-8 that somebody else holds, as
/// a rule until the next row.
using CellView = std::variant<std::monostate, bool, qint64, double, QByteArrayView>;
/// The cells of one row.
using CellViews = std::span<const CellView>;

Value toValue(const CellView &cell);
Cells toCells(CellViews cells);

/// The text of a cell; unlike QString::fromUtf8() it keeps a byte order mark, and is never a null string.
QString fromUtf8(QByteArrayView text);

/// Cells with the bytes that views of them look at. A lone surrogate becomes U+FFFD, since no UTF-8 can say
/// it.
class ViewedCells
{
public:
    explicit ViewedCells(const Cells &cells);
    ViewedCells(const ViewedCells &) = delete;
    ViewedCells &operator=(const ViewedCells &) = delete;

    CellViews views() const { return m_views; }

private:
    std::vector<QByteArray> m_texts;
    std::vector<CellView> m_views;
};

} // namespace linnet::table
