// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

#include <QHeaderView>

namespace linnet::gui {

/// The table's header: flat sections with hair lines, markers for sorting by several columns ("▲ 1", "▼ 2"),
/// and room for a widget below the titles (the filter row) that moves with the columns.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    static constexpr int LeastSection = 24; ///< width, in pixels beside usual letters

    explicit RowHeader(const table::Schema &schema, QWidget *parent = nullptr);

    void setSort(const table::Sort &sort);
    /// Takes the widget over and lays it out below the sections.
    void setRowBelow(QWidget *row);

    QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(int column, bool keepOthers); ///< a click, with Shift for one key among several

protected:
    void updateGeometries() override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString sortMarker(int column) const;
    QFont titleFont() const;

    const table::Schema &m_schema;
    table::Sort m_sort;
    QWidget *m_below = nullptr;
    bool m_shift = false;
};

} // namespace linnet::gui
