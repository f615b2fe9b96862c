// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartpainter.h"

#include "draw/chart/hatch.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace linnet::draw {

namespace {

constexpr double HatchDistance = 6;
constexpr double LeastHatched = 3; ///< pixels; less is filled only
constexpr qsizetype MostMarkers = 40;

/// Paints the pieces of one layout, one after the other.
class ChartPainter
{
public:
    ChartPainter(QPainter &painter, const Chart &chart, const ChartLayout &layout, const ChartStyle &style,
                 const ChartMarks &marks)
        : m_painter(painter)
        , m_chart(chart)
        , m_layout(layout)
        , m_style(style)
        , m_marks(marks)
    {
    }

    void paint()
    {
        m_painter.fillRect(m_layout.frame, m_style.colors.base);
        paintGround();
        paintMarks();
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        paintLines(m_layout.grid, m_style.grid());
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (const PlacedShape &shape : m_layout.shapes)
            paintShape(shape);
        for (const PlacedLine &line : m_layout.lines) {
            paintLine(line);
            // A lone value is no line; many would hide it.
            for (const QPointF &point : line.points.size() <= MostMarkers ? line.points : QPolygonF())
                paintMarker(point, line.series);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        paintLines(m_layout.axes, m_style.colors.muted);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        if (m_layout.mark) {
            m_painter.setPen(QPen(m_style.colors.text, 1.5, Qt::DashLine));
            m_painter.drawLine(*m_layout.mark);
        }
        if (m_marks.texts)
            paintTexts();
    }

private:
    bool isChosen(int group) const
    {
        return group >= 0 && m_marks.chosen.contains(m_chart.groups[size_t(group)].key);
    }

    void paintLines(const std::vector<QLineF> &lines, const QColor &color)
    {
        m_painter.setPen(QPen(color, 1));
        for (const QLineF &line : lines)
            m_painter.drawLine(line);
    }

    void paintGround()
    {
        if (!m_chart.isMap() || m_layout.plot.isNull())
            return;
        m_painter.fillRect(m_layout.plot, m_style.water());
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(Qt::NoPen);
        for (const PlacedGround &ground : m_layout.ground) {
            m_painter.setBrush(ground.isWater ? m_style.water() : m_style.land());
            m_painter.drawPolygon(ground.points);
        }
        m_painter.setBrush(Qt::NoBrush);
    }

    void paintMarks()
    {
        if (m_chart.isMap())
            return; // a circle is marked when it is painted
        if (m_marks.current >= 0)
            m_painter.fillRect(m_layout.areaOf(m_marks.current),
                               mixed(m_style.colors.base, m_style.colors.selection, 0.7));
        // A bar of its own beside the row or below the column: colour alone would not be enough.
        for (int group = 0; group < m_layout.shownGroups && !m_marks.chosen.isEmpty(); ++group) {
            const QRectF area = m_layout.areaOf(group);
            if (!isChosen(group) || area.isNull())
                continue;
            const QRectF edge = m_chart.hasRows()
                                    ? QRectF(area.left() - 5, area.top() + 2, 3, area.height() - 4)
                                    : QRectF(area.left() + 1, area.bottom() + 2, area.width() - 2, 3);
            m_painter.fillRect(edge, m_style.colors.accent);
        }
    }

    QColor ink(const PlacedShape &shape) const
    {
        QColor color = shape.few ? m_style.few() : m_style.series(shape.series);
        if (!m_marks.chosen.isEmpty() && shape.group >= 0 && !isChosen(shape.group))
            color = mixed(m_style.colors.base, color, 0.5);
        return color;
    }

    void paintShape(const PlacedShape &shape)
    {
        using Form = PlacedShape::Form;
        const QColor color = ink(shape);
        const QRectF &place = shape.place;
        const double middle = place.center().y();
        switch (shape.form) {
        case Form::Bar:
            paintBar(place, color, shape.series);
            break;
        case Form::Span: {
            m_painter.setPen(QPen(color, 1.5));
            m_painter.drawLine(QLineF(place.left(), middle, place.right(), middle));
            m_painter.drawLine(QLineF(place.left(), place.top(), place.left(), place.bottom()));
            m_painter.drawLine(QLineF(place.right(), place.top(), place.right(), place.bottom()));
            break;
        }
        case Form::Box:
            m_painter.setPen(QPen(color, 1));
            m_painter.setBrush(mixed(m_style.colors.base, color, 0.3));
            m_painter.drawRect(place);
            break;
        case Form::Middle:
            m_painter.setPen(Qt::NoPen);
            m_painter.fillRect(QRectF(place.center().x() - 1.5, place.top(), 3, place.height()),
                               shape.few ? m_style.colors.muted : m_style.colors.text);
            break;
        case Form::Circle:
            paintCircle(shape);
            break;
        case Form::Line: {
            const QPolygonF sample({QPointF(place.left(), middle), QPointF(place.right(), middle)});
            paintLine({shape.series, sample});
            paintMarker(place.center(), shape.series);
            break;
        }
        }
    }

    // Light, so that its number can be read; what is chosen is darker and has another ring.
    void paintCircle(const PlacedShape &shape)
    {
        const bool isSetOff = isChosen(shape.group) || shape.group == m_marks.current;
        const QColor color = ink(shape);
        m_painter.setPen(QPen(color, isSetOff ? 2.5 : 1.2));
        m_painter.setBrush(mixed(m_style.colors.base, color, isSetOff ? 0.5 : 0.3));
        m_painter.drawEllipse(shape.place);
        if (isChosen(shape.group))
            m_painter.drawEllipse(shape.place.adjusted(3, 3, -3, -3));
        m_painter.setBrush(Qt::NoBrush);
    }

    void paintBar(const QRectF &place, const QColor &color, int series)
    {
        if (series == 0 || std::min(place.width(), place.height()) < LeastHatched) {
            m_painter.fillRect(place, color);
            return;
        }
        m_painter.fillRect(place, mixed(m_style.colors.base, color, 0.35));
        m_painter.setPen(QPen(color, 1.2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(hatch(place, series, HatchDistance));
        m_painter.setPen(QPen(color, 1));
        m_painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    void paintLine(const PlacedLine &line)
    {
        static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
        QPen pen(m_style.series(line.series), 2, styles[size_t(line.series) % styles.size()]);
        pen.setJoinStyle(Qt::RoundJoin);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        if (line.points.size() > 1)
            m_painter.drawPolyline(line.points);
    }

    void paintMarker(const QPointF &at, int series)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.series(series));
        if (series % 2 == 0)
            m_painter.drawEllipse(at, 3, 3);
        else
            m_painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6));
        m_painter.setBrush(Qt::NoBrush);
    }

