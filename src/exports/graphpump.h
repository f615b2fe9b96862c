// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/graphsink.h"
#include "exports/rowpump.h"

namespace linnet::exports {

/// Gives the sink every page of spec.runs as a node, then every link of spec.ids as an edge. Memory grows
/// with the pages by some ten bytes each, not with the links. Links to addresses that have no row yet are
/// left out with a notice. With spec.pagesOnly nodes are HTML pages with status 200 and edges are `a` between
/// two of them, each pair once, with what its first link says. `limit` bounds nodes and edges each, -1 = all.
/// rows of the report counts edges.
Result<ExportReport> pumpGraph(const ExportSpec &spec, GraphSink &sink, const PumpHooks &hooks,
                               qint64 limit = -1);

} // namespace linnet::exports
