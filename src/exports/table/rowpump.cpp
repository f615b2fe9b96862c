// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/rowpump.h"

#include "store/read/rowreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <span>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t PageRows = 500;
constexpr qint64 ProgressEveryMs = 50;

Result<QList<int>> chosenColumns(const ExportSpec &spec)
{
    if (!spec.schema)
        return fail(Reason::BadValue, u"no table to export"_s);
    const int count = int(spec.schema->columns.size());
    QList<int> chosen = spec.columns;
    if (chosen.isEmpty()) {
        for (int i = 0; i < count; ++i)
            chosen.append(i);
    }
    QSet<int> seen;
    for (const int index : std::as_const(chosen)) {
        if (index < 0 || index >= count)
            return fail(Reason::BadValue, u"column %1 of %2"_s.arg(index).arg(count));
        if (seen.contains(index))
            return fail(Reason::BadValue, spec.schema->columns[size_t(index)].key + ": chosen twice"_L1);
        seen.insert(index);
    }
    return chosen;
}

bool isBreak(QChar unit)
{
    switch (unit.unicode()) {
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case u'\u0085': // next line
    case u'\u2028': // line separator
    case u'\u2029': // paragraph separator
        return true;
    default:
        return false;
    }
}

/// In UTF-8 every break is one of these, or begins with a byte that no letter of ASCII has.
bool mayHoldBreak(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char byte) {
        return (byte >= '\n' && byte <= '\r') || uchar(byte) == 0xC2 || uchar(byte) == 0xE2;
    });
}

/// The loop and what it counts.
class RowPump
{
public:
    RowPump(const ExportSpec &spec, store::RowCursor &cursor, RowSink &sink, const PumpHooks &hooks)
        : m_spec(spec)
        , m_cursor(cursor)
        , m_sink(sink)
        , m_hooks(hooks)
    {
    }

    Result<void> pump(qint64 limit);
    Result<void> end();
    ExportReport report() const;

private:
    Result<void> page(std::span<const qint64> ids);
    Result<void> put(table::CellViews cells);
    Result<void> checkCancelled() const;
    void tell(qint64 rows) const;

    const ExportSpec &m_spec;
    store::RowCursor &m_cursor;
    RowSink &m_sink;
    const PumpHooks &m_hooks;
    qint64 m_total = 0;
    qint64 m_rows = 0;
    qint64 m_missing = 0;
};

Result<void> RowPump::pump(qint64 limit)
{
    const std::span<const qint64> all = m_spec.ids ? std::span(*m_spec.ids) : std::span<const qint64>();
    const size_t total = limit < 0 ? all.size() : std::min(all.size(), size_t(limit));
    Result<void> done;
    QElapsedTimer sinceTold;
    m_total = qint64(total);
    for (size_t from = 0; done && from < total; from += PageRows) {
        if (!sinceTold.isValid() || sinceTold.hasExpired(ProgressEveryMs)) {
            tell(qint64(from));
            sinceTold.start();
        }
        done = page(all.subspan(from, std::min(PageRows, total - from)));
    }
    return done;
}

Result<void> RowPump::end()
{
    if (const Result<void> ended = m_sink.end(); !ended)
        return ended;
    if (const Result<void> goOn = checkCancelled(); !goOn)
        return goOn;
    tell(m_total);
    return {};
}

void RowPump::tell(qint64 rows) const
{
    if (m_hooks.progressed)
        m_hooks.progressed(rows, m_total);
}

Result<void> RowPump::page(std::span<const qint64> ids)
{
    if (const Result<void> goOn = checkCancelled(); !goOn)
        return goOn;
    size_t found = 0;
    Result<void> done;
    const Result<void> read = m_cursor.read(ids, [&](size_t, table::CellViews cells) {
        ++found;
        done = put(cells);
        return done.has_value();
    });
    if (!read)
        return read;
    m_missing += done ? qint64(ids.size() - found) : 0;
    return done;
}

Result<void> RowPump::put(table::CellViews cells)
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

Result<void> RowPump::checkCancelled() const
{
    if (m_hooks.isCancelled && m_hooks.isCancelled())
        return fail(Reason::Cancelled, m_spec.path);
    return {};
}

ExportReport RowPump::report() const
{
    ExportReport report{m_rows, m_sink.bytes(), {}};
    if (m_missing > 0)
        report.notices.append(QCoreApplication::translate(
            "linnet::exports::ExportJob", "%n row(s) are no longer in the project and were left out.",
            nullptr, int(m_missing)));
    report.notices += m_sink.notices();
    return report;
}

} // namespace

QString withoutLineBreaks(const QString &text)
{
    QString result;
    result.reserve(text.size());
    bool inBreak = false;
    for (const QChar unit : text) {
        const bool breaks = isBreak(unit);
        if (!breaks)
            result += unit;
        else if (!inBreak)
            result += u' ';
        inBreak = breaks;
    }
    return result;
}

Result<void> beginRows(const ExportSpec &spec, RowSink &sink)
{
    const Result<QList<int>> chosen = chosenColumns(spec);
    if (!chosen)
        return std::unexpected(chosen.error());
    QList<const table::Column *> columns;
    for (const int index : *chosen)
        columns.append(&spec.schema->columns[size_t(index)]);
    return sink.begin(columns);
}

namespace {

Result<ExportReport> pump(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks, qint64 limit,
                          bool isWhole)
{
    const Result<QList<int>> columns = chosenColumns(spec);
    if (!columns)
        return std::unexpected(columns.error());
    const auto reader = store::RowReader::open(spec.projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    const auto cursor = (*reader)->cursor(*spec.schema, *columns);
    if (!cursor)
        return std::unexpected(cursor.error());
    RowPump pump(spec, **cursor, sink, hooks);
    Result<void> done = isWhole ? beginRows(spec, sink) : Result<void>();
    if (done)
        done = pump.pump(limit);
    if (done)
        done = isWhole ? pump.end() : sink.flush();
    if (!done)
        return std::unexpected(done.error());
    return pump.report();
}

} // namespace

Result<ExportReport> appendRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks)
{
    return pump(spec, sink, hooks, -1, false);
}

Result<ExportReport> pumpRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks, qint64 limit)
{
    return pump(spec, sink, hooks, limit, true);
}

} // namespace linnet::exports
