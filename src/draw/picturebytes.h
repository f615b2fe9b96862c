// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>

class QImage;
class QPainter;

namespace linnet::draw {

/// Pixels an inch of all sizes of pictures.
inline constexpr int PixelsPerInch = 96;

/// An image packed as PNG.
Result<QByteArray> pngBytes(const QImage &image);

/// One page of PDF as large as the picture, without margins; size is in pixels of 1/96 inch, and so is what
/// `paint` paints. perInch: how finely its lines are placed. Needs a QGuiApplication.
Result<QByteArray> pdfBytes(QSizeF size, int perInch, const QString &title,
                            const std::function<void(QPainter &painter)> &paint);

} // namespace linnet::draw
