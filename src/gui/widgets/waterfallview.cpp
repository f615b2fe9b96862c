// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/waterfallview.h"

#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <limits>

namespace linnet::gui {

using models::Waterfall;
using models::WaterfallBar;
using models::WaterfallGroup;

namespace {

constexpr int Margin = 16;
constexpr int BarHeight = 14;
constexpr int WaitHeight = BarHeight / 2; ///< of waiting in the program itself
constexpr int PauseHeight = 2;
constexpr int AxisHeight = 32;
constexpr int LegendHeight = 24; ///< of one line

/// In the order of what happens to a request.
constexpr std::array Legend{
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "retry pause"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "waiting for its turn"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "held by the pace"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "connecting"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "waiting for the first byte"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "receiving"),
    QT_TRANSLATE_NOOP("linnet::gui::WaterfallView", "failed"),
};
constexpr int SecondsRoom = 175;

struct Colors
{
    QColor queued;
    QColor held;
    QColor connect;
    QColor answer;
    QColor body;
    QColor bad;

    explicit Colors(const Palette &palette)
        : queued(mixed(palette.base, palette.muted, 0.25))
        , held(mixed(palette.base, palette.good, 0.55))
        , connect(mixed(palette.base, palette.warning, 0.6))
        , answer(mixed(palette.base, palette.accent, 0.35))
        , body(palette.accent)
        , bad(palette.bad)
    {
    }
};

} // namespace

int WaterfallView::Scale::x(double seconds) const
{
    return area.left() + int((seconds - from) / (to - from) * area.width());
}

WaterfallView::WaterfallView(Axis axis, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_axis(axis)
{
    setFrameShape(QFrame::NoFrame);
    keepTranslated(this, [this] { setAccessibleName(tr("Waterfall of requests")); });
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    verticalScrollBar()->setSingleStep(scaled(RowHeight));
}

void WaterfallView::setGroups(std::vector<WaterfallGroup> groups)
{
    m_groups = std::move(groups);
    updateScrollBar();
    viewport()->update();
}

bool WaterfallView::isEmpty() const
{
    return barCount() == 0;
}

int WaterfallView::barCount() const
{
    size_t bars = 0;
    for (const WaterfallGroup &group : m_groups)
        bars += group.bars.size();
    return int(bars);
}

std::vector<WaterfallBar> WaterfallView::bars() const
{
    std::vector<WaterfallBar> result;
    for (const WaterfallGroup &group : m_groups)
        result.insert(result.end(), group.bars.begin(), group.bars.end());
    return result;
}

// A group without a title has no heading.
int WaterfallView::lineCount() const
{
    int lines = barCount();
    for (const WaterfallGroup &group : m_groups)
        lines += group.title.isEmpty() ? 0 : 1;
    return lines;
}

WaterfallView::Place WaterfallView::placeAt(int line) const
{
    for (const WaterfallGroup &group : m_groups) {
        if (!group.title.isEmpty() && line-- == 0)
            return {&group, nullptr};
        if (line >= 0 && line < int(group.bars.size()))
            return {&group, &group.bars[size_t(line)]};
        line -= int(group.bars.size());
    }
    return {};
}

int WaterfallView::bodyHeight() const
{
    return std::max(0, viewport()->height() - scaled(AxisHeight) - legendPlaces().back().bottom() - 1);
}

// In as many lines as the width needs.
std::vector<QRect> WaterfallView::legendPlaces() const
{
    const int sign = scaled(24); // with the gap after it
    constexpr int Gap = 18;
    std::vector<QRect> places;
    QPoint at(Margin, 0);
    for (const char *text : Legend) {
        const int width = sign + fontMetrics().horizontalAdvance(tr(text));
        if (at.x() > Margin && at.x() + width > viewport()->width() - Margin)
            at = QPoint(Margin, at.y() + scaled(LegendHeight));
        places.emplace_back(at, QSize(width, scaled(LegendHeight)));
        at.rx() += width + Gap;
    }
    return places;
}

WaterfallView::Scale WaterfallView::scale(int first, int last) const
{
    const int labels = std::clamp(viewport()->width() / 4, 120, scaled(300));
    Scale scale;
    scale.area =
        QRect(Margin + labels, 0,
              std::max(50, viewport()->width() - labels - scaled(SecondsRoom) - 2 * Margin), bodyHeight());
    double from = std::numeric_limits<double>::max();
    double to = 0;
    const auto take = [&](const WaterfallBar &bar) {
        from = std::min(from, bar.begin);
        to = std::max(to, bar.end());
    };
    if (m_axis == Axis::Whole) {
        for (const WaterfallGroup &group : m_groups)
            std::ranges::for_each(group.bars, take);
        from = 0;
    } else {
        for (int line = first; line <= last; ++line) {
            if (const Place place = placeAt(line); place.bar)
                take(*place.bar);
        }
    }
    scale.from = from > to ? 0 : from;
    scale.to = std::max(scale.from + 0.001, to);
    return scale;
}

void WaterfallView::updateScrollBar()
{
    const int height = lineCount() * scaled(RowHeight);
    verticalScrollBar()->setPageStep(bodyHeight());
    verticalScrollBar()->setRange(0, std::max(0, height - bodyHeight()));
}

void WaterfallView::resizeEvent(QResizeEvent *)
{
    updateScrollBar();
}

void WaterfallView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void WaterfallView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const int top = verticalScrollBar()->value();
    const int first = top / scaled(RowHeight);
    const int last = std::min(lineCount() - 1, (top + bodyHeight()) / scaled(RowHeight));
    if (last < first)
        return;
    const Scale now = scale(first, last);
    paintAxis(painter, now);
    painter.setClipRect(QRect(0, 0, viewport()->width(), bodyHeight()));
    for (int line = first; line <= last; ++line) {
        const QRect rect(Margin, line * scaled(RowHeight) - top, viewport()->width() - 2 * Margin,
                         scaled(RowHeight));
        const Place place = placeAt(line);
        if (place.bar)
            paintBar(painter, *place.bar, rect, now);
        else if (place.group)
            paintHeading(painter, *place.group, rect);
    }
    painter.setClipping(false);
    paintLegend(painter);
}

