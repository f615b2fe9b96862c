// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/dotwriter.h"

#include "exports/file/xmltext.h"
#include "exports/graph/graphpump.h"
#include "table/linkschema.h"

#include <QCoreApplication>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

constinit const ExportFormat formats::Dot{
    .id = "dot"_L1,
    .ending = "dot"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "DOT"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports",
                              "The same map of links for Graphviz, which draws it as a picture"),
    .table = &table::linkSchema,
    .madeOf = "a graph is made of the table of links",
    .columns = ExportFormat::Columns::Own,
    .isGraph = true,
    .write = &writeGraph<DotWriter>,
};

void DotWriter::putBegin()
{
    m_out.put("digraph links {\nnode [shape=box];\n");
}

/// In quotes only \" means something to the language; a backslash is doubled, since layouts read escapes in
/// labels and one at the end would swallow the quote. A carriage return or other control character has no way
/// in.
void DotWriter::putQuoted(QStringView text, Kind kind)
{
    m_out.put('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        QByteArrayView instead;
        if (unit == u'"')
            instead = "\\\"";
        else if (unit == u'\\')
            instead = "\\\\";
        else if (unit == u'\n' || unit == u'\r')
            instead = " ";
        else if (unit == u'&' && kind == Kind::Label)
            instead = "&amp;";
        else if (isForbiddenInXml(unit))
            instead = "\xEF\xBF\xBD";
        if (instead.isEmpty())
            continue;
        m_out.putText(text.sliced(from, i - from));
        m_out.put(instead);
        from = i + 1;
    }
    m_out.putText(text.sliced(from));
    m_out.put('"');
}

void DotWriter::putValues(const Columns &columns, const table::Cells &cells, QByteArrayView before)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        if (isEmpty(cells[i]))
            continue;
        m_out.put(before);
        m_out.put(QByteArrayView(columns[qsizetype(i)]->key));
        m_out.put('=');
        putQuoted(table::toText(cells[i]), Kind::Plain);
        before = ", ";
    }
}

void DotWriter::putNode(qint64 id, const QString &url, const table::Cells &cells)
{
    m_out.put('n');
    putNumber(id);
    m_out.put(" [label=");
    putQuoted(url, Kind::Label);
    m_out.put(", url=");
    putQuoted(url, Kind::Plain);
    putValues(m_nodeColumns, cells, ", ");
    m_out.put("];\n");
}

void DotWriter::putBeginEdges() {}

void DotWriter::putEdge(qint64, qint64 source, qint64 target, const table::Cells &cells)
{
    m_out.put('n');
    putNumber(source);
    m_out.put(" -> n");
    putNumber(target);
    m_out.put(" [");
    putValues(m_edgeColumns, cells, "");
    m_out.put("];\n");
}

void DotWriter::putEnd()
{
    m_out.put("}\n");
}

} // namespace linnet::exports
