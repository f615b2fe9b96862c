// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartlayout.h"

#include "draw/chart/charthead.h"
#include "draw/chart/columnslayout.h"
#include "draw/chart/maplayout.h"
#include "draw/chart/rowslayout.h"

#include <algorithm>

namespace linnet::draw {

namespace {

constexpr double Margin = 0.6;       ///< in lines
constexpr double EmptyHeight = 5;    ///< of what says that there is nothing
constexpr double FarthestOff = 1e-6; ///< what does not count as overlapping

double marginOf(const ChartSheet &sheet)
{
    return std::ceil(Margin * sheet.line());
}

QRectF inner(const ChartSheet &sheet, const QRectF &frame)
{
    const double margin = std::min({marginOf(sheet), frame.width() / 4, frame.height() / 4});
    return frame.adjusted(margin, margin, -margin, -margin);
}

double leastBody(ChartSheet &sheet, double width)
{
    if (sheet.chart().isEmpty())
        return sheet.line();
    if (sheet.chart().isMap())
        return MapLayout(sheet, width).leastHeight();
    return sheet.chart().hasRows() ? RowsLayout(sheet, width).leastHeight()
                                   : ColumnsLayout(sheet, width).leastHeight();
}

void putWhyEmpty(ChartSheet &sheet, const QRectF &area)
{
    const double line = sheet.line();
    const QStringList lines =
        sheet.ruler().wrapped(sheet.words().whyEmpty(), area.width(), std::max(1, int(area.height() / line)));
    double y = area.top() + std::max(0.0, (area.height() - line * double(lines.size())) / 2);
    for (const QString &text : lines) {
        sheet.put({area.left(), y, area.width(), line}, text, TextRole::Note, Qt::AlignHCenter);
        y += line;
    }
}

/// In frames too small for anything sensible some texts would lie upon others: the earlier ones stay.
void removeOverlaps(std::vector<PlacedText> &texts)
{
    std::vector<PlacedText> kept;
    for (const PlacedText &text : texts) {
        const QRectF place = text.place.adjusted(FarthestOff, FarthestOff, -FarthestOff, -FarthestOff);
        if (std::ranges::none_of(kept,
                                 [&](const PlacedText &other) { return other.place.intersects(place); }))
            kept.push_back(text);
    }
    texts = std::move(kept);
}

} // namespace

std::optional<ChartPlace> ChartLayout::at(const QPointF &point) const
{
    const auto found =
        std::ranges::find_if(areas, [&](const PlacedArea &area) { return area.area.contains(point); });
    return found == areas.end() ? std::nullopt : std::optional(found->stands);
}

QRectF ChartLayout::areaOf(int group) const
{
    const auto found = std::ranges::find(areas, ChartPlace{group, -1}, &PlacedArea::stands);
    return found == areas.end() ? QRectF() : found->area;
}

ChartLayout layOut(const Chart &chart, const QRectF &frame, const ChartStyle &style)
{
    ChartSheet sheet(chart, frame, style);
    const QRectF room = inner(sheet, frame);
    const double least = leastBody(sheet, room.width());
    for (int amount = 0; amount <= int(ChartHead::Amount::Nothing); ++amount) {
        const ChartHead head(sheet, room.width(), ChartHead::Amount(amount));
        if (head.height() + least > room.height() && amount < int(ChartHead::Amount::Nothing))
            continue;
        head.put(sheet, room.topLeft());
        const QRectF body = room.adjusted(0, head.height(), 0, 0);
        if (chart.isEmpty())
            putWhyEmpty(sheet, body);
        else if (chart.isMap())
            MapLayout(sheet, body.width()).put(body);
        else if (chart.hasRows())
            RowsLayout(sheet, body.width()).put(body);
        else
            ColumnsLayout(sheet, body.width()).put(body);
        break;
    }
    removeOverlaps(sheet.layout().texts);
    return std::move(sheet.layout());
}

double chartHeight(const Chart &chart, double width, const ChartStyle &style)
{
    ChartSheet sheet(chart, {}, style);
    const double room = std::max(1.0, width - 2 * marginOf(sheet));
    const double head = ChartHead(sheet, room, ChartHead::Amount::All).height();
    const double body = chart.isEmpty()   ? EmptyHeight * sheet.line()
                        : chart.isMap()   ? MapLayout(sheet, room).naturalHeight()
                        : chart.hasRows() ? RowsLayout(sheet, room).naturalHeight()
                                          : ColumnsLayout(sheet, room).naturalHeight();
    return std::ceil(head + body + 2 * marginOf(sheet));
}

} // namespace linnet::draw
