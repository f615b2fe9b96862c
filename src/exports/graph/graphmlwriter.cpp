// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/graphmlwriter.h"

#include "exports/file/xmltext.h"

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

void GraphMlWriter::putBegin()
{
    m_out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
              "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
              "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
              "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    putKey("node", 0, "url", table::ColumnType::Url);
    for (qsizetype i = 0; i < m_nodeColumns.size(); ++i)
        putKey("node", i + 1, m_nodeColumns[i]->key, m_nodeColumns[i]->type);
    for (qsizetype i = 0; i < m_edgeColumns.size(); ++i)
        putKey("edge", i, m_edgeColumns[i]->key, m_edgeColumns[i]->type);
    m_out.put("<graph id=\"links\" edgedefault=\"directed\">\n");
}

void GraphMlWriter::putKey(QByteArrayView of, qint64 number, QByteArrayView name, table::ColumnType type)
{
    m_out.put("<key id=\"");
    m_out.put(of[0]);
    putNumber(number);
    m_out.put("\" for=\"");
    m_out.put(of);
    m_out.put("\" attr.name=\"");
    m_out.put(name);
    m_out.put("\" attr.type=\"");
    m_out.put(typeOf(type));
    m_out.put("\"/>\n");
}

void GraphMlWriter::putData(char of, qint64 number, const table::Value &value)
{
    if (isEmpty(value))
        return;
    m_out.put("<data key=\"");
    m_out.put(of);
    putNumber(number);
    m_out.put("\">");
    putXml(m_out, table::toText(value));
    m_out.put("</data>");
}

void GraphMlWriter::putNode(qint64 id, const QString &url, const table::Cells &cells)
{
    m_out.put("<node id=\"");
    putNumber(id);
    m_out.put("\">");
    putData('n', 0, url);
    for (size_t i = 0; i < cells.size(); ++i)
        putData('n', qint64(i) + 1, cells[i]);
    m_out.put("</node>\n");
}

void GraphMlWriter::putBeginEdges() {}

void GraphMlWriter::putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells)
{
    m_out.put("<edge id=\"e");
    putNumber(id);
    m_out.put("\" source=\"");
    putNumber(source);
    m_out.put("\" target=\"");
    putNumber(target);
    m_out.put("\">");
    for (size_t i = 0; i < cells.size(); ++i)
        putData('e', qint64(i), cells[i]);
    m_out.put("</edge>\n");
}

void GraphMlWriter::putEnd()
{
    m_out.put("</graph>\n</graphml>\n");
}

} // namespace linnet::exports
