// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartfile.h"

#include "draw/chart/chartpainter.h"
#include "draw/chart/chartwords.h"
#include "draw/chart/textruler.h"
#include "draw/picturebytes.h"
#include "draw/savefile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QMarginsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PdfResolution = 1200;  ///< an inch
constexpr double MostPixels = 200e6; ///< 800 MB; more is a mistake

/// One element for each text. The generator would cut texts where their script changes, and the pieces would
/// drift apart in the font of another computer.
QByteArray svgTexts(const ChartLayout &layout, const ChartStyle &style)
{
    const QFont text = style.textFont();
    const QFont title = style.titleFont();
    const double rise = QFontMetricsF(text).ascent();
    const double titleRise = QFontMetricsF(title).ascent();
    QString xml = u"<g font-family=\"%1, sans-serif\" stroke=\"none\">\n"_s.arg(
        QFontInfo(text).family().remove(u',').toHtmlEscaped());
    for (const PlacedText &placed : layout.texts) {
        const bool isTitle = placed.role == TextRole::Title;
        // The text comes last, so that nothing in it is taken for a place.
        xml += u"<text x=\"%1\" y=\"%2\" font-size=\"%3\" font-weight=\"%4\" fill=\"%5\">"_s
                   .arg(placed.place.left())
                   .arg(placed.place.top() + (isTitle ? titleRise : rise))
                   .arg((isTitle ? title : text).pixelSize())
                   .arg(isTitle ? 600 : 400)
                   .arg(textInk(placed.role, style).name());
        xml += placed.text.toHtmlEscaped() + "</text>\n"_L1;
    }
    return (xml + "</g>\n"_L1).toUtf8();
}

} // namespace

ChartFile::ChartFile(Chart chart, ChartStyle style, QSizeF size)
    : m_chart(std::move(chart))
    , m_style(std::move(style))
    , m_size(size)
{
    if (m_size.height() < 1)
        m_size.setHeight(chartHeight(m_chart, m_size.width(), m_style));
    m_size = QSizeF(std::ceil(m_size.width()), std::ceil(m_size.height()));
}

QString ChartFile::description() const
{
    return ChartWords(m_chart, m_style.locale).caption();
}

Result<QImage> ChartFile::image(double scale) const
{
    const QSizeF pixels = m_size * scale;
    if (!(pixels.width() >= 1 && pixels.height() >= 1 && pixels.width() * pixels.height() <= MostPixels))
        return fail(Reason::BadValue,
                    u"a picture of %1 x %2 pixels"_s.arg(pixels.width()).arg(pixels.height()));
    QImage image(pixels.toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return fail(Reason::BadValue,
                    u"a picture of %1 x %2 pixels"_s.arg(pixels.width()).arg(pixels.height()));
    image.fill(m_style.colors.base);
    image.setDotsPerMeterX(qRound(PixelsPerInch * scale / 0.0254));
    image.setDotsPerMeterY(qRound(PixelsPerInch * scale / 0.0254));
    image.setText(u"Title"_s, TextRuler::oneLine(m_chart.title));
    image.setText(u"Description"_s, description());
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintChart(painter, {{}, m_size}, m_chart, m_style);
    return image;
}

Result<QByteArray> ChartFile::png(double scale) const
{
    const Result<QImage> picture = image(scale);
    if (!picture)
        return std::unexpected(picture.error());
    return pngBytes(*picture);
}

QByteArray ChartFile::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly); // in memory
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(PixelsPerInch);
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF({}, m_size));
    const ChartLayout layout = layOut(m_chart, {{}, m_size}, m_style);
    QPainter painter(&generator);
    paintChart(painter, m_chart, layout, m_style, {.chosen = {}, .texts = false});
    painter.end();
    bytes.insert(bytes.lastIndexOf("</svg>"), svgTexts(layout, m_style));
    // Not by the generator, which writes markup in a title as it stands.
    const QString words = "<title>"_L1 + TextRuler::oneLine(m_chart.title).toHtmlEscaped() +
                          "</title>\n<desc>"_L1 + description().toHtmlEscaped() + "</desc>\n"_L1;
    bytes.insert(bytes.indexOf("<defs>"), words.toUtf8());
    return bytes;
}

Result<QByteArray> ChartFile::pdf() const
{
    return pdfBytes(m_size, PdfResolution, TextRuler::oneLine(m_chart.title), [this](QPainter &painter) {
        paintChart(painter, {{}, m_size}, m_chart, m_style);
    });
}

Result<QByteArray> ChartFile::bytes(Format format) const
{
    switch (format) {
    case Format::Png:
        return png();
    case Format::Svg:
        return svg();
    case Format::Pdf:
        return pdf();
    }
    Q_UNREACHABLE();
}

std::optional<ChartFile::Format> ChartFile::formatOfPath(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "png"_L1)
        return Format::Png;
    if (ending == "svg"_L1)
        return Format::Svg;
    if (ending == "pdf"_L1)
        return Format::Pdf;
    return {};
}

Result<void> ChartFile::save(const QString &path) const
{
    const std::optional<Format> format = formatOfPath(path);
    if (!format)
        return fail(Reason::BadValue, path + u": .png, .svg, .pdf"_s);
    const Result<QByteArray> content = bytes(*format);
    if (!content)
        return std::unexpected(content.error());
    return saveFile(path, *content);
}

} // namespace linnet::draw
