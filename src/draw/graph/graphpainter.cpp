// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/graphpainter.h"

#include "draw/graph/linkraster.h"

#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

/// Nodes between two looks whether to stop.
constexpr quint32 NodesPerLook = 2048;
/// Nodes in view that are looked at for a name, at most.
constexpr size_t MostLookedAt = 400;
/// From here on a node may have a border.
constexpr double Bordered = 4;
/// Radii are drawn in steps, so that few discs are made.
constexpr double RadiusStep = 0.25;
constexpr size_t MostNeighbours = 2000;
constexpr double HeadOfArrow = 10; ///< pixels

/// Discs of one colour and size, drawn once.
class Discs
{
public:
    Discs(const GraphStyle &style, double ratio)
        : m_style(style)
        , m_ratio(ratio)
    {
    }

    const QImage &of(quint8 ink, double radius)
    {
        const int step = std::max(1, int(std::lround(radius / RadiusStep)));
        QImage &image = m_images[step << 8 | ink];
        if (image.isNull())
            image = made(ink, step * RadiusStep);
        return image;
    }

private:
    QImage made(quint8 ink, double radius) const
    {
        const int side = int(std::ceil((2 * radius + 2) * m_ratio));
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        image.setDevicePixelRatio(m_ratio);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isBordered = radius >= Bordered;
        painter.setPen(isBordered ? QPen(m_style.colors.base, 1) : QPen(Qt::NoPen));
        painter.setBrush(m_style.ink(ink));
        const double middle = side / m_ratio / 2;
        painter.drawEllipse(QPointF(middle, middle), radius, radius);
        return image;
    }

    const GraphStyle &m_style;
    double m_ratio;
    QHash<int, QImage> m_images;
};

} // namespace

QRectF GraphPainter::disc(quint32 node) const
{
    const QPointF middle = m_view.toScreen(m_picture.places[node]);
    const double radius = nodeRadius(m_picture, m_view, node);
    return {middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius};
}

