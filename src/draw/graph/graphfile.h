// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "draw/graph/graphstyle.h"

#include <QByteArray>
#include <QSizeF>

namespace linnet::draw {

/// A whole graph as a picture in a file, with the names of its heaviest nodes: PNG, SVG with a circle for
/// each node, PDF of one page, or GEXF. One picture gives one file. For any thread that may use fonts; a
/// QGuiApplication must exist. The picture outlives it.
class GraphFile
{
public:
    /// An SVG has no more nodes: no viewer opens it well.
    static constexpr quint32 MostCircles = 20'000;
    static QSizeF usualSize() { return {1600, 1000}; }

    /// The size is in pixels of 1/96 inch.
    GraphFile(const GraphPicture &picture, GraphStyle style, QSizeF size);

    /// As many pixels a side as the size has, times `scale`. Reason::TooLarge when no image is so large.
    Result<QByteArray> png(double scale = 2) const;
    /// Places are rounded to a hundredth. Reason::TooLarge with more nodes than MostCircles.
    Result<QByteArray> svg() const;
    Result<QByteArray> pdf() const;
    /// GEXF 1.3 with the places, sizes and colours of the picture, so that Gephi opens it as it is seen; y
    /// grows upwards there.
    QByteArray gexf() const;
    /// Replaces the file as a whole or not at all. The kind is that of the ending; Reason::BadValue for any
    /// other, Io or DiskFull when it cannot be written.
    Result<void> save(const QString &path) const;

private:
    const GraphPicture &m_picture;
    GraphStyle m_style;
    QSizeF m_size;
};

} // namespace linnet::draw
