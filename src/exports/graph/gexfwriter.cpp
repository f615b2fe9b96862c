// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/gexfwriter.h"

#include "exports/file/xmltext.h"

#include <QDate>

namespace linnet::exports {

namespace {

QByteArrayView typeOf(table::ColumnType type)
{
    switch (type) {
    case table::ColumnType::Integer:
        return "long";
    case table::ColumnType::Real:
        return "double";
    case table::ColumnType::Bool:
        return "boolean";
    default:
        return "string";
    }
}

} // namespace

void GexfWriter::putBegin()
{
    m_out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<meta lastmodifieddate=\"");
    m_out.putText(QDate::currentDate().toString(Qt::ISODate));
    m_out.put("\"><creator>Linnet " LINNET_VERSION
              "</creator><description>Pages and the links between them</description></meta>\n"
              "<graph defaultedgetype=\"directed\" mode=\"static\">\n");
    putAttributes("node", m_nodeColumns);
    putAttributes("edge", m_edgeColumns);
    m_out.put("<nodes>\n");
}

void GexfWriter::putAttributes(QByteArrayView of, const Columns &columns)
{
    m_out.put("<attributes class=\"");
    m_out.put(of);
    m_out.put("\">\n");
    for (qsizetype i = 0; i < columns.size(); ++i) {
        m_out.put("<attribute id=\"");
        putNumber(i);
        m_out.put("\" title=\"");
        m_out.put(QByteArrayView(columns[i]->key));
        m_out.put("\" type=\"");
        m_out.put(typeOf(columns[i]->type));
        m_out.put("\"/>\n");
    }
    m_out.put("</attributes>\n");
}

void GexfWriter::putValues(const table::Cells &cells)
{
    m_out.put("<attvalues>");
    for (size_t i = 0; i < cells.size(); ++i) {
        if (isEmpty(cells[i]))
            continue;
        m_out.put("<attvalue for=\"");
        putNumber(qint64(i));
        m_out.put("\" value=\"");
        putXml(m_out, table::toText(cells[i]));
        m_out.put("\"/>");
    }
    m_out.put("</attvalues>");
}

void GexfWriter::putNode(qint64 id, const QString &url, const table::Cells &cells)
{
    m_out.put("<node id=\"");
    putNumber(id);
    m_out.put("\" label=\"");
    putXml(m_out, url);
    m_out.put("\">");
    putValues(cells);
    m_out.put("</node>\n");
}

void GexfWriter::putBeginEdges()
{
    m_out.put("</nodes>\n<edges>\n");
}

void GexfWriter::putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells)
{
    m_out.put("<edge id=\"");
    putNumber(id);
    m_out.put("\" source=\"");
    putNumber(source);
    m_out.put("\" target=\"");
    putNumber(target);
    m_out.put("\">");
    putValues(cells);
    m_out.put("</edge>\n");
}

void GexfWriter::putEnd()
{
    m_out.put("</edges>\n</graph>\n</gexf>\n");
}

} // namespace linnet::exports
