// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartsheet.h"
#include "draw/chart/scale.h"

namespace linnet::draw {

/// The charts whose groups stand side by side over numbers or dates: columns or lines, values at the left.
class ColumnsLayout
{
public:
    /// The sheet outlives it.
    ColumnsLayout(ChartSheet &sheet, double width);

    double leastHeight() const;
    double naturalHeight() const;
    void put(const QRectF &area);

private:
    void findEnds();
    double from(int group) const; ///< finite also at open ends
    double to(int group) const;
    double x(double place) const;
    double y(double value) const;
    /// Between which x a group stands.
    std::pair<double, double> sides(int group) const;

    void makeScale(double height);
    void putValueAxis(const QRectF &area);
    void putColumns();
    void putValueTexts();
    void putLines();
    void putNumbers(double top);
    void putDates(double top);
    void putMark();

    ChartSheet &m_sheet;
    const double m_line;
    const double m_width;
    bool m_asLine = false;
    double m_low = 0; ///< of the places of groups
    double m_high = 1;
    double m_open = 1; ///< how wide a group without end is drawn
    QRectF m_plot;
    Scale m_scale;
};

} // namespace linnet::draw
