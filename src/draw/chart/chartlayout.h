// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "draw/chart/chartstyle.h"

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

namespace linnet::draw {

enum class TextRole : quint8
{
    Title,
    Caption,
    Heading, ///< above labels and numbers
    Label,   ///< of a group
    Value,
    Tick,
    AxisTitle,
    Legend,
    Note, ///< what stands where there is nothing to draw
};

struct PlacedText
{
    QRectF place; ///< just as large as the text
    QString text;
    TextRole role = TextRole::Label;
};

struct PlacedShape
{
    enum class Form : quint8
    {
        Bar,
        Span,   ///< p10 to p90
        Box,    ///< p25 to p75
        Middle, ///< the median
        Line,   ///< the sample of a line in the legend
        Circle, ///< on a map
    };

    QRectF place;
    Form form = Form::Bar;
    int series = 0;
    int group = -1; ///< -1 = a sample in the legend
    bool few = false;
};

struct PlacedLine
{
    int series = 0;
    QPolygonF points;
};

/// Land or a lake of a map.
struct PlacedGround
{
    QPolygonF points;
    bool isWater = false;
};

/// A group, or one series of it, in a chart.
struct ChartPlace
{
    int group = -1;
    int series = -1; ///< -1 = the group as a whole

    bool operator==(const ChartPlace &) const = default;
};

struct PlacedArea
{
    QRectF area;
    ChartPlace stands;
};

/// Where everything of a chart goes, in the units of its frame. Texts overlap neither each other nor the
/// edge of the frame.
struct ChartLayout
{
    QRectF frame;
    QRectF plot; ///< where values are drawn
    std::vector<PlacedText> texts;
    std::vector<PlacedShape> shapes;
    std::vector<PlacedLine> lines;
    std::vector<QLineF> grid;
    std::vector<QLineF> axes;
    std::optional<QLineF> mark;       ///< the median of a histogram
    std::vector<PlacedGround> ground; ///< of a map, from the bottom up
    std::vector<PlacedArea> areas;    ///< where something answers; the more exact ones come first
    int shownGroups = 0;
    double pixel = 0; ///< of a map: its width in Mercator's units
    QPointF origin;   ///< the same of the top left of the plot

    /// What is drawn at that point, or in its row or column.
    std::optional<ChartPlace> at(const QPointF &point) const;
    /// All that belongs to a group; null when it is not drawn.
    QRectF areaOf(int group) const;
};

/// What does not fit into a small frame is left out from the back: rows are counted as others, then go the
/// caption, the legend and the title; where series need their legend it goes last.
ChartLayout layOut(const Chart &chart, const QRectF &frame, const ChartStyle &style);

/// The height at which a chart of that width has all that it wants to show, in pixels.
double chartHeight(const Chart &chart, double width, const ChartStyle &style);

} // namespace linnet::draw
