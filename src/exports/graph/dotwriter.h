// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/graph/graphsink.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat Dot;
}

/// Writes the DOT language of Graphviz (graphviz.org/doc/info/lang.html). The URL of a node is its label, and
/// its attribute "url" as it is.
class DotWriter final : public GraphSink
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
    enum class Kind
    {
        Plain,
        Label, ///< in which Graphviz reads character references
    };
    void putQuoted(QStringView text, Kind kind);
    void putValues(const Columns &columns, const table::Cells &cells, QByteArrayView before);
};

} // namespace linnet::exports
