// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"
#include "exports/graph/graphsink.h"

namespace linnet::exports {

/// Gives the sink every page of spec.runs as a node, then every link of spec.ids as an edge. Addresses that
/// links name and that were not looked at yet are nodes of which nothing else is told. Memory grows with the
/// nodes by some ten bytes each, not with the links. With spec.pagesOnly nodes are HTML pages with status 200
/// and edges are `a` between two of them, each pair once, with what its first link says. `limit` bounds pages
/// and links each, for a preview; -1 = all. rows of the report counts edges.
Result<ExportReport> pumpGraph(const ExportSpec &spec, GraphSink &sink, const PumpHooks &hooks,
                               qint64 limit = -1);

/// ExportFormat::write of the graph format that the sink writes.
template <typename Sink>
Result<ExportReport> writeGraph(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                                qint64 limit)
{
    Sink sink(device);
    return pumpGraph(spec, sink, hooks, limit);
}

} // namespace linnet::exports
