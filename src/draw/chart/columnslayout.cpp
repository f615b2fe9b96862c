// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/columnslayout.h"

#include "draw/chart/dateticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linnet::draw {

namespace {

// All in lines of text.
constexpr double TopAxisTitle = 1.4;
constexpr double MarkLine = 1.3;
constexpr double BottomAxis = 2.7;   ///< ticks and title
constexpr double TickTop = 0.55;     ///< below the lowest tick of the values
constexpr double Gap = 0.5;          ///< between ticks and plot
constexpr double WidestColumn = 5;   ///< of a timeline; few columns would else be walls
constexpr double ThinnestColumn = 3; ///< in pixels; thinner ones become a line

} // namespace

ColumnsLayout::ColumnsLayout(ChartSheet &sheet, double width)
    : m_sheet(sheet)
    , m_line(sheet.line())
    , m_width(width)
{
}

double ColumnsLayout::leastHeight() const
{
    return (TopAxisTitle + MarkLine + 3 + BottomAxis) * m_line;
}

double ColumnsLayout::naturalHeight() const
{
    return leastHeight() + std::clamp(m_width / 3 / m_line, 6.0, 13.0) * m_line;
}

void ColumnsLayout::findEnds()
{
    const std::vector<ChartGroup> &groups = m_sheet.chart().groups;
    m_low = std::numeric_limits<double>::max();
    m_high = std::numeric_limits<double>::lowest();
    double widths = 0;
    int finite = 0;
    for (const ChartGroup &group : groups) {
        for (const double end : {group.from, group.to}) {
            if (std::isfinite(end)) {
                m_low = std::min(m_low, std::clamp(end, -1e300, 1e300));
                m_high = std::max(m_high, std::clamp(end, -1e300, 1e300));
            }
        }
        if (std::isfinite(group.from) && std::isfinite(group.to) && group.to > group.from) {
            widths += std::min(group.to - group.from, 1e300) / double(groups.size());
            ++finite;
        }
    }
    if (m_low > m_high)
        std::tie(m_low, m_high) = std::pair(0.0, 1.0);
    m_open = finite > 0 ? widths * double(groups.size()) / finite : 1;
    for (int group = 0; group < int(groups.size()); ++group) {
        m_low = std::min(m_low, from(group));
        m_high = std::max(m_high, to(group));
    }
    if (!(m_high > m_low))
        m_high = m_low + std::max(1.0, std::abs(m_low) * 1e-6);
}

double ColumnsLayout::from(int group) const
{
    const ChartGroup &of = m_sheet.chart().groups[size_t(group)];
    if (std::isfinite(of.from))
        return std::clamp(of.from, -1e300, 1e300);
    return std::isfinite(of.to) ? of.to - m_open : m_low;
}

double ColumnsLayout::to(int group) const
{
    const ChartGroup &of = m_sheet.chart().groups[size_t(group)];
    if (std::isfinite(of.to))
        return std::max(from(group), std::clamp(of.to, -1e300, 1e300));
    return from(group) + m_open;
}

double ColumnsLayout::x(double place) const
{
    return m_plot.left() + (place - m_low) / (m_high - m_low) * m_plot.width();
}

double ColumnsLayout::y(double value) const
{
    return m_plot.bottom() - m_scale.share(value) * m_plot.height();
}

std::pair<double, double> ColumnsLayout::sides(int group) const
{
    double left = x(from(group));
    double right = x(to(group));
    const double most = WidestColumn * m_line;
    if (m_sheet.chart().kind == ChartKind::Timeline && right - left > most) {
        const double middle = (left + right) / 2;
        left = middle - most / 2;
        right = middle + most / 2;
    }
    return {left, right};
}

void ColumnsLayout::makeScale(double height)
{
    const Chart &chart = m_sheet.chart();
    double low = 0;
    double high = 0;
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        for (int i = 0; i < chart.seriesCount(); ++i) {
            low = std::min(low, chart.value(group, i).value_or(0));
            high = std::max(high, chart.value(group, i).value_or(0));
        }
    }
    const int ticks = std::clamp(int(height / (2.5 * m_line)), 1, 8);
    m_scale = Scale(low, high, {.whole = chart.valueAxis.form == ValueForm::Count, .ticks = ticks});
}

