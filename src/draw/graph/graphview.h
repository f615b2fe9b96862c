// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphpicture.h"

#include <QRectF>
#include <QSizeF>

#include <optional>

namespace linnet::draw {

/// Which part of a picture is seen, and how large.
struct GraphView
{
    QSizeF size;      ///< of what is drawn on, in pixels
    QPointF centre;   ///< of the picture, in its unit
    double scale = 1; ///< pixels to the unit
    double usual = 1; ///< the scale at which the whole picture is seen

    /// The whole picture with a margin around it.
    static GraphView whole(const GraphPicture &picture, QSizeF size);

    QPointF toScreen(QPointF place) const
    {
        return (place - centre) * scale + QPointF(size.width() / 2, size.height() / 2);
    }
    QPointF fromScreen(QPointF pixel) const
    {
        return (pixel - QPointF(size.width() / 2, size.height() / 2)) / scale + centre;
    }
    /// What is under a pixel stays there; bounded to what is of use.
    GraphView zoomed(double by, QPointF around) const;
    GraphView moved(QPointF pixels) const;
    bool operator==(const GraphView &) const = default;
};

/// Of a node's disc, in pixels. Nodes grow when a view comes nearer, but less than what is between them.
double nodeRadius(const GraphPicture &picture, const GraphView &view, quint32 node);
/// The node that a pixel means: the nearest of those whose disc is at most `reach` away.
std::optional<quint32> nodeAt(const GraphPicture &picture, const GraphView &view, QPointF pixel,
                              double reach);
std::vector<quint32> nodesIn(const GraphPicture &picture, const GraphView &view, const QRectF &pixels);

} // namespace linnet::draw
