// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/rowloop.h"

#include "exports/table/rowpump.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace linnet::exports {

namespace {

/// In UTF-8 every break is one of these, or begins with a byte that no letter of ASCII has.
bool mayHoldBreak(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char byte) {
        return (byte >= '\n' && byte <= '\r') || uchar(byte) == 0xC2 || uchar(byte) == 0xE2;
    });
}

} // namespace

RowLoop::RowLoop(const ExportSpec &spec, store::RowCursor &cursor, RowSink &sink, const PumpHooks &hooks)
    : m_spec(spec)
    , m_cursor(cursor)
    , m_sink(sink)
    , m_hooks(hooks)
{
}

void RowLoop::tell(qint64 rows, qint64 total) const
{
    if (m_hooks.progressed)
        m_hooks.progressed(rows, total);
}

void RowLoop::add(const RowLoop &other)
{
    m_rows += other.m_rows;
    m_missing += other.m_missing;
}

Result<void> RowLoop::put(std::span<const qint64> ids)
{
    if (const Result<void> goOn = checkCancelled(); !goOn)
        return goOn;
    size_t found = 0;
    Result<void> done;
    const Result<void> read = m_cursor.read(ids, [&](size_t, table::CellViews cells) {
        ++found;
        done = putRow(cells);
        return done.has_value();
    });
    if (!read)
        return read;
    m_missing += done ? qint64(ids.size() - found) : 0;
    return done;
}

Result<void> RowLoop::putRow(table::CellViews cells)
{
    ++m_rows;
    if (!m_spec.replaceLineBreaks)
        return m_sink.row(cells);
    std::vector<QByteArray> texts;
    std::vector<table::CellView> joined(cells.begin(), cells.end());
    for (table::CellView &cell : joined) {
        if (const auto *text = std::get_if<QByteArrayView>(&cell); text && mayHoldBreak(*text)) {
            texts.push_back(withoutLineBreaks(table::fromUtf8(*text)).toUtf8());
            cell = QByteArrayView(texts.back());
        }
    }
    return m_sink.row(joined);
}

Result<void> RowLoop::checkCancelled() const
{
    if (m_hooks.isCancelled && m_hooks.isCancelled())
        return fail(Reason::Cancelled, m_spec.path);
    return {};
}

ExportReport RowLoop::report() const
{
    ExportReport report{m_rows, m_sink.bytes(), {}};
    if (m_missing > 0)
        report.notices.append(QCoreApplication::translate(
            "linnet::exports::ExportJob", "%n row(s) are no longer in the project and were left out.",
            nullptr, int(m_missing)));
    report.notices += m_sink.notices();
    return report;
}

} // namespace linnet::exports
