// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/rowslayout.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

// All in lines of text.
constexpr double NarrowBelow = 26; ///< a frame in which labels stand above their rows
constexpr double WideFrom = 40;    ///< a frame with room for the numbers of each row
constexpr double MostLabel = 20;
constexpr double LabelShare = 0.34; ///< of the width, at most
constexpr double ColumnGap = 0.6;   ///< between label, plot and columns
constexpr double RowGap = 0.6;
constexpr double LeastPlot = 4;
constexpr double OthersLine = 1.5;
constexpr double AxisHeight = 2.4; ///< ticks and title
constexpr double HeadingLine = 1.3;
constexpr double MostStretch = 1.4; ///< how much higher rows become where there is room

} // namespace

RowsLayout::RowsLayout(ChartSheet &sheet, double width)
    : m_sheet(sheet)
    , m_line(sheet.line())
    , m_width(width)
    , m_labelsAbove(width < NarrowBelow * sheet.line())
{
    const int strips = isBars() ? sheet.chart().seriesCount() : 1;
    m_pitch = (strips + RowGap + (m_labelsAbove ? 1 : 0)) * m_line;
    chooseColumns();
}

double RowsLayout::leastHeight() const
{
    return m_pitch + (HeadingLine + AxisHeight + OthersLine) * m_line;
}

double RowsLayout::naturalHeight() const
{
    const Chart &chart = m_sheet.chart();
    const int rows = std::min(int(chart.groups.size()), std::max(1, chart.mostGroups));
    return rows * m_pitch + (HeadingLine + AxisHeight + (needsOthers(rows) ? OthersLine : 0)) * m_line;
}

int RowsLayout::rowsIn(double height) const
{
    const Chart &chart = m_sheet.chart();
    const double room = height - (HeadingLine + AxisHeight) * m_line;
    const auto fitting = [this](double within) { return std::max(1, int(within / m_pitch + 1e-6)); };
    int rows = std::min({int(chart.groups.size()), std::max(1, chart.mostGroups), fitting(room)});
    if (needsOthers(rows))
        rows = std::min(rows, fitting(room - OthersLine * m_line));
    return rows;
}

void RowsLayout::chooseColumns()
{
    const Chart &chart = m_sheet.chart();
    if (chart.kind == ChartKind::Ranges && m_width >= WideFrom * m_line) {
        m_columns.push_back({ChartWords::medianTitle(), chart.valueAxis.form,
                             [&chart](int group) { return chart.groups[size_t(group)].quantiles.median; }});
    }
    const bool hasSides =
        std::ranges::any_of(chart.groups, [](const ChartGroup &group) { return !group.sides.empty(); });
    if (hasSides) {
        for (int i = 0; i < chart.seriesCount(); ++i)
            m_columns.push_back({m_sheet.words().sideTitle(i), ValueForm::Count,
                                 [&chart, i](int group) -> std::optional<double> {
                                     const auto &sides = chart.groups[size_t(group)].sides;
                                     return i < int(sides.size()) ? std::optional(double(sides[size_t(i)].n))
                                                                  : std::nullopt;
                                 }});
        return;
    }
    const bool told = isBars() && chart.valueAxis.form == ValueForm::Count; // by the bars themselves
    if (!told && std::ranges::any_of(chart.groups, [](const ChartGroup &group) { return group.n > 0; })) {
        m_columns.push_back({m_sheet.words().countTitle(), ValueForm::Count,
                             [&chart](int group) { return double(chart.groups[size_t(group)].n); }});
    }
}

/// Half a number would be a lie.
QString RowsLayout::columnText(const Column &column, int group) const
{
    const QString text = m_sheet.numbers().text(column.value(group), column.form);
    const bool fits = column.width == 0 || m_sheet.ruler().width(text) <= column.width;
    return fits ? text : m_sheet.numbers().brief(column.value(group), column.form);
}

void RowsLayout::measureColumns()
{
    const double most = m_width * (m_labelsAbove ? 0.3 : 0.2);
    for (Column &column : m_columns) {
        double width = m_sheet.ruler().width(column.title);
        for (int group = 0; group < m_rows; ++group)
            width = std::max(width, m_sheet.ruler().width(columnText(column, group)));
        column.width = std::min(width, most);
    }
    m_labelWidth = 0;
    if (m_labelsAbove)
        return;
    const double mostLabel = std::min(MostLabel * m_line, LabelShare * m_width);
    m_labelWidth = m_sheet.ruler().width(TextRuler::oneLine(m_sheet.chart().groupAxis.title));
    for (int group = 0; group < m_rows && m_labelWidth < mostLabel; ++group)
        m_labelWidth = std::max(m_labelWidth, m_sheet.ruler().width(m_sheet.words().label(group)));
    m_labelWidth = std::min(m_labelWidth, mostLabel);
}

QString RowsLayout::valueText(int group, int series) const
{
    const Chart &chart = m_sheet.chart();
    const std::optional<double> value = chart.value(group, series);
    return m_briefTexts ? m_sheet.numbers().brief(value, chart.valueAxis.form)
                        : m_sheet.numbers().text(value, chart.valueAxis.form);
}

