// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/growingexport.h"

#include "exports/table/rowpump.h"
#include "store/read/rowreader.h"

#include <algorithm>
#include <limits>

namespace linnet::exports {

GrowingExport::GrowingExport(ExportSpec spec, store::RowQuery query, QIODevice &device)
    : m_spec(std::move(spec))
    , m_query(std::move(query))
    , m_sink(m_spec.format->sink(m_spec, device))
{
}

Result<void> GrowingExport::append(const PumpHooks &hooks)
{
    if (!m_begun) {
        if (const Result<void> begun = beginRows(m_spec, *m_sink); !begun)
            return begun;
        m_begun = true;
    }
    const auto reader = store::RowReader::open(m_spec.projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    auto ids = (*reader)->newIds(m_query, m_lastId + 1, std::numeric_limits<qint64>::max());
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->empty())
        return m_sink->flush();
    m_lastId = ids->back();
    m_spec.ids = std::make_shared<const store::IdVector>(*std::move(ids));
    const auto report = appendRows(m_spec, *m_sink, hooks);
    if (!report)
        return std::unexpected(report.error());
    m_rows += report->rows;
    return {};
}

Result<std::optional<ExportReport>> GrowingExport::end(const PumpHooks &hooks)
{
    if (const Result<void> appended = append(hooks); !appended)
        return std::unexpected(appended.error());
    const auto reader = store::RowReader::open(m_spec.projectPath);
    const auto count = reader ? (*reader)->count(m_query) : std::unexpected(reader.error());
    if (!count)
        return std::unexpected(count.error());
    if (const Result<void> ended = m_sink->end(); !ended)
        return std::unexpected(ended.error());
    if (*count != m_rows)
        return std::nullopt;
    return ExportReport{m_rows, m_sink->bytes(), m_sink->notices()};
}

bool areFinal(const table::Schema &schema, const QList<int> &columns)
{
    const auto isFinal = [](const table::Column &column) { return column.isStored(); };
    if (columns.isEmpty())
        return std::ranges::all_of(schema.columns, isFinal);
    return std::ranges::all_of(columns, [&](int index) { return isFinal(schema.columns[size_t(index)]); });
}

} // namespace linnet::exports
