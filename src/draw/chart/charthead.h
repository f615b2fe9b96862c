// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartsheet.h"

namespace linnet::draw {

/// Title, caption and legend above a chart.
class ChartHead
{
public:
    /// How much of it is shown: the less room there is, the less.
    enum class Amount : quint8
    {
        All,
        Short, ///< title and caption in one line each
        NoCaption,
        Least, ///< the title, or the legend where several series need one
        Nothing,
    };

    ChartHead(const ChartSheet &sheet, double width, Amount amount);

    double height() const;
    void put(ChartSheet &sheet, const QPointF &topLeft) const;

private:
    struct Entry
    {
        QRectF place; ///< from the top left of the legend
        QString text;
        PlacedShape::Form form = PlacedShape::Form::Bar;
        int series = 0;
        bool few = false;
    };

    /// Without what hover tells as well when it is not the whole one.
    void addLegend(const ChartSheet &sheet, double width, bool whole);

    QStringList m_title;
    QStringList m_caption;
    std::vector<Entry> m_legend;
    double m_width;
    double m_titleLine;
    double m_line;
    double m_legendHeight = 0;
};

} // namespace linnet::draw
