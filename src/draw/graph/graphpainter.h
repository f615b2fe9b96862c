// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphstyle.h"
#include "draw/graph/graphview.h"

#include <QImage>

#include <stop_token>

class QPainter;

namespace linnet::draw {

/// A node's name beside it.
struct GraphLabel
{
    quint32 node = 0;
    QRectF place; ///< of the text, in pixels of the view
    QString text;
};

/// Draws pictures of graphs.
class GraphPainter
{
public:
    GraphPainter(const GraphPicture &picture, GraphStyle style, const GraphView &view)
        : m_picture(picture)
        , m_style(std::move(style))
        , m_view(view)
    {
    }

    /// Links and nodes on the ground, without names. A null image after a stop was requested. Any thread.
    QImage image(double ratio, const std::stop_token &stop = {}) const;
    /// Names of the heaviest nodes that are seen, none over another, at most so many.
    QList<GraphLabel> labels(int most) const;
    void paintLabels(QPainter &painter, const QList<GraphLabel> &labels) const;
    /// A node and its links as lines above the rest; for what the mouse is on.
    void paintNeighbours(QPainter &painter, quint32 node) const;
    /// A way from node to node: arrows above the rest, and the names of its nodes.
    void paintWay(QPainter &painter, const std::vector<quint32> &nodes) const;
    /// A ring around a node.
    void paintChosen(QPainter &painter, quint32 node) const;
    /// Nodes alone.
    void paintNodes(QPainter &painter, const std::stop_token &stop = {}) const;

private:
    QRectF disc(quint32 node) const;
    void paintArrow(QPainter &painter, quint32 from, quint32 to) const;

    const GraphPicture &m_picture;
    GraphStyle m_style;
    GraphView m_view;
};

} // namespace linnet::draw
