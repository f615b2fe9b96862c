// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/graph/graphpump.h"

#include "exports/graph/nodeindex.h"
#include "store/read/rowreader.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QElapsedTimer>

#include <iterator>
#include <span>
#include <unordered_set>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;
using table::LinkColumn;
using table::PageColumn;

namespace {

constexpr size_t PageRows = 500;
constexpr qint64 ProgressEveryMs = 50;

constexpr PageColumn NodeColumns[]{
    PageColumn::Status,  PageColumn::State,    PageColumn::Reason,    PageColumn::Verdict,
    PageColumn::Type,    PageColumn::Size,     PageColumn::Seconds,   PageColumn::Depth,
    PageColumn::Title,   PageColumn::H1,       PageColumn::Lang,      PageColumn::Words,
    PageColumn::Inlinks, PageColumn::Outlinks, PageColumn::Indexable, PageColumn::Internal};
constexpr LinkColumn EdgeColumns[]{LinkColumn::Element,  LinkColumn::Anchor, LinkColumn::Rel,
                                   LinkColumn::Fragment, LinkColumn::Line,   LinkColumn::Nofollow};

template <typename Column, size_t N>
GraphSink::Columns described(const table::Schema &schema, const Column (&columns)[N])
{
    GraphSink::Columns result;
    for (const Column column : columns)
        result.append(&schema.columns[size_t(column)]);
    return result;
}

template <typename Column, size_t N> table::Cells picked(const table::Cells &row, const Column (&columns)[N])
{
    table::Cells cells;
    cells.reserve(N);
    for (const Column column : columns)
        cells.push_back(row[size_t(column)]);
    return cells;
}

template <typename Column> QString text(const table::Cells &row, Column column)
{
    return table::toText(row[size_t(column)]);
}

bool isReadPage(const table::Cells &row)
{
    const QString type = text(row, PageColumn::Type);
    return row[size_t(PageColumn::Status)] == table::Value(qint64(200)) &&
           (type == "text/html"_L1 || type == "application/xhtml+xml"_L1);
}

/// Both loops and what they share.
class GraphPump
{
public:
    GraphPump(const ExportSpec &spec, store::RowReader &reader, GraphSink &sink, const PumpHooks &hooks)
        : m_spec(spec)
        , m_reader(reader)
        , m_sink(sink)
        , m_hooks(hooks)
    {
    }

    Result<void> pump(qint64 limit);
    ExportReport report() const;

private:
    template <typename Take>
    Result<void> each(const table::Schema &schema, std::span<const qint64> ids, Take take);
    Result<void> takePage(const table::Cells &row);
    Result<void> takeEnds(const table::Cells &row);
    Result<void> takeLink(const table::Cells &row);
    void tell();

