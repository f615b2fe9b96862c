// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/graph/graphsink.h"

namespace linnet::exports {

/// Writes GraphML 1.0 (graphml.graphdrawing.org), as igraph, NetworkX and yEd read it. The URL of a node is
/// its attribute "url".
class GraphMlWriter final : public GraphSink
{
public:
    using GraphSink::GraphSink;

protected:
    void putBegin() override;
    void putNode(qint64 id, const QString &url, const table::Cells &cells) override;
    void putBeginEdges() override;
    void putEdge(qint64 id, qint64 source, qint64 target, const table::Cells &cells) override;
    void putEnd() override;

private:
    void putKey(QByteArrayView of, qint64 number, QByteArrayView name, table::ColumnType type);
    void putData(char of, qint64 number, const table::Value &value);
};

} // namespace linnet::exports
