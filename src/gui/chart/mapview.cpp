// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/mapview.h"

#include "draw/map/mercator.h"
#include "gui/look/palette.h"
#include "gui/widgets/retranslate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using draw::Mercator;

namespace {

constexpr double ZoomStep = 2;         ///< of the scale
constexpr double StepOfWheel = 120;    ///< eighths of a degree
constexpr double NarrowestPart = 0.01; ///< degrees; some 600 metres in the middle of Russia
constexpr double StepOfKey = 0.15;     ///< of the plot
constexpr double SmallestFrame = 4;    ///< pixels
constexpr int ButtonGap = 6;

} // namespace

MapView::MapView(QWidget *parent)
    : ChartView(parent)
    , m_closer(makeButton(u"+"_s))
    , m_farther(makeButton(u"\u2212"_s))
    , m_all(makeButton(u"\u25a2"_s))
    , m_whole(Mercator::world())
{
    connect(m_closer, &QToolButton::clicked, this, [this] { zoom(ZoomStep); });
    connect(m_farther, &QToolButton::clicked, this, [this] { zoom(1 / ZoomStep); });
    connect(m_all, &QToolButton::clicked, this, &MapView::showWhole);
    keepTranslated(this, [this] { retranslate(); });
}

QToolButton *MapView::makeButton(const QString &sign)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setFocusPolicy(Qt::NoFocus); // keys do the same
    button->setAutoRaise(false);
    return button;
}

void MapView::retranslate()
{
    const std::pair<QToolButton *, QString> words[]{
        {m_closer, tr("Closer (+)")}, {m_farther, tr("From farther away (-)")}, {m_all, tr("Show all (0)")}};
    for (const auto &[button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    arrange();
}

void MapView::arrange()
{
    const int side = fontMetrics().height() + 2 * ButtonGap;
    const QRect plot = chartLayout().plot.toAlignedRect();
    QPoint at(plot.right() - side - ButtonGap, plot.top() + ButtonGap);
    for (QToolButton *button : {m_closer, m_farther, m_all}) {
        button->setGeometry({at, QSize(side, side)});
        button->setVisible(plot.height() > 4 * side && plot.width() > 4 * side);
        at.ry() += side + 2;
    }
}

QRectF MapView::seen() const
{
    const draw::ChartLayout &layout = chartLayout();
    return {layout.origin, layout.plot.size() * layout.pixel};
}

QPointF MapView::onWorld(const QPointF &point) const
{
    const draw::ChartLayout &layout = chartLayout();
    return layout.origin + (point - layout.plot.topLeft()) * layout.pixel;
}

/// The middle stays in the world, and never less is shown than a part of a town.
void MapView::see(const QRectF &part)
{
    if (chart().isEmpty() || !(part.width() > 0))
        return;
    const QRectF world = Mercator::world();
    const double factor = std::clamp(part.width(), NarrowestPart, world.width()) / part.width();
    QPointF middle = part.center();
    middle.setX(std::clamp(middle.x(), world.left(), world.right()));
    middle.setY(std::clamp(middle.y(), world.top(), world.bottom()));
    const QSizeF size = part.size() * factor;
    showPart(QRectF(middle - QPointF(size.width(), size.height()) / 2, size));
    m_wasMoved = true;
    Q_EMIT seenChanged();
}

void MapView::zoomAt(const QPointF &point, double factor)
{
    const QRectF now = seen();
    const QPointF fixed = onWorld(point);
    // At the ends of the scale nothing moves.
    const double width = std::clamp(now.width() / factor, NarrowestPart, Mercator::world().width());
    const double change = width / now.width();
    see(QRectF(fixed + (now.topLeft() - fixed) * change, now.size() * change));
}

void MapView::zoom(double factor)
{
    zoomAt(chartLayout().plot.center(), factor);
}

void MapView::showWhole()
{
    if (chart().isEmpty())
        return;
    showPart(m_whole);
    m_wasMoved = false;
    Q_EMIT seenChanged();
}

void MapView::moveBy(const QPointF &pixels)
{
    see(seen().translated(-pixels * chartLayout().pixel));
}

QString MapView::hint(int circles) const
{
    return tr(
        "%Ln circle(s). Page Down tells one after the other, Return filters by it. The arrow keys move the "
        "map, + and - change its scale.",
        nullptr, circles);
}

void MapView::paintEvent(QPaintEvent *event)
{
    ChartView::paintEvent(event);
    if (!m_frame)
        return;
    QPainter painter(this);
    const QColor accent = Palette::of(palette()).accent;
    painter.setPen(QPen(accent, 1, Qt::DashLine));
    painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 40));
    painter.drawRect(*m_frame);
}

void MapView::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    arrange();
    if (!chart().isEmpty())
        Q_EMIT seenChanged();
}

void MapView::wheelEvent(QWheelEvent *event)
{
    if (!chartLayout().plot.contains(event->position()) || chart().isEmpty()) {
        event->ignore();
        return;
    }
    zoomAt(event->position(), std::pow(ZoomStep, event->angleDelta().y() / StepOfWheel / 2));
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    ChartView::mousePressEvent(event);
    m_isDragging = false;
    m_frame.reset();
    m_pressedAt.reset();
    if (event->button() == Qt::LeftButton && !chart().isEmpty())
        m_pressedAt = m_last = event->position();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt) {
        ChartView::mouseMoveEvent(event);
        return;
    }
    const QPointF way = event->position() - *m_pressedAt;
    if (!m_isDragging && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    if (m_frame || (event->modifiers() & Qt::ShiftModifier)) {
        m_frame = QRectF(*m_pressedAt, event->position()).normalized().intersected(chartLayout().plot);
        update();
    } else {
        setCursor(Qt::ClosedHandCursor);
        moveBy(event->position() - m_last);
    }
    m_last = event->position();
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasDragging = std::exchange(m_isDragging, false);
    const std::optional<QRectF> frame = std::exchange(m_frame, std::nullopt);
    m_pressedAt.reset();
    if (!wasDragging) {
        ChartView::mouseReleaseEvent(event);
        return;
    }
    setCursor(Qt::ArrowCursor);
    update();
    if (frame && frame->width() >= SmallestFrame && frame->height() >= SmallestFrame)
        Q_EMIT partChosen(QRectF(onWorld(frame->topLeft()), onWorld(frame->bottomRight())));
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && chartLayout().plot.contains(event->position()))
        zoomAt(event->position(), ZoomStep);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const QSizeF step = plotSize() * StepOfKey;
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy({step.width(), 0});
        return;
    case Qt::Key_Right:
        moveBy({-step.width(), 0});
        return;
    case Qt::Key_Up:
        moveBy({0, step.height()});
        return;
    case Qt::Key_Down:
        moveBy({0, -step.height()});
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(ZoomStep);
        return;
    case Qt::Key_Minus:
        zoom(1 / ZoomStep);
        return;
    case Qt::Key_0:
    case Qt::Key_Home:
        showWhole();
        return;
    case Qt::Key_PageDown:
        setCurrent(std::min(current() + 1, int(chart().groups.size()) - 1));
        return;
    case Qt::Key_PageUp:
        setCurrent(std::max(current() - 1, 0));
        return;
    case Qt::Key_End:
        return;
    default:
        ChartView::keyPressEvent(event);
    }
}

} // namespace linnet::gui