QImage GraphPainter::image(double ratio, const std::stop_token &stop) const
{
    const QImage links = linkRaster(m_picture, m_view, ratio, m_style.link(), stop);
    if (links.isNull())
        return {};
    QImage image(links.size(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(m_style.colors.base);
    QPainter painter(&image);
    painter.drawImage(0, 0, links);
    paintNodes(painter, stop);
    return stop.stop_requested() ? QImage() : image;
}

void GraphPainter::paintNodes(QPainter &painter, const std::stop_token &stop) const
{
    Discs discs(m_style, painter.device()->devicePixelRatioF());
    const QRectF seen = QRectF(QPointF(), m_view.size).adjusted(-40, -40, 40, 40);
    // The heaviest last, above the others.
    for (size_t i = m_picture.heaviest.size(); i-- > 0;) {
        if (i % NodesPerLook == 0 && stop.stop_requested())
            return;
        const quint32 node = m_picture.heaviest[i];
        const QPointF middle = m_view.toScreen(m_picture.places[node]);
        if (!seen.contains(middle) || m_picture.isHidden(node))
            continue;
        const QImage &image = discs.of(m_picture.inks[node], nodeRadius(m_picture, m_view, node));
        const double half = image.width() / image.devicePixelRatio() / 2;
        painter.drawImage(middle - QPointF(half, half), image);
    }
}

QList<GraphLabel> GraphPainter::labels(int most) const
{
    const QFontMetricsF metrics(m_style.font);
    const QRectF seen(QPointF(), m_view.size);
    QList<GraphLabel> result;
    std::vector<QRectF> discs; // names do not cover heavy nodes either
    for (size_t i = 0; i < m_picture.heaviest.size() && discs.size() < MostLookedAt && result.size() < most;
         ++i) {
        const quint32 node = m_picture.heaviest[i];
        if (m_picture.isHidden(node) || !seen.contains(m_view.toScreen(m_picture.places[node])) ||
            m_picture.names[node].isEmpty())
            continue;
        const QRectF around = disc(node);
        const QString &name = m_picture.names[node];
        const double width = metrics.horizontalAdvance(name);
        const double height = metrics.height();
        const QPointF right(around.right() + 4, around.center().y() - height / 2);
        const QPointF left(around.left() - 4 - width, right.y());
        const QPointF below(around.center().x() - width / 2, around.bottom() + 2);
        for (const QPointF corner : {right, left, below}) {
            const QRectF place(corner, QSizeF(width, height));
            const auto crosses = [&place](const QRectF &other) { return other.intersects(place); };
            if (!seen.contains(place) || std::ranges::any_of(discs, crosses) ||
                std::ranges::any_of(result, crosses, &GraphLabel::place))
                continue;
            result.append({node, place, name});
            break;
        }
        discs.push_back(around);
    }
    return result;
}

void GraphPainter::paintLabels(QPainter &painter, const QList<GraphLabel> &labels) const
{
    painter.setFont(m_style.font);
    const double ascent = QFontMetricsF(m_style.font).ascent();
    for (const GraphLabel &label : labels) {
        const QPointF at = label.place.topLeft() + QPointF(0, ascent);
        QColor ground = m_style.colors.base;
        ground.setAlphaF(0.75f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(label.place.adjusted(-2, 0, 2, 0), 3, 3);
        painter.setPen(m_style.colors.text);
        painter.drawText(at, label.text);
    }
}

void GraphPainter::paintNeighbours(QPainter &painter, quint32 node) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = m_view.toScreen(m_picture.places[node]);
    std::vector<quint32> others;
    QPen out(m_style.colors.accent, 1.4);
    QPen in(m_style.colors.warning, 1.4);
    for (const GraphPicture::Link &link : m_picture.links) {
        if (link.from != node && link.to != node)
            continue;
        const quint32 other = link.from == node ? link.to : link.from;
        if (m_picture.isHidden(other))
            continue;
        painter.setPen(link.from == node ? out : in);
        painter.drawLine(middle, m_view.toScreen(m_picture.places[other]));
        others.push_back(other);
        if (others.size() >= MostNeighbours)
            break;
    }
    painter.setPen(QPen(m_style.colors.base, 1));
    others.push_back(node);
    for (const quint32 other : others) {
        painter.setBrush(m_style.ink(m_picture.inks[other]));
        const double least = std::max(nodeRadius(m_picture, m_view, other), 3.0);
        painter.drawEllipse(m_view.toScreen(m_picture.places[other]), least, least);
    }
}

void GraphPainter::paintArrow(QPainter &painter, quint32 from, quint32 to) const
{
    const QLineF whole(m_view.toScreen(m_picture.places[from]), m_view.toScreen(m_picture.places[to]));
    const double gap = nodeRadius(m_picture, m_view, to) + 3;
    if (whole.length() <= gap)
        return;
    const QPointF along = (whole.p2() - whole.p1()) / whole.length();
    const QPointF across(-along.y(), along.x());
    const QPointF tip = whole.p2() - gap * along;
    const double head = std::min(HeadOfArrow, whole.length() / 2);
    const QPolygonF arrow{
        {tip, tip - head * along + head / 2 * across, tip - head * along - head / 2 * across}};
    // A border in the colour of the ground, so that it is seen on a dense picture.
    for (const auto &[color, width] : {std::pair(m_style.colors.base, 5.0), {m_style.colors.accent, 2.5}}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(color);
        painter.drawLine(whole.p1(), tip - head * along);
        painter.drawPolygon(arrow);
    }
}

void GraphPainter::paintWay(QPainter &painter, const std::vector<quint32> &nodes) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t i = 1; i < nodes.size(); ++i)
        paintArrow(painter, nodes[i - 1], nodes[i]);
    QList<GraphLabel> labels;
    const QFontMetricsF metrics(m_style.font);
    for (const quint32 node : nodes) {
        const QRectF around = disc(node);
        const QSizeF size(metrics.horizontalAdvance(m_picture.names[node]), metrics.height());
        const QRectF place({around.right() + 6, around.center().y() - size.height() / 2}, size);
        const auto crosses = [&place](const GraphLabel &other) { return other.place.intersects(place); };
        painter.setPen(QPen(m_style.colors.base, 1));
        painter.setBrush(m_style.ink(m_picture.inks[node]));
        const double radius = std::max(around.width() / 2, 3.0);
        painter.drawEllipse(around.center(), radius, radius);
        if (std::ranges::none_of(labels, crosses))
            labels.append({node, place, m_picture.names[node]});
    }
    paintLabels(painter, labels);
}

void GraphPainter::paintChosen(QPainter &painter, quint32 node) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF around = disc(node);
    const double radius = std::max(around.width() / 2, 3.0) + 3;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_style.colors.base, 4));
    painter.drawEllipse(around.center(), radius, radius);
    painter.setPen(QPen(m_style.colors.text, 2));
    painter.drawEllipse(around.center(), radius, radius);
}

} // namespace linnet::draw
