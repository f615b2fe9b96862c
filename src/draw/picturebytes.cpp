// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/picturebytes.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

Result<QByteArray> pngBytes(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return fail(Reason::Io, u"the picture could not be packed as PNG"_s);
    return bytes;
}

Result<QByteArray> pdfBytes(QSizeF size, int perInch, const QString &title,
                            const std::function<void(QPainter &painter)> &paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly); // in memory
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(u"Linnet"_s);
    writer.setResolution(perInch);
    writer.setPageSize(QPageSize(size * 72 / PixelsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(Reason::Io, u"the picture could not be made as PDF"_s);
    painter.scale(double(perInch) / PixelsPerInch, double(perInch) / PixelsPerInch);
    paint(painter);
    painter.end();
    return bytes;
}

} // namespace linnet::draw
