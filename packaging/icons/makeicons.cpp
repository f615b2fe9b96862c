// SPDX-License-Identifier: GPL-3.0-or-later
// makeicons SVG FOLDER: paints the program's icon in the sizes that systems want, as N.png, linnet.ico
// (Windows) and linnet.icns (macOS). Run by the build.
#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtEndian>

#include <cstdio>

namespace {

QByteArray painted(QSvgRenderer &svg, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    svg.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

template <typename Number> QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray big(quint32 number)
{
    QByteArray bytes(sizeof(number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// Windows takes PNG inside since Vista: a directory of 16 bytes each, then the pictures.
QByteArray ico(QSvgRenderer &svg, const QList<int> &sizes)
{
    QByteArray directory = little<quint16>(0) + little<quint16>(1) + little(quint16(sizes.size()));
    QByteArray pictures;
    const qsizetype begin = directory.size() + 16 * sizes.size();
    for (const int size : sizes) {
        const QByteArray png = painted(svg, size);
        const char side = char(size >= 256 ? 0 : size);
        directory += side;
        directory += side;
        directory += QByteArray(2, '\0') + little<quint16>(1) + little<quint16>(32) +
                     little(quint32(png.size())) + little(quint32(begin + pictures.size()));
        pictures += png;
    }
    return directory + pictures;
}

/// Apple's icon file: a type of four letters, a length that counts its head, PNG.
QByteArray icns(QSvgRenderer &svg)
{
    QByteArray entries;
    for (const auto &[type, size] :
         {std::pair{"icp4", 16}, {"icp5", 32}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024}}) {
        const QByteArray png = painted(svg, size);
        entries += type + big(quint32(png.size() + 8)) + png;
    }
    return "icns" + big(quint32(entries.size() + 8)) + entries;
}

bool write(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "makeicons SVG FOLDER\n");
        return 2;
    }
    QSvgRenderer svg(QString::fromLocal8Bit(argv[1]));
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    bool isWritten = svg.isValid() && folder.mkpath(QStringLiteral("."));
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        isWritten = isWritten && write(folder, QStringLiteral("%1.png").arg(size), painted(svg, size));
    isWritten = isWritten &&
                write(folder, QStringLiteral("linnet.ico"), ico(svg, {16, 24, 32, 48, 64, 256})) &&
                write(folder, QStringLiteral("linnet.icns"), icns(svg));
    if (!isWritten)
        std::fprintf(stderr, "makeicons: could not paint %s into %s\n", argv[1], argv[2]);
    return isWritten ? 0 : 1;
}