void RowsLayout::placePlot(const QRectF &area)
{
    double right = area.right();
    for (const Column &column : m_columns)
        right -= column.width + ColumnGap * m_line;
    const double left = area.left() + (m_labelsAbove ? 0 : m_labelWidth + ColumnGap * m_line);
    const double top = area.top() + HeadingLine * m_line;
    m_plot = QRectF(left, top, std::max(1.0, right - left), m_rows * m_pitch);
    if (!isBars())
        return;
    // Whole numbers at the bars when there is room, else short ones, else none.
    for (const bool brief : {false, true}) {
        m_briefTexts = brief;
        m_roomBefore = m_roomBehind = 0;
        for (int group = 0; group < m_rows; ++group) {
            for (int i = 0; i < m_sheet.chart().seriesCount(); ++i) {
                const double width = m_sheet.ruler().width(valueText(group, i)) + 0.4 * m_line;
                const bool negative = m_sheet.chart().value(group, i).value_or(0) < 0;
                double &room = negative ? m_roomBefore : m_roomBehind;
                room = std::max(room, width);
            }
        }
        m_valueTexts = m_plot.width() - m_roomBefore - m_roomBehind >= LeastPlot * m_line;
        if (m_valueTexts)
            return;
    }
    m_roomBefore = m_roomBehind = 0;
}

void RowsLayout::makeScale()
{
    const Chart &chart = m_sheet.chart();
    const double width = m_plot.width() - m_roomBefore - m_roomBehind;
    if (chart.kind == ChartKind::Shares) {
        m_scale = Scale(0, 1, {.ticks = width > 20 * m_line ? 5 : width > 9 * m_line ? 2 : 1});
        return;
    }
    std::vector<double> values;
    for (int group = 0; group < m_rows; ++group) {
        if (isBars()) {
            for (int i = 0; i < chart.seriesCount(); ++i)
                values.push_back(chart.value(group, i).value_or(0));
        } else {
            const Quantiles of = chart.quantiles(group);
            for (const std::optional<double> &value : {of.p10, of.p25, of.median, of.p75, of.p90}) {
                if (value)
                    values.push_back(*value);
            }
        }
    }
    if (values.empty())
        values.push_back(0);
    const auto [low, high] = std::ranges::minmax(values);
    const int ticks = std::clamp(int(width / (5 * m_line)), 1, 8);
    m_scale = Scale(low, high,
                    {.zero = isBars(), .whole = chart.valueAxis.form == ValueForm::Count, .ticks = ticks});
}

double RowsLayout::x(double value) const
{
    const double width = m_plot.width() - m_roomBefore - m_roomBehind;
    return m_plot.left() + m_roomBefore + m_scale.share(value) * width;
}

void RowsLayout::put(const QRectF &area)
{
    const Chart &chart = m_sheet.chart();
    m_rows = rowsIn(area.height());
    const double others = needsOthers(m_rows) ? OthersLine : 0;
    const double room = area.height() - (HeadingLine + AxisHeight + others) * m_line;
    m_pitch = std::clamp(room / m_rows, m_pitch, MostStretch * m_pitch);
    measureColumns();
    placePlot(area);
    makeScale();
    ChartLayout &layout = m_sheet.layout();
    layout.plot = m_plot;
    layout.shownGroups = m_rows;
    putHeadings(area);
    putAxis(area);
    for (int group = 0; group < m_rows; ++group)
        putRow(group, {area.left(), m_plot.top() + group * m_pitch, area.width(), m_pitch});
    if (needsOthers(m_rows)) {
        const double top = m_plot.bottom() + AxisHeight * m_line;
        m_sheet.put({area.left(), top, area.width(), OthersLine * m_line},
                    m_sheet.words().others(int(chart.groups.size()) - m_rows), TextRole::Note);
    }
}

void RowsLayout::putHeadings(const QRectF &area)
{
    double right = area.right();
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) {
        m_sheet.put({right - column->width, area.top(), column->width, m_line}, column->title,
                    TextRole::Heading, Qt::AlignRight);
        right -= column->width + ColumnGap * m_line;
    }
    const double room = m_labelsAbove ? right - area.left() : m_labelWidth;
    m_sheet.put({area.left(), area.top(), room, m_line}, TextRuler::oneLine(m_sheet.chart().groupAxis.title),
                TextRole::Heading);
}

void RowsLayout::putRow(int group, const QRectF &row)
{
    const double half = RowGap / 2 * m_line;
    QRectF strip = row.adjusted(0, half, 0, -half);
    const QString label = m_sheet.words().label(group);
    if (m_labelsAbove) {
        m_sheet.put({strip.left(), strip.top(), strip.width(), m_line}, label, TextRole::Label);
        strip.setTop(strip.top() + m_line);
    } else {
        m_sheet.put({strip.left(), strip.top(), m_labelWidth, strip.height()}, label, TextRole::Label);
    }
    double right = row.right();
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) {
        m_sheet.put({right - column->width, strip.top(), column->width, strip.height()},
                    columnText(*column, group), TextRole::Value, Qt::AlignRight);
        right -= column->width + ColumnGap * m_line;
    }
    const QRectF inPlot(m_plot.left(), strip.top(), m_plot.width(), strip.height());
    if (m_sheet.chart().kind == ChartKind::Ranges)
        putRange(group, inPlot);
    else if (m_sheet.chart().kind == ChartKind::Shares)
        putShares(group, inPlot);
    else
        putBars(group, inPlot);
    m_sheet.layout().areas.push_back({row, {group, -1}});
}

