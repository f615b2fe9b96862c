// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/graphsink.h"

#include <cmath>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

Result<void> GraphSink::begin(const Columns &nodes, const Columns &edges)
{
    m_nodeColumns = nodes;
    m_edgeColumns = edges;
    putBegin();
    return m_out.flushIfLarge();
}

Result<void> GraphSink::node(qint64 id, const QString &url, const table::Cells &cells)
{
    putNode(id, url, cells);
    return m_out.flushIfLarge();
}

Result<void> GraphSink::beginEdges()
{
    putBeginEdges();
    return m_out.flushIfLarge();
}

Result<void> GraphSink::edge(qint64 id, qint64 source, qint64 target, const table::Cells &cells)
{
    putEdge(id, source, target, cells);
    return m_out.flushIfLarge();
}

Result<void> GraphSink::end()
{
    putEnd();
    return m_out.finish();
}

QLatin1StringView GraphSink::typeOf(table::ColumnType type)
{
    switch (type) {
    case table::ColumnType::Integer:
        return "long"_L1;
    case table::ColumnType::Real:
        return "double"_L1;
    case table::ColumnType::Bool:
        return "boolean"_L1;
    default:
        return "string"_L1;
    }
}

bool GraphSink::isEmpty(const table::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    const auto *real = std::get_if<double>(&value);
    return table::isNull(value) || (text && text->isEmpty()) || (real && !std::isfinite(*real));
}

} // namespace linnet::exports
