// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/file/xmlwriter.h"
#include "exports/graph/graphsink.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat GraphMl;
}

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
    void putKey(QStringView of, qint64 number, const QString &name, table::ColumnType type);
    void putData(QChar of, qint64 number, const table::Value &value);

    XmlWriter m_xml{m_out};
};

} // namespace linnet::exports
