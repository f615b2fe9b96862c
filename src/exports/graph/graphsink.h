// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/file/textoutput.h"
#include "table/column.h"
#include "table/value.h"

#include <QList>

namespace linnet::exports {

/// Takes a directed graph node by node, then edge by edge, and writes it in one format. Used by one thread:
/// begin(), node() for each, beginEdges(), edge() for each, end(); after an error nothing more is called.
class GraphSink
{
public:
    using Columns = QList<const table::Column *>;

    explicit GraphSink(QIODevice &device)
        : m_out(device)
    {
    }
    GraphSink(const GraphSink &) = delete;
    GraphSink &operator=(const GraphSink &) = delete;
    virtual ~GraphSink() = default;

    /// What is told of nodes and edges besides the URL of a node; the columns must outlive the sink.
    Result<void> begin(const Columns &nodes, const Columns &edges);
    /// Ids count from 0; as many cells as columns.
    Result<void> node(qint64 id, const QString &url, const table::Cells &cells);
    Result<void> beginEdges();
    Result<void> edge(qint64 id, qint64 source, qint64 target, const table::Cells &cells);
    Result<void> end();

    qint64 bytes() const { return m_out.bytes(); }

protected:
    virtual void putBegin() = 0;
    virtual void putNode(qint64 id, const QString &url, const table::Cells &cells) = 0;
    virtual void putBeginEdges() = 0;
    virtual void putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells) = 0;
    virtual void putEnd() = 0;

    /// Nothing to say: null, empty text, a number that is none.
    static bool isEmpty(const table::Value &value);
    /// As the XML formats of graphs call it: long, double, boolean or string.
    static QLatin1StringView typeOf(table::ColumnType type);
    void putNumber(qint64 number) { m_out.put(QByteArray::number(number)); }

    TextOutput m_out;
    Columns m_nodeColumns;
    Columns m_edgeColumns;
};

} // namespace linnet::exports
