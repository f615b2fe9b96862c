// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/graphmlwriter.h"

#include "exports/graph/graphpump.h"
#include "table/linkschema.h"

#include <QCoreApplication>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

constinit const ExportFormat formats::GraphMl{
    .id = "graphml"_L1,
    .ending = "graphml"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "GraphML"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "The same map of links for yEd, igraph, NetworkX and R"),
    .table = &table::linkSchema,
    .madeOf = "a graph is made of the table of links",
    .columns = ExportFormat::Columns::Own,
    .isGraph = true,
    .write = &writeGraph<GraphMlWriter>,
};

void GraphMlWriter::putBegin()
{
    m_xml.begin();
    m_xml.start(u"graphml"_s);
    m_xml.attribute(u"xmlns"_s, u"http://graphml.graphdrawing.org/xmlns");
    m_xml.attribute(u"xmlns:xsi"_s, u"http://www.w3.org/2001/XMLSchema-instance");
    m_xml.attribute(u"xsi:schemaLocation"_s, u"http://graphml.graphdrawing.org/xmlns "
                                             "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
    m_xml.endLine();
    putKey(u"node", 0, u"url"_s, table::ColumnType::Url);
    for (qsizetype i = 0; i < m_nodeColumns.size(); ++i)
        putKey(u"node", i + 1, m_nodeColumns[i]->key, m_nodeColumns[i]->type);
    for (qsizetype i = 0; i < m_edgeColumns.size(); ++i)
        putKey(u"edge", i, m_edgeColumns[i]->key, m_edgeColumns[i]->type);
    m_xml.start(u"graph"_s);
    m_xml.attribute(u"id"_s, u"links");
    m_xml.attribute(u"edgedefault"_s, u"directed");
    m_xml.endLine();
}

void GraphMlWriter::putKey(QStringView of, qint64 number, const QString &name, table::ColumnType type)
{
    m_xml.empty(u"key"_s);
    m_xml.attribute(u"id"_s, of.front() + QString::number(number));
    m_xml.attribute(u"for"_s, of);
    m_xml.attribute(u"attr.name"_s, name);
    m_xml.attribute(u"attr.type"_s, QString(typeOf(type)));
    m_xml.endLine();
}

void GraphMlWriter::putData(QChar of, qint64 number, const table::Value &value)
{
    if (isEmpty(value))
        return;
    m_xml.start(u"data"_s);
    m_xml.attribute(u"key"_s, of + QString::number(number));
    m_xml.text(table::toText(value));
    m_xml.end();
}

void GraphMlWriter::putNode(qint64 id, const QString &url, const table::Cells &cells)
{
    m_xml.start(u"node"_s);
    m_xml.attribute(u"id"_s, id);
    putData(u'n', 0, url);
    for (size_t i = 0; i < cells.size(); ++i)
        putData(u'n', qint64(i) + 1, cells[i]);
    m_xml.end();
    m_xml.endLine();
}

void GraphMlWriter::putBeginEdges() {}

void GraphMlWriter::putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells)
{
    m_xml.start(u"edge"_s);
    m_xml.attribute(u"id"_s, u'e' + QString::number(id));
    m_xml.attribute(u"source"_s, source);
    m_xml.attribute(u"target"_s, target);
    for (size_t i = 0; i < cells.size(); ++i)
        putData(u'e', qint64(i), cells[i]);
    m_xml.end();
    m_xml.endLine();
}

void GraphMlWriter::putEnd()
{
    for (int i = 0; i < 2; ++i) { // graph, graphml
        m_xml.end();
        m_xml.endLine();
    }
}

} // namespace linnet::exports