void ColumnsLayout::put(const QRectF &area)
{
    const Chart &chart = m_sheet.chart();
    const double above = TopAxisTitle * m_line + (chart.median ? MarkLine * m_line : 0.6 * m_line);
    const double height = std::max(1.0, area.height() - above - BottomAxis * m_line);
    makeScale(height);
    double ticks = 0;
    for (const double tick : m_scale.ticks())
        ticks = std::max(ticks,
                         m_sheet.ruler().width(m_sheet.numbers().tick(tick, m_scale, chart.valueAxis.form)));
    ticks = std::min(ticks, area.width() / 3);
    m_plot = QRectF(area.left() + ticks + Gap * m_line, area.top() + above,
                    std::max(1.0, area.width() - ticks - Gap * m_line), height);
    findEnds();
    m_asLine = chart.kind == ChartKind::Timeline &&
               (chart.asLine || m_plot.width() / double(chart.groups.size()) < ThinnestColumn);
    ChartLayout &layout = m_sheet.layout();
    layout.plot = m_plot;
    layout.shownGroups = int(chart.groups.size());
    putValueAxis(area);
    if (m_asLine)
        putLines();
    else
        putColumns();
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        const double left = x(from(group));
        layout.areas.push_back({{left, m_plot.top(), x(to(group)) - left, m_plot.height()}, {group, -1}});
    }
    const double below = m_plot.bottom() + TickTop * m_line;
    if (chart.groupAxis.form == ValueForm::Date)
        putDates(below);
    else
        putNumbers(below);
    m_sheet.put({m_plot.left(), below + m_line, m_plot.width(), 1.1 * m_line},
                TextRuler::oneLine(chart.groupAxis.title), TextRole::AxisTitle);
    putMark();
}

void ColumnsLayout::putValueAxis(const QRectF &area)
{
    ChartLayout &layout = m_sheet.layout();
    const Chart &chart = m_sheet.chart();
    m_sheet.put({area.left(), area.top(), area.width(), m_line}, TextRuler::oneLine(chart.valueAxis.title),
                TextRole::AxisTitle);
    double lastTop = std::numeric_limits<double>::max();
    for (const double tick : m_scale.ticks()) {
        const double at = y(tick);
        layout.grid.emplace_back(m_plot.left(), at, m_plot.right(), at);
        if (at + m_line / 2 > lastTop)
            continue;
        const QRectF room(area.left(), at - m_line / 2, m_plot.left() - Gap * m_line - area.left(), m_line);
        const QString text = m_sheet.numbers().tick(tick, m_scale, chart.valueAxis.form);
        // Half a number would be a lie.
        if (m_sheet.ruler().width(text) <= room.width() + 0.01 &&
            !m_sheet.put(room.adjusted(-0.02, 0, 0, 0), text, TextRole::Tick, Qt::AlignRight).isNull())
            lastTop = room.top();
    }
    layout.axes.emplace_back(m_plot.left(), y(0), m_plot.right(), y(0));
}

void ColumnsLayout::putColumns()
{
    const Chart &chart = m_sheet.chart();
    const int count = chart.seriesCount();
    const double base = y(0);
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        const auto [left, right] = sides(group);
        const double gap =
            right - left > 6 ? (chart.kind == ChartKind::Histogram ? 1 : (right - left) * 0.15) : 0;
        const double width = std::max(0.5, (right - left - gap) / count);
        for (int i = 0; i < count; ++i) {
            const std::optional<double> value = chart.value(group, i);
            if (!value || *value == 0)
                continue;
            // What is more than nothing is seen.
            const double height = std::max(1.0, std::abs(y(*value) - base));
            const double top =
                std::clamp(*value < 0 ? base : base - height, m_plot.top(), m_plot.bottom() - height);
            m_sheet.layout().shapes.push_back({{left + gap / 2 + i * width, top, width, height},
                                               PlacedShape::Form::Bar,
                                               i,
                                               group,
                                               chart.groups[size_t(group)].few});
        }
    }
    if (count == 1)
        putValueTexts();
}

