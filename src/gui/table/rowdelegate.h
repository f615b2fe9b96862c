// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QStyledItemDelegate>

namespace linnet::gui {

/// Paints a table cell: one elided line, a hair line below the row, links in the accent colour, "…" muted.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int Margin = 8;

    explicit RowDelegate(const table::Schema &schema, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const table::Schema &m_schema;
};

} // namespace linnet::gui