void RowsLayout::putBars(int group, const QRectF &strip)
{
    const Chart &chart = m_sheet.chart();
    const int count = chart.seriesCount();
    const double height = strip.height() / count;
    for (int i = 0; i < count; ++i) {
        const QRectF line(strip.left(), strip.top() + i * height, strip.width(), height);
        if (count > 1)
            m_sheet.layout().areas.push_back({line, {group, i}});
        const std::optional<double> value = chart.value(group, i);
        const auto [left, right] = std::minmax({x(0), x(value.value_or(0))});
        const double inset = count > 1 ? 0.06 * m_line : 0.05 * m_line;
        if (value) {
            // What is more than nothing is seen.
            const double width = *value == 0 ? 0 : std::max(1.0, right - left);
            const QRectF bar(*value < 0 ? right - width : left, line.top() + inset, width,
                             height - 2 * inset);
            m_sheet.layout().shapes.push_back({bar, PlacedShape::Form::Bar, i, group, chart.isFew(group, i)});
        }
        if (!m_valueTexts)
            continue;
        const double gap = 0.3 * m_line;
        if (value.value_or(0) < 0)
            m_sheet.put({strip.left(), line.top(), left - gap - strip.left(), height}, valueText(group, i),
                        TextRole::Value, Qt::AlignRight);
        else
            m_sheet.put({right + gap, line.top(), strip.right() - right - gap, height}, valueText(group, i),
                        TextRole::Value);
    }
}

void RowsLayout::putRange(int group, const QRectF &strip)
{
    using Form = PlacedShape::Form;
    const ChartGroup &of = m_sheet.chart().groups[size_t(group)];
    const Quantiles values = m_sheet.chart().quantiles(group);
    if (values.isEmpty()) {
        m_sheet.put(strip, ChartWords::tooFew(), TextRole::Note);
        return;
    }
    const auto add = [&](Form form, double from, double to, double part) {
        const auto [left, right] = std::minmax({x(from), x(to)});
        const double height = part * strip.height();
        m_sheet.layout().shapes.push_back(
            {QRectF(left, strip.center().y() - height / 2, right - left, height), form, 0, group, of.few});
    };
    if (values.p10 && values.p90)
        add(Form::Span, *values.p10, *values.p90, 0.5);
    if (values.p25 && values.p75)
        add(Form::Box, *values.p25, *values.p75, 0.8);
    if (values.median)
        add(Form::Middle, *values.median, *values.median, 1);
}

void RowsLayout::putShares(int group, const QRectF &strip)
{
    const Chart &chart = m_sheet.chart();
    double whole = 0;
    for (int i = 0; i < chart.seriesCount(); ++i)
        whole += chart.value(group, i).value_or(0);
    if (whole <= 0) {
        m_sheet.put(strip, ChartWords::tooFew(), TextRole::Note);
        return;
    }
    double before = 0;
    for (int i = 0; i < chart.seriesCount(); ++i) {
        const double part = chart.value(group, i).value_or(0);
        const QRectF piece(QPointF(x(before / whole), strip.top()),
                           QPointF(x((before + part) / whole), strip.bottom()));
        before += part;
        if (part <= 0)
            continue;
        m_sheet.layout().shapes.push_back(
            {piece, PlacedShape::Form::Bar, i, group, chart.groups[size_t(group)].few});
        m_sheet.layout().areas.push_back({piece, {group, i}});
    }
}

void RowsLayout::putAxis(const QRectF &area)
{
    ChartLayout &layout = m_sheet.layout();
    const Chart &chart = m_sheet.chart();
    const ValueForm form = chart.kind == ChartKind::Shares ? ValueForm::Share : chart.valueAxis.form;
    const double top = m_plot.bottom();
    const double below = top + 0.1 * m_line;
    const double edge = 0.3 * m_line;
    for (const double tick : m_scale.ticks()) {
        const double at = x(tick);
        layout.grid.emplace_back(at, m_plot.top(), at, top);
        m_sheet.putTick(at, below, m_sheet.numbers().tick(tick, m_scale, form), area.left() - edge,
                        area.right() + edge);
    }
    if (chart.kind != ChartKind::Ranges)
        layout.axes.emplace_back(x(0), m_plot.top(), x(0), top);
    m_sheet.put({m_plot.left(), below + m_line, area.right() - m_plot.left(), 1.1 * m_line},
                TextRuler::oneLine(chart.valueAxis.title), TextRole::AxisTitle);
}

} // namespace linnet::draw