/// Above the columns, when there is room for all of them.
void ColumnsLayout::putValueTexts()
{
    const Chart &chart = m_sheet.chart();
    if (chart.median || m_scale.low() < 0 || chart.groups.size() > 40)
        return;
    const auto text = [&](int group) {
        return m_sheet.numbers().text(chart.value(group, 0), chart.valueAxis.form);
    };
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        if (m_sheet.ruler().width(text(group)) > x(to(group)) - x(from(group)) - 0.2 * m_line)
            return;
    }
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        if (!chart.value(group, 0))
            continue;
        const double middle = (x(from(group)) + x(to(group))) / 2;
        const double half = (x(to(group)) - x(from(group))) / 2;
        m_sheet.put({middle - half, y(*chart.value(group, 0)) - m_line, 2 * half, m_line}, text(group),
                    TextRole::Value, Qt::AlignHCenter);
    }
}

/// A line is broken where a value is missing.
void ColumnsLayout::putLines()
{
    const Chart &chart = m_sheet.chart();
    for (int i = 0; i < chart.seriesCount(); ++i) {
        PlacedLine line{i, {}};
        const auto finish = [&] {
            if (!line.points.isEmpty())
                m_sheet.layout().lines.push_back(line);
            line.points.clear();
        };
        for (int group = 0; group < int(chart.groups.size()); ++group) {
            if (const std::optional<double> value = chart.value(group, i))
                line.points.append(QPointF((x(from(group)) + x(to(group))) / 2, y(*value)));
            else
                finish();
        }
        finish();
    }
}

void ColumnsLayout::putNumbers(double top)
{
    ChartLayout &layout = m_sheet.layout();
    const ValueForm form = m_sheet.chart().groupAxis.form;
    int wish = std::clamp(int(m_plot.width() / (5 * m_line)), 1, 12);
    Scale scale;
    std::vector<double> inside;
    // The ends of the axis are where the groups end, so that round numbers may lie beyond them.
    for (; inside.size() < 2 && wish <= 12; ++wish) {
        scale = Scale(m_low, m_high, {.zero = false, .ticks = wish});
        inside = scale.ticks();
        std::erase_if(inside, [this](double tick) { return tick < m_low || tick > m_high; });
    }
    for (const double tick : inside)
        m_sheet.putTick(x(tick), top, m_sheet.numbers().tick(tick, scale, form), layout.frame.left(),
                        layout.frame.right());
}

void ColumnsLayout::putDates(double top)
{
    ChartLayout &layout = m_sheet.layout();
    const DateTicks ticks(m_sheet.chart(), m_sheet.numbers().locale());
    const double gap = 0.6 * m_line;
    const std::vector<DateTicks::Tick> chosen = ticks.fitting([&](const std::vector<DateTicks::Tick> &trial) {
        double before = std::numeric_limits<double>::lowest();
        return std::ranges::all_of(trial, [&](const DateTicks::Tick &tick) {
            const double width = m_sheet.ruler().width(tick.text);
            const double at = (x(from(tick.group)) + x(to(tick.group))) / 2;
            const double left = std::clamp(at - width / 2, layout.frame.left(),
                                           std::max(layout.frame.left(), layout.frame.right() - width));
            const bool free = left >= before + gap;
            before = left + width;
            return free;
        });
    });
    for (const DateTicks::Tick &tick : chosen)
        m_sheet.putTick((x(from(tick.group)) + x(to(tick.group))) / 2, top, tick.text, layout.frame.left(),
                        layout.frame.right());
}

void ColumnsLayout::putMark()
{
    const Chart &chart = m_sheet.chart();
    if (!chart.median || !std::isfinite(*chart.median))
        return;
    const double at = x(std::clamp(*chart.median, m_low, m_high));
    m_sheet.layout().mark = QLineF(at, m_plot.top() - 0.2 * m_line, at, m_plot.bottom());
    // Half a number would be a lie.
    const auto fits = [this](const QString &text) { return m_sheet.ruler().width(text) <= m_plot.width(); };
    QString text = m_sheet.words().median();
    if (!fits(text))
        text = m_sheet.numbers().brief(chart.median, chart.groupAxis.form);
    if (!fits(text))
        return;
    const double width = m_sheet.ruler().width(text);
    const double left = std::clamp(at - width / 2, m_plot.left(), m_plot.right() - width);
    m_sheet.put({left, m_plot.top() - 1.25 * m_line, width, m_line}, text, TextRole::Label);
}

} // namespace linnet::draw
