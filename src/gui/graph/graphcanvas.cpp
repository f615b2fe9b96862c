// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphcanvas.h"

#include "gui/look/palette.h"
#include "gui/widgets/retranslate.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using draw::GraphPainter;
using draw::GraphView;

namespace {

constexpr double ZoomOfStep = 1.25;
constexpr double StepOfWheel = 120; ///< eighths of a degree
constexpr double StepOfKey = 60;    ///< pixels
constexpr double Reach = 6;         ///< pixels beside a node that still mean it
constexpr double LeastFrame = 4;
constexpr int ButtonGap = 8;
constexpr int MostNames = 40;
constexpr double RoomOfName = 14'000; ///< square pixels

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent)
    : QWidget(parent)
    , m_closer(makeButton(u"+"_s))
    , m_farther(makeButton(u"\u2212"_s))
    , m_all(makeButton(u"\u25a2"_s))
    , m_rendering([this](const Drawn &drawn) {
        if (drawn.image.isNull())
            return;
        m_image = drawn.image;
        m_imageView = drawn.view;
        update();
    })
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_closer, &QToolButton::clicked, this, [this] { zoom(ZoomOfStep * ZoomOfStep); });
    connect(m_farther, &QToolButton::clicked, this, [this] { zoom(1 / ZoomOfStep / ZoomOfStep); });
    connect(m_all, &QToolButton::clicked, this, &GraphCanvas::showWhole);
    keepTranslated(this, [this] { retranslate(); });
}

GraphCanvas::~GraphCanvas()
{
    m_stop.request_stop();
}

QToolButton *GraphCanvas::makeButton(const QString &sign)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setFocusPolicy(Qt::NoFocus); // keys do the same
    button->setAutoRaise(false);
    return button;
}

