// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/gexfwriter.h"

#include "exports/graph/graphpump.h"
#include "table/linkschema.h"

#include <QCoreApplication>
#include <QDate>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

constinit const ExportFormat formats::Gexf{
    .id = "gexf"_L1,
    .ending = "gexf"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "GEXF"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports",
                              "A map of links for Gephi: each page is a dot with its title and "
                              "status, each link a line between two dots"),
    .table = &table::linkSchema,
    .madeOf = "a graph is made of the table of links",
    .columns = ExportFormat::Columns::Own,
    .isGraph = true,
    .write = &writeGraph<GexfWriter>,
};

void GexfWriter::putBegin()
{
    m_xml.begin();
    m_xml.start(u"gexf"_s);
    m_xml.attribute(u"xmlns"_s, u"http://gexf.net/1.3");
    m_xml.attribute(u"version"_s, u"1.3");
    m_xml.endLine();
    m_xml.start(u"meta"_s);
    m_xml.attribute(u"lastmodifieddate"_s, QDate::currentDate().toString(Qt::ISODate));
    m_xml.start(u"creator"_s);
    m_xml.text(u"Linnet " LINNET_VERSION);
    m_xml.end();
    m_xml.start(u"description"_s);
    m_xml.text(u"Pages and the links between them");
    m_xml.end();
    m_xml.end();
    m_xml.endLine();
    m_xml.start(u"graph"_s);
    m_xml.attribute(u"defaultedgetype"_s, u"directed");
    m_xml.attribute(u"mode"_s, u"static");
    m_xml.endLine();
    putAttributes(u"node", m_nodeColumns);
    putAttributes(u"edge", m_edgeColumns);
    m_xml.start(u"nodes"_s);
    m_xml.endLine();
}

void GexfWriter::putAttributes(QStringView of, const Columns &columns)
{
    m_xml.start(u"attributes"_s);
    m_xml.attribute(u"class"_s, of);
    m_xml.endLine();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        m_xml.empty(u"attribute"_s);
        m_xml.attribute(u"id"_s, i);
        m_xml.attribute(u"title"_s, QString(columns[i]->key));
        m_xml.attribute(u"type"_s, QString(typeOf(columns[i]->type)));
        m_xml.endLine();
    }
    m_xml.end();
    m_xml.endLine();
}

void GexfWriter::putValues(const table::Cells &cells)
{
    m_xml.start(u"attvalues"_s);
    for (size_t i = 0; i < cells.size(); ++i) {
        if (isEmpty(cells[i]))
            continue;
        m_xml.empty(u"attvalue"_s);
        m_xml.attribute(u"for"_s, qint64(i));
        m_xml.attribute(u"value"_s, table::toText(cells[i]));
    }
    m_xml.end();
}

void GexfWriter::putNode(qint64 id, const QString &url, const table::Cells &cells)
{
    m_xml.start(u"node"_s);
    m_xml.attribute(u"id"_s, id);
    m_xml.attribute(u"label"_s, url);
    putValues(cells);
    m_xml.end();
    m_xml.endLine();
}

void GexfWriter::putBeginEdges()
{
    m_xml.end();
    m_xml.endLine();
    m_xml.start(u"edges"_s);
    m_xml.endLine();
}

void GexfWriter::putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells)
{
    m_xml.start(u"edge"_s);
    m_xml.attribute(u"id"_s, id);
    m_xml.attribute(u"source"_s, source);
    m_xml.attribute(u"target"_s, target);
    putValues(cells);
    m_xml.end();
    m_xml.endLine();
}

void GexfWriter::putEnd()
{
    for (int i = 0; i < 3; ++i) { // edges, graph, gexf
        m_xml.end();
        m_xml.endLine();
    }
}

} // namespace linnet::exports
