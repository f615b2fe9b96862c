// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/file/xmlwriter.h"
#include "exports/graph/graphsink.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat Gexf;
}

/// Writes GEXF 1.3 (gexf.net), as Gephi reads it: a static directed graph with declared attributes.
class GexfWriter final : public GraphSink
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
    void putAttributes(QStringView of, const Columns &columns);
    void putValues(const table::Cells &cells);

    XmlWriter m_xml{m_out};
};

} // namespace linnet::exports
