// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "draw/chart/chart.h"
#include "draw/chart/chartstyle.h"

#include <QByteArray>
#include <QSizeF>

class QImage;

namespace linnet::draw {

/// A chart as a picture in a file: PNG, SVG with its texts as texts, or PDF of one page. For any thread that
/// may use fonts; a QGuiApplication must exist.
class ChartFile
{
public:
    enum class Format : quint8
    {
        Png,
        Svg,
        Pdf,
    };

    /// The size is in pixels of 1/96 inch; what is below 1 is what the chart needs at that width.
    ChartFile(Chart chart, ChartStyle style, QSizeF size);

    /// As many pixels a side of the PNG as the size has, times `scale` (above 0). Reason::BadValue when no
    /// image is so large.
    Result<QByteArray> png(double scale = 2) const;
    Result<QImage> image(double scale = 2) const;
    QByteArray svg() const;
    Result<QByteArray> pdf() const;

    Result<QByteArray> bytes(Format format) const;
    /// Replaces the file as a whole or not at all. The format is that of the ending; Reason::BadValue for
    /// any other, Io or DiskFull when it cannot be written, with the path and what the system says.
    Result<void> save(const QString &path) const;

    /// By ending, case ignored.
    static std::optional<Format> formatOfPath(const QString &path);

private:
    QString description() const;

    Chart m_chart;
    ChartStyle m_style;
    QSizeF m_size;
};

} // namespace linnet::draw