    const ExportSpec &m_spec;
    store::RowReader &m_reader;
    GraphSink &m_sink;
    const PumpHooks &m_hooks;
    NodeIndex m_nodes;
    std::unordered_set<quint64> m_pairs; ///< pagesOnly: edges that were written
    QElapsedTimer m_sinceTold;
    qint64 m_read = 0;
    qint64 m_total = 0;
    qint64 m_edges = 0;
};

Result<void> GraphPump::pump(qint64 limit)
{
    const auto pages = m_reader.ids({&table::pageSchema(), m_spec.runs, {}, {}});
    if (!pages)
        return std::unexpected(pages.error());
    const auto bounded = [limit](std::span<const qint64> ids) {
        return limit < 0 ? ids : ids.first(std::min(ids.size(), size_t(limit)));
    };
    const std::span<const qint64> nodes = bounded(*pages);
    const std::span<const qint64> edges =
        bounded(m_spec.ids ? std::span(*m_spec.ids) : std::span<const qint64>());
    m_total = qint64(nodes.size() + edges.size() * (limit < 0 && !m_spec.pagesOnly ? 2 : 1));

    Result<void> done = m_sink.begin(described(table::pageSchema(), NodeColumns),
                                     described(table::linkSchema(), EdgeColumns));
    if (done)
        done = each(table::pageSchema(), nodes, [this](const table::Cells &row) { return takePage(row); });
    if (done && limit < 0 && !m_spec.pagesOnly)
        done = each(table::linkSchema(), edges, [this](const table::Cells &row) { return takeEnds(row); });
    if (done)
        done = m_sink.beginEdges();
    if (done)
        done = each(table::linkSchema(), edges, [this](const table::Cells &row) { return takeLink(row); });
    if (done)
        done = m_sink.end();
    if (done && m_hooks.isCancelled && m_hooks.isCancelled())
        return fail(Reason::Cancelled, m_spec.path);
    if (done && m_hooks.progressed)
        m_hooks.progressed(m_total, m_total);
    return done;
}

template <typename Take>
Result<void> GraphPump::each(const table::Schema &schema, std::span<const qint64> ids, Take take)
{
    for (size_t from = 0; from < ids.size(); from += PageRows) {
        if (m_hooks.isCancelled && m_hooks.isCancelled())
            return fail(Reason::Cancelled, m_spec.path);
        tell();
        const auto rows = m_reader.rows(schema, ids.subspan(from, std::min(PageRows, ids.size() - from)));
        if (!rows)
            return std::unexpected(rows.error());
        for (const table::Cells &row : *rows) {
            ++m_read;
            // A row that is gone is all nulls.
            if (table::isNull(row[0]))
                continue;
            if (const Result<void> taken = take(row); !taken)
                return taken;
        }
    }
    return {};
}

void GraphPump::tell()
{
    if (!m_hooks.progressed || (m_sinceTold.isValid() && !m_sinceTold.hasExpired(ProgressEveryMs)))
        return;
    m_hooks.progressed(m_read, m_total);
    m_sinceTold.start();
}

Result<void> GraphPump::takePage(const table::Cells &row)
{
    if (m_spec.pagesOnly && !isReadPage(row))
        return {};
    const QString url = text(row, PageColumn::Url);
    // The same address may have a row in several runs.
    const std::optional<qint64> id = m_nodes.add(url);
    return id ? m_sink.node(*id, url, picked(row, NodeColumns)) : Result<void>();
}

/// What was not looked at yet has no row of its own, and is a node all the same.
Result<void> GraphPump::takeEnds(const table::Cells &row)
{
    for (const LinkColumn end : {LinkColumn::SourceUrl, LinkColumn::ParsedUrl}) {
        const QString url = text(row, end);
        if (const std::optional<qint64> id = m_nodes.add(url)) {
            if (const Result<void> put = m_sink.node(*id, url, table::Cells(std::size(NodeColumns))); !put)
                return put;
        }
    }
    return {};
}

Result<void> GraphPump::takeLink(const table::Cells &row)
{
    if (m_spec.pagesOnly && text(row, LinkColumn::Element) != "a"_L1)
        return {};
    const std::optional<qint64> source = m_nodes.find(text(row, LinkColumn::SourceUrl));
    const std::optional<qint64> target = m_nodes.find(text(row, LinkColumn::ParsedUrl));
    if (!source || !target)
        return {};
    if (m_spec.pagesOnly && !m_pairs.insert(quint64(*source) << 32 | quint64(*target)).second)
        return {};
    return m_sink.edge(m_edges++, *source, *target, picked(row, EdgeColumns));
}

ExportReport GraphPump::report() const
{
    return {m_edges, m_sink.bytes(), {}};
}

} // namespace

Result<ExportReport> pumpGraph(const ExportSpec &spec, GraphSink &sink, const PumpHooks &hooks, qint64 limit)
{
    const auto reader = store::RowReader::open(spec.projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    GraphPump pump(spec, **reader, sink, hooks);
    if (const Result<void> pumped = pump.pump(limit); !pumped)
        return std::unexpected(pumped.error());
    return pump.report();
}

} // namespace linnet::exports
