// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/logo.h"

#include "base/boundedfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>
#include <QPainter>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize LargestLogo(480, 160); ///< pixels: twice what is shown, for fine screens and paper
constexpr qint64 MostPixels = 50'000'000;

/// Texts of this file.
struct LogoWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::report::Logo)
};

std::unexpected<Error> noPicture(const QString &path)
{
    return fail(Reason::BadFile,
                LogoWords::tr("%1 is no PNG or JPEG picture; save the logo as one of these").arg(path));
}

/// By its bytes: names of files say nothing.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    return bytes.startsWith("\xff\xd8\xff") ? "jpeg" : "";
}

} // namespace

Result<Logo> readLogo(const QString &path)
{
    const auto bytes = readBounded(path, MostLogoBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray format = formatOf(*bytes);
    if (format.isEmpty())
        return noPicture(path);
    QBuffer in;
    in.setData(*bytes);
    in.open(QIODevice::ReadOnly); // in memory
    QImageReader reader(&in, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid())
        return noPicture(path);
    if (qint64(size.width()) * size.height() > MostPixels)
        return fail(Reason::TooLarge, u"%1: %2 × %3"_s.arg(path).arg(size.width()).arg(size.height()));
    QImage image = reader.read();
    if (image.isNull())
        return noPicture(path);
    if (image.width() > LargestLogo.width() || image.height() > LargestLogo.height())
        image = image.scaled(LargestLogo, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    // Onto a new one: an image carries what else stood in its file.
    QImage clean(image.size(), QImage::Format_ARGB32_Premultiplied);
    clean.fill(Qt::transparent);
    QPainter(&clean).drawImage(QRect({}, image.size()), image);
    Logo logo;
    QBuffer out(&logo.png);
    out.open(QIODevice::WriteOnly); // in memory
    if (!clean.save(&out, "PNG"))
        return noPicture(path);
    logo.size = clean.size();
    return logo;
}

} // namespace linnet::report