    void paintTexts()
    {
        const QFont text = m_style.textFont();
        const QFont title = m_style.titleFont();
        const double rise = QFontMetricsF(text).ascent();
        const double titleRise = QFontMetricsF(title).ascent();
        for (const PlacedText &placed : m_layout.texts) {
            const bool isTitle = placed.role == TextRole::Title;
            m_painter.setFont(isTitle ? title : text);
            m_painter.setPen(textInk(placed.role, m_style));
            // By the base line: a text in a rectangle would be cut where another device is wider by a hair.
            m_painter.drawText(placed.place.topLeft() + QPointF(0, isTitle ? titleRise : rise), placed.text);
        }
    }

    QPainter &m_painter;
    const Chart &m_chart;
    const ChartLayout &m_layout;
    const ChartStyle &m_style;
    const ChartMarks &m_marks;
};

} // namespace

QColor textInk(TextRole role, const ChartStyle &style)
{
    const bool strong = role == TextRole::Title || role == TextRole::Label || role == TextRole::Value;
    return strong ? style.colors.text : style.colors.muted;
}

void paintChart(QPainter &painter, const Chart &chart, const ChartLayout &layout, const ChartStyle &style,
                const ChartMarks &marks)
{
    painter.save();
    ChartPainter(painter, chart, layout, style, marks).paint();
    painter.restore();
}

void paintChart(QPainter &painter, const QRectF &frame, const Chart &chart, const ChartStyle &style)
{
    paintChart(painter, chart, layOut(chart, frame, style), style);
}

} // namespace linnet::draw
