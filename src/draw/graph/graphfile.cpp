// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/graphfile.h"

#include "draw/graph/graphpainter.h"
#include "draw/picturebytes.h"
#include "draw/savefile.h"

#include <QFileInfo>
#include <QPainter>
#include <QXmlStreamWriter>

#include <cmath>

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PdfPerInch = 600;
constexpr double PdfImageScale = 2;
constexpr int NamesOnPicture = 60;

QString rounded(double value)
{
    return QString::number(std::round(value * 100) / 100, 'f', 2);
}

} // namespace

GraphFile::GraphFile(const GraphPicture &picture, GraphStyle style, QSizeF size)
    : m_picture(picture)
    , m_style(std::move(style))
    , m_size(size)
{
}

Result<QByteArray> GraphFile::png(double scale) const
{
    const GraphView view = GraphView::whole(m_picture, m_size);
    const GraphPainter graph(m_picture, m_style, view);
    QImage image = graph.image(scale);
    if (image.isNull())
        return fail(Reason::TooLarge, u"the picture does not fit into memory"_s);
    QPainter painter(&image);
    graph.paintLabels(painter, graph.labels(NamesOnPicture));
    painter.end();
    return pngBytes(image);
}

Result<QByteArray> GraphFile::svg() const
{
    if (m_picture.size() > MostCircles)
        return fail(Reason::TooLarge,
                    u"an SVG of %1 nodes is more than programs open well (%2 at most): save a PNG"_s
                        .arg(m_picture.size())
                        .arg(MostCircles));
    const GraphView view = GraphView::whole(m_picture, m_size);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(0);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    xml.writeStartElement(u"svg"_s);
    xml.writeAttribute(u"width"_s, rounded(m_size.width()));
    xml.writeAttribute(u"height"_s, rounded(m_size.height()));
    xml.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(rounded(m_size.width()), rounded(m_size.height())));
    xml.writeEmptyElement(u"rect"_s);
    xml.writeAttribute(u"width"_s, u"100%"_s);
    xml.writeAttribute(u"height"_s, u"100%"_s);
    xml.writeAttribute(u"fill"_s, m_style.colors.base.name());
    xml.writeStartElement(u"g"_s);
    xml.writeAttribute(u"stroke"_s, m_style.link().name());
    xml.writeAttribute(u"stroke-opacity"_s, m_picture.links.size() > 5000 ? u"0.12"_s : u"0.35"_s);
    for (size_t i = 0; i < m_picture.links.size(); ++i) {
        const auto [from, to] = m_picture.links[i];
        if (m_picture.isHidden(from) || m_picture.isHidden(to))
            continue;
        const QPointF start = view.toScreen(m_picture.places[from]);
        const QPointF end = view.toScreen(m_picture.places[to]);
        xml.writeEmptyElement(u"line"_s);
        xml.writeAttribute(u"x1"_s, rounded(start.x()));
        xml.writeAttribute(u"y1"_s, rounded(start.y()));
        xml.writeAttribute(u"x2"_s, rounded(end.x()));
        xml.writeAttribute(u"y2"_s, rounded(end.y()));
    }
    xml.writeEndElement();
    for (auto node = m_picture.heaviest.rbegin(); node != m_picture.heaviest.rend(); ++node) {
        if (m_picture.isHidden(*node))
            continue;
        const QPointF middle = view.toScreen(m_picture.places[*node]);
        xml.writeStartElement(u"circle"_s);
        xml.writeAttribute(u"cx"_s, rounded(middle.x()));
        xml.writeAttribute(u"cy"_s, rounded(middle.y()));
        xml.writeAttribute(u"r"_s, rounded(nodeRadius(m_picture, view, *node)));
        xml.writeAttribute(u"fill"_s, m_style.ink(m_picture.inks[*node]).name());
        xml.writeTextElement(u"title"_s, m_picture.wholeName(*node));
        xml.writeEndElement();
    }
    xml.writeStartElement(u"g"_s);
    xml.writeAttribute(u"font-family"_s, u"sans-serif"_s);
    xml.writeAttribute(u"font-size"_s, u"12"_s);
    xml.writeAttribute(u"fill"_s, m_style.colors.text.name());
    for (const GraphLabel &label : GraphPainter(m_picture, m_style, view).labels(NamesOnPicture)) {
        xml.writeStartElement(u"text"_s);
        xml.writeAttribute(u"x"_s, rounded(label.place.left()));
        xml.writeAttribute(u"y"_s, rounded(label.place.top() + 0.8 * label.place.height()));
        xml.writeCharacters(label.text);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<QByteArray> GraphFile::pdf() const
{
    const GraphView view = GraphView::whole(m_picture, m_size);
    const GraphPainter graph(m_picture, m_style, view);
    const QImage image = graph.image(PdfImageScale);
    if (image.isNull())
        return fail(Reason::TooLarge, u"the picture does not fit into memory"_s);
    return pdfBytes(m_size, PdfPerInch, {}, [&](QPainter &painter) {
        painter.drawImage(QRectF({}, m_size), image);
        graph.paintLabels(painter, graph.labels(NamesOnPicture));
    });
}

QByteArray GraphFile::gexf() const
{
    const QString gexfName = u"http://gexf.net/1.3"_s;
    const QString vizName = u"http://gexf.net/1.3/viz"_s;
    const GraphView view = GraphView::whole(m_picture, m_size);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(0);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(gexfName);
    xml.writeNamespace(vizName, u"viz"_s);
    xml.writeStartElement(gexfName, u"gexf"_s);
    xml.writeAttribute(u"version"_s, u"1.3"_s);
    xml.writeStartElement(gexfName, u"graph"_s);
    xml.writeAttribute(u"defaultedgetype"_s, u"directed"_s);
    xml.writeStartElement(gexfName, u"nodes"_s);
    for (quint32 node = 0; node < m_picture.size(); ++node) {
        if (m_picture.isHidden(node))
            continue;
        const QPointF place = view.toScreen(m_picture.places[node]);
        const QColor color = m_style.ink(m_picture.inks[node]);
        xml.writeStartElement(gexfName, u"node"_s);
        xml.writeAttribute(u"id"_s, QString::number(node));
        xml.writeAttribute(u"label"_s, m_picture.wholeName(node));
        xml.writeEmptyElement(vizName, u"position"_s);
        xml.writeAttribute(u"x"_s, rounded(place.x()));
        xml.writeAttribute(u"y"_s, rounded(-place.y()));
        xml.writeEmptyElement(vizName, u"size"_s);
        xml.writeAttribute(u"value"_s, rounded(2 * nodeRadius(m_picture, view, node)));
        xml.writeEmptyElement(vizName, u"color"_s);
        xml.writeAttribute(u"r"_s, QString::number(color.red()));
        xml.writeAttribute(u"g"_s, QString::number(color.green()));
        xml.writeAttribute(u"b"_s, QString::number(color.blue()));
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement(gexfName, u"edges"_s);
    for (size_t i = 0; i < m_picture.links.size(); ++i) {
        const auto [from, to] = m_picture.links[i];
        if (m_picture.isHidden(from) || m_picture.isHidden(to))
            continue;
        xml.writeEmptyElement(gexfName, u"edge"_s);
        xml.writeAttribute(u"id"_s, QString::number(i));
        xml.writeAttribute(u"source"_s, QString::number(from));
        xml.writeAttribute(u"target"_s, QString::number(to));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<void> GraphFile::save(const QString &path) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const Result<QByteArray> content = ending == "png"_L1   ? png()
                                       : ending == "svg"_L1 ? svg()
                                       : ending == "pdf"_L1 ? pdf()
                                       : ending == "gexf"_L1
                                           ? Result<QByteArray>(gexf())
                                           : fail(Reason::BadValue, path + u": .png, .svg, .pdf, .gexf"_s);
    if (!content)
        return std::unexpected(content.error());
    return saveFile(path, *content);
}

} // namespace linnet::draw