void WaterfallView::paintAxis(QPainter &painter, const Scale &scale) const
{
    const Palette &colors = Palette::of(palette());
    const double length = scale.to - scale.from;
    const double step = Waterfall::axisStep(length, std::max(2, scale.area.width() / scaled(90)));
    const int bottom = bodyHeight();
    for (int mark = 0; double(mark) * step <= length * 1.0001; ++mark) {
        const int x = scale.x(scale.from + mark * step);
        painter.setPen(colors.line);
        painter.drawLine(x, 0, x, bottom);
        painter.setPen(colors.muted);
        painter.drawText(QRect(x - scaled(45), bottom + 2, scaled(90), scaled(20)),
                         Qt::AlignHCenter | Qt::AlignTop, Waterfall::secondsText(scale.from + mark * step));
    }
}

void WaterfallView::paintHeading(QPainter &painter, const WaterfallGroup &group, const QRect &line) const
{
    const Palette &colors = Palette::of(palette());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, group.title);
    painter.setFont(font());
    painter.setPen(colors.muted);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, group.note);
}

void WaterfallView::paintBar(QPainter &painter, const WaterfallBar &bar, const QRect &line,
                             const Scale &scale) const
{
    const Palette &palette_ = Palette::of(palette());
    const Colors colors(palette_);
    const int middle = line.center().y();
    painter.setPen(palette_.muted);
    const QRect labelRect(line.left(), line.top(), scale.area.left() - line.left() - 8, line.height());
    painter.drawText(labelRect, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(bar.label, Qt::ElideMiddle, labelRect.width()));
    double at = bar.begin;
    const auto piece = [&](double seconds, const QColor &color, int height) {
        const int from = scale.x(at);
        at += seconds;
        const int width = std::max(seconds > 0 ? 1 : 0, scale.x(at) - from);
        painter.fillRect(QRect(from, middle - scaled(height) / 2, width, scaled(height)), color);
    };
    piece(bar.paused, colors.queued, PauseHeight);
    piece(bar.queued - bar.held, colors.queued, WaitHeight);
    piece(bar.held, colors.held, WaitHeight);
    piece(bar.connect, colors.connect, BarHeight);
    piece(bar.answer, bar.failed ? mixed(palette_.base, colors.bad, 0.45) : colors.answer, BarHeight);
    piece(bar.body, bar.failed ? colors.bad : colors.body, BarHeight);
    const int left = scale.x(at) + 6;
    const int width = std::min(scaled(SecondsRoom + 20), viewport()->width() - left - 4);
    const QRect textRect(left, line.top(), width, line.height());
    painter.setPen(bar.failed ? palette_.bad : bar.state.isEmpty() ? palette_.muted : palette_.accent);
    QString note = Waterfall::secondsText(bar.seconds());
    if (bar.failed)
        note += QStringLiteral(" · ") + bar.problem;
    if (!bar.state.isEmpty())
        note = bar.state + QStringLiteral("…");
    painter.drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(note, Qt::ElideRight, textRect.width()));
}

void WaterfallView::paintLegend(QPainter &painter) const
{
    const Palette &palette_ = Palette::of(palette());
    const Colors colors(palette_);
    const std::array<std::pair<QColor, int>, Legend.size()> signs{{{colors.queued, PauseHeight},
                                                                   {colors.queued, WaitHeight},
                                                                   {colors.held, WaitHeight},
                                                                   {colors.connect, BarHeight},
                                                                   {colors.answer, BarHeight},
                                                                   {colors.body, BarHeight},
                                                                   {colors.bad, BarHeight}}};
    const std::vector<QRect> places = legendPlaces();
    const int top = bodyHeight() + scaled(AxisHeight) - 6;
    painter.setPen(palette_.muted);
    for (size_t i = 0; i < signs.size(); ++i) {
        const QRect place = places[i].translated(0, top);
        const auto &[color, height] = signs[i];
        painter.fillRect(
            QRect(place.x(), place.center().y() + 1 - scaled(height) / 2, scaled(14), scaled(height)), color);
        painter.drawText(place.adjusted(scaled(20), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         tr(Legend[i]));
    }
}

bool WaterfallView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt((help->pos().y() + verticalScrollBar()->value()) / scaled(RowHeight));
    if (place.bar && help->pos().y() < bodyHeight())
        QToolTip::showText(help->globalPos(), place.bar->toolTip(), viewport());
    else
        QToolTip::hideText();
    return true;
}

} // namespace linnet::gui