void GraphCanvas::retranslate()
{
    const std::pair<QToolButton *, QString> words[]{
        {m_closer, tr("Closer (+)")}, {m_farther, tr("From farther away (-)")}, {m_all, tr("Show all (0)")}};
    for (const auto &[button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    setAccessibleName(tr("Graph"));
    say();
}

draw::GraphStyle GraphCanvas::style() const
{
    return {Palette::of(palette()), font()};
}

void GraphCanvas::setPicture(std::shared_ptr<const draw::GraphPicture> picture, bool keepsView)
{
    const bool wasMoving = std::exchange(m_isMoving, false);
    m_picture = std::move(picture);
    m_hovered.reset();
    m_labelled.reset();
    if (!keepsView || !m_picture) {
        m_chosen.clear();
        m_way.clear();
        if (!wasMoving || !m_picture)
            m_image = QImage();
        showWhole();
    }
    say();
    redraw();
    update();
}

void GraphCanvas::setMoving(std::shared_ptr<const draw::GraphPicture> picture)
{
    if (m_isMoving && m_rendering.isBusy())
        return;
    if (!m_isMoving) {
        m_chosen.clear();
        m_way.clear();
        m_hovered.reset();
        m_image = QImage();
        m_isWhole = true;
    }
    m_isMoving = true;
    m_picture = std::move(picture);
    if (m_isWhole)
        showWhole();
    else
        redraw();
}

void GraphCanvas::setWay(std::vector<quint32> nodes)
{
    m_way = std::move(nodes);
    update();
}

void GraphCanvas::setChosen(std::vector<quint32> nodes)
{
    if (m_chosen == nodes)
        return;
    m_chosen = std::move(nodes);
    const auto isSeen = [this](quint32 node) {
        return QRectF(rect()).contains(m_view.toScreen(m_picture->places[node]));
    };
    if (m_picture && !m_chosen.empty() && std::ranges::none_of(m_chosen, isSeen))
        showNode(m_chosen.front());
    say();
    update();
}

void GraphCanvas::choose(std::vector<quint32> nodes)
{
    m_chosen = std::move(nodes);
    say();
    update();
    Q_EMIT chosenChanged(m_chosen);
}

void GraphCanvas::say()
{
    QString text =
        tr("Page Down tells one node after the other, Return opens it. The arrow keys move the picture, "
           "+ and - change its scale.");
    if (!m_tableHint.isEmpty())
        text = m_tableHint + u' ' + text;
    if (m_picture && m_describe && !m_chosen.empty())
        text = m_describe(m_chosen.front()).join(u". "_s) + u". "_s + text;
    setAccessibleDescription(text);
}

void GraphCanvas::setTableHint(const QString &hint)
{
    m_tableHint = hint;
    say();
}

void GraphCanvas::see(const GraphView &view)
{
    m_view = view;
    m_isWhole = false;
    redraw();
    update();
}

void GraphCanvas::showWhole()
{
    m_view = m_picture ? GraphView::whole(*m_picture, size()) : GraphView();
    m_view.size = size();
    m_isWhole = true;
    redraw();
    update();
}

void GraphCanvas::zoom(double by)
{
    see(m_view.zoomed(by, QRectF(rect()).center()));
}

void GraphCanvas::showNode(quint32 node)
{
    GraphView view = m_view;
    view.centre = m_picture->places[node];
    see(view);
}

void GraphCanvas::redraw()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (!m_picture || size().isEmpty()) {
        m_rendering.forget();
        return;
    }
    m_rendering.start([picture = m_picture, style = style(), view = m_view, ratio = devicePixelRatioF(),
                       stop = m_stop.get_token()] {
        return Drawn{GraphPainter(*picture, style, view).image(ratio, stop), view};
    });
}

std::optional<quint32> GraphCanvas::at(QPointF pixel) const
{
    return m_picture && !m_isMoving ? draw::nodeAt(*m_picture, m_view, pixel, Reach) : std::nullopt;
}

void GraphCanvas::hover(std::optional<quint32> node)
{
    if (m_hovered == node)
        return;
    m_hovered = node;
    setCursor(node ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphCanvas::step(int by)
{
    const auto &order = m_picture->heaviest;
    const auto now = m_chosen.empty() ? order.end() : std::ranges::find(order, m_chosen.front());
    qsizetype place = now == order.end() ? (by > 0 ? -1 : qsizetype(order.size())) : now - order.begin();
    do
        place += by;
    while (place >= 0 && place < qsizetype(order.size()) && m_picture->isHidden(order[size_t(place)]));
    if (place < 0 || place >= qsizetype(order.size()))
        return;
    const quint32 node = order[size_t(place)];
    if (!QRectF(rect()).contains(m_view.toScreen(m_picture->places[node])))
        showNode(node);
    choose({node});
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

bool GraphCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        if (m_hovered && m_describe)
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                               m_describe(*m_hovered).join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

const QList<draw::GraphLabel> &GraphCanvas::labels(const GraphPainter &painter)
{
    if (m_labelled != m_view) {
        m_labels = painter.labels(std::min(MostNames, int(width() * height() / RoomOfName)));
        m_labelled = m_view;
    }
    return m_labels;
}

void GraphCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const draw::GraphStyle look = style();
    painter.fillRect(rect(), look.colors.base);
    if (m_picture) {
        if (!m_image.isNull()) {
            const double by = m_view.scale / m_imageView.scale;
            const QPointF corner = m_view.toScreen(m_imageView.fromScreen({0, 0}));
            painter.setRenderHint(QPainter::SmoothPixmapTransform, by < 1);
            painter.drawImage(QRectF(corner, m_imageView.size * by), m_image);
        }
        const GraphPainter graph(*m_picture, look, m_view);
        if (m_hovered)
            graph.paintNeighbours(painter, *m_hovered);
        if (!m_isMoving)
            graph.paintLabels(painter, labels(graph));
        if (!m_way.empty())
            graph.paintWay(painter, m_way);
        for (const quint32 node : m_chosen)
            graph.paintChosen(painter, node);
    }
    if (m_frame) {
        painter.setPen(QPen(look.colors.accent, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(*m_frame);
    }
    if (hasFocus()) {
        painter.setPen(QPen(look.colors.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isWhole) {
        showWhole();
    } else {
        m_view.size = size();
        redraw();
    }
    const int side = fontMetrics().height() + ButtonGap;
    QPoint place(width() - side - ButtonGap, ButtonGap);
    for (QToolButton *button : {m_closer, m_farther, m_all}) {
        button->setGeometry({place, QSize(side, side)});
        place.ry() += side + 2;
    }
}

void GraphCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_labelled.reset();
        redraw();
    }
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    see(m_view.zoomed(std::pow(ZoomOfStep, event->angleDelta().y() / StepOfWheel), event->position()));
    hover(at(event->position()));
    event->accept();
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressedAt = m_last = event->position();
    m_isDragging = false;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF now = event->position();
    if (!m_pressedAt) {
        hover(at(now));
        return;
    }
    if (!m_isDragging && (now - *m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    hover(std::nullopt);
    if (event->modifiers() & Qt::ShiftModifier || m_frame) {
        m_frame = QRectF(*m_pressedAt, now).normalized();
        update();
    } else {
        see(m_view.moved(now - m_last));
    }
    m_last = now;
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedAt || event->button() != Qt::LeftButton)
        return;
    m_pressedAt.reset();
    if (m_frame) {
        const QRectF frame = *std::exchange(m_frame, std::nullopt);
        if (m_picture && !m_isMoving && frame.width() + frame.height() > LeastFrame)
            choose(draw::nodesIn(*m_picture, m_view, frame));
        update();
        return;
    }
    if (m_isDragging || !m_picture || m_isMoving)
        return;
    const auto node = at(event->position());
    std::vector<quint32> nodes;
    if (event->modifiers() & Qt::ControlModifier)
        nodes = m_chosen;
    if (node && std::erase(nodes, *node) == 0)
        nodes.insert(nodes.begin(), *node);
    choose(std::move(nodes));
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto node = at(event->position()))
        Q_EMIT opened(*node);
}

void GraphCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hover(std::nullopt);
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!m_picture)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return see(m_view.moved({StepOfKey, 0}));
    case Qt::Key_Right:
        return see(m_view.moved({-StepOfKey, 0}));
    case Qt::Key_Up:
        return see(m_view.moved({0, StepOfKey}));
    case Qt::Key_Down:
        return see(m_view.moved({0, -StepOfKey}));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(ZoomOfStep);
    case Qt::Key_Minus:
        return zoom(1 / ZoomOfStep);
    case Qt::Key_0:
    case Qt::Key_Home:
        return showWhole();
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (!m_isMoving)
            step(event->key() == Qt::Key_PageDown ? 1 : -1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosen.empty())
            Q_EMIT opened(m_chosen.front());
        return;
    case Qt::Key_Escape:
        if (!m_chosen.empty())
            return choose({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace linnet::gui
