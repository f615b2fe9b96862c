// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/charthead.h"

#include <algorithm>

namespace linnet::draw {

namespace {

constexpr double Sample = 1.3; ///< width of a sample, in lines
constexpr double LegendLine = 1.3;

} // namespace

ChartHead::ChartHead(const ChartSheet &sheet, double width, Amount amount)
    : m_width(width)
    , m_titleLine(sheet.titleRuler().line())
    , m_line(sheet.line())
{
    if (amount == Amount::Nothing)
        return;
    const bool all = amount == Amount::All;
    const bool both = amount <= Amount::NoCaption;
    const bool needsLegend = sheet.chart().seriesCount() > 1;
    if (both || !needsLegend)
        m_title = sheet.titleRuler().wrapped(TextRuler::oneLine(sheet.chart().title), width, all ? 2 : 1);
    if (amount <= Amount::Short)
        m_caption = sheet.ruler().wrapped(sheet.words().caption(), width, all ? 6 : 1);
    if ((both || needsLegend) && !sheet.chart().isEmpty())
        addLegend(sheet, width, both);
}

void ChartHead::addLegend(const ChartSheet &sheet, double width, bool whole)
{
    using Form = PlacedShape::Form;
    const Chart &chart = sheet.chart();
    if (chart.kind == ChartKind::Ranges) {
        m_legend.push_back({{}, ChartWords::medianTitle(), Form::Middle});
        m_legend.push_back({{}, ChartWords::boxTitle(), Form::Box});
        m_legend.push_back({{}, ChartWords::spanTitle(), Form::Span});
    }
    if (chart.seriesCount() > 1) {
        const bool line = chart.kind == ChartKind::Timeline && chart.asLine;
        for (int i = 0; i < chart.seriesCount(); ++i)
            m_legend.push_back({{}, sheet.words().series(i), line ? Form::Line : Form::Bar, i});
    }
    if (whole && std::ranges::any_of(chart.groups, &ChartGroup::few))
        m_legend.push_back({{}, ChartWords::fewKnown(), Form::Bar, 0, true});
    const double sign = (Sample + 0.4) * m_line;
    QPointF at;
    for (Entry &entry : m_legend) {
        entry.text = sheet.ruler().elided(entry.text, width - sign);
        const double needed = sign + sheet.ruler().width(entry.text);
        if (at.x() > 0 && at.x() + needed > width)
            at = QPointF(0, at.y() + LegendLine * m_line);
        entry.place = QRectF(at, QSizeF(needed, m_line));
        at.rx() += needed + m_line;
    }
    m_legendHeight = m_legend.empty() ? 0 : at.y() + LegendLine * m_line;
}

double ChartHead::height() const
{
    double height = m_titleLine * double(m_title.size()) + m_line * double(m_caption.size());
    if (m_legendHeight > 0)
        height += m_legendHeight + (height > 0 ? m_line / 2 : 0);
    return height > 0 ? height + m_line / 2 : 0;
}

void ChartHead::put(ChartSheet &sheet, const QPointF &topLeft) const
{
    double y = topLeft.y();
    const auto putLine = [&](const QString &text, TextRole role, double height) {
        sheet.put({topLeft.x(), y, m_width, height}, text, role);
        y += height;
    };
    for (const QString &line : m_title)
        putLine(line, TextRole::Title, m_titleLine);
    for (const QString &line : m_caption)
        putLine(line, TextRole::Caption, m_line);
    if (m_legend.empty())
        return;
    if (y > topLeft.y())
        y += m_line / 2;
    for (const Entry &entry : m_legend) {
        const QRectF place = entry.place.translated(topLeft.x(), y);
        const QRectF sign(place.left(), place.top() + 0.15 * m_line, Sample * m_line, 0.7 * m_line);
        const QRectF text = place.adjusted((Sample + 0.4) * m_line, 0, m_line / 2, 0);
        if (!sheet.put(text, entry.text, TextRole::Legend).isNull())
            sheet.layout().shapes.push_back({sign, entry.form, entry.series, -1, entry.few});
    }
}

} // namespace linnet::draw
