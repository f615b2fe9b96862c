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

table::Cells picked(const table::Cells &row, const QList<int> &columns, bool replaceLineBreaks)
{
    table::Cells cells;
    cells.reserve(size_t(columns.size()));
    for (const int index : columns) {
        const table::Value &value = row[size_t(index)];
        const auto *text = std::get_if<QString>(&value);
        if (replaceLineBreaks && text && std::any_of(text->begin(), text->end(), isBreak))
            cells.emplace_back(withoutLineBreaks(*text));
        else
            cells.push_back(value);
    }
    return cells;
}

/// The loop and what it counts.
class RowPump
{
public:
    RowPump(const ExportSpec &spec, const QList<int> &columns, store::RowReader &reader, RowSink &sink,
            const PumpHooks &hooks)
        : m_spec(spec)
        , m_columns(columns)
        , m_reader(reader)
        , m_sink(sink)
        , m_hooks(hooks)
    {
    }

    Result<void> pumpAll(qint64 limit);
    ExportReport report() const;

private:
    Result<void> begin();
    Result<void> page(std::span<const qint64> ids);
    Result<void> checkCancelled() const;

    const ExportSpec &m_spec;
    const QList<int> &m_columns;
    store::RowReader &m_reader;
    RowSink &m_sink;
    const PumpHooks &m_hooks;
    qint64 m_rows = 0;
    qint64 m_missing = 0;
};

Result<void> RowPump::pumpAll(qint64 limit)
{
    const std::span<const qint64> all = m_spec.ids ? std::span(*m_spec.ids) : std::span<const qint64>();
    const size_t total = limit < 0 ? all.size() : std::min(all.size(), size_t(limit));
    const auto tell = [this, total](size_t rows) {
        if (m_hooks.progressed)
            m_hooks.progressed(qint64(rows), qint64(total));
    };
    Result<void> done = begin();
    QElapsedTimer sinceTold;
    for (size_t from = 0; done && from < total; from += PageRows) {
        if (!sinceTold.isValid() || sinceTold.hasExpired(ProgressEveryMs)) {
            tell(from);
            sinceTold.start();
        }
        done = page(all.subspan(from, std::min(PageRows, total - from)));
    }
    if (done)
        done = m_sink.end();
    if (done)
        done = checkCancelled();
    if (done)
        tell(total);
    return done;
}

Result<void> RowPump::begin()
{
    QList<const table::Column *> columns;
    for (const int index : m_columns)
        columns.append(&m_spec.schema->columns[size_t(index)]);
    return m_sink.begin(columns);
}

Result<void> RowPump::page(std::span<const qint64> ids)
{
    if (const Result<void> goOn = checkCancelled(); !goOn)
        return goOn;
    const auto rows = m_reader.rows(*m_spec.schema, ids);
    if (!rows)
        return std::unexpected(rows.error());
    for (const table::Cells &row : *rows) {
        if (std::ranges::all_of(row, table::isNull)) {
            ++m_missing;
            continue;
        }
        if (const Result<void> put = m_sink.row(picked(row, m_columns, m_spec.replaceLineBreaks)); !put)
            return put;
        ++m_rows;
    }
    return {};
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

Result<ExportReport> pumpRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks, qint64 limit)
{
    const Result<QList<int>> columns = chosenColumns(spec);
    if (!columns)
        return std::unexpected(columns.error());
    const auto reader = store::RowReader::open(spec.projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    RowPump pump(spec, *columns, **reader, sink, hooks);
    if (const Result<void> pumped = pump.pumpAll(limit); !pumped)
        return std::unexpected(pumped.error());
    return pump.report();
}

} // namespace linnet::exports
