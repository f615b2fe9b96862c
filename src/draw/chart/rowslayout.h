// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartsheet.h"
#include "draw/chart/scale.h"

#include <functional>

namespace linnet::draw {

/// The charts with a row for each group: label, what is drawn, numbers; the axis of values below.
class RowsLayout
{
public:
    /// The sheet outlives it.
    RowsLayout(ChartSheet &sheet, double width);

    double leastHeight() const;   ///< with one row
    double naturalHeight() const; ///< with all rows that the chart wants to show
    void put(const QRectF &area);

private:
    /// A column of numbers at the right.
    struct Column
    {
        QString title;
        ValueForm form = ValueForm::Count;
        std::function<std::optional<double>(int group)> value;
        double width = 0;
    };

    bool isBars() const { return m_sheet.chart().kind == ChartKind::Bars; }
    bool needsOthers(int rows) const { return rows < int(m_sheet.chart().groups.size()); }
    int rowsIn(double height) const;
    void chooseColumns();
    void measureColumns();
    void placePlot(const QRectF &area);
    void makeScale();
    double x(double value) const;
    QString valueText(int group, int series) const;
    QString columnText(const Column &column, int group) const;

    void putHeadings(const QRectF &area);
    void putRow(int group, const QRectF &row);
    void putBars(int group, const QRectF &strip);
    void putRange(int group, const QRectF &strip);
    void putShares(int group, const QRectF &strip);
    void putAxis(const QRectF &area);

    ChartSheet &m_sheet;
    const double m_line;
    const double m_width;
    const bool m_labelsAbove; ///< narrow: the label has a line of its own
    double m_pitch;
    int m_rows = 0;
    std::vector<Column> m_columns;
    double m_labelWidth = 0;
    QRectF m_plot;
    Scale m_scale;
    bool m_valueTexts = false;
    bool m_briefTexts = false;
    double m_roomBefore = 0; ///< of the plot's width, for texts at negative bars
    double m_roomBehind = 0;
};

} // namespace linnet::draw
