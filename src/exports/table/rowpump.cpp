// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/rowpump.h"

#include "exports/table/exporthand.h"
#include "exports/table/headernames.h"
#include "exports/table/rowloop.h"
#include "store/read/rowreader.h"
#include "store/schema/changefile.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <span>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ProgressEveryMs = 50;

Result<QList<int>> chosenColumns(const ExportSpec &spec)
{
    if (!spec.schema)
        return fail(Reason::BadValue, u"no table to export"_s);
    const int count = int(spec.schema->columns.size());
    QList<int> chosen = spec.columns;
    if (chosen.isEmpty()) {
        // Nothing is known of these without a comparison: they would be empty.
        const auto isCompared = store::ChangeFile::isOne(spec.projectPath);
        if (!isCompared)
            return std::unexpected(isCompared.error());
        for (int i = 0; i < count; ++i) {
            const table::Column &column = spec.schema->columns[size_t(i)];
            if (!column.isCostly && (*isCompared || column.storage != table::Storage::OverTime))
                chosen.append(i);
        }
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
        columns.append(&HeaderNames::named(spec.names, *spec.schema, index));
    return sink.begin(columns);
}

namespace {

using Ids = std::span<const qint64>;

/// Calls put() with some hundred ids after the other, and tells how far it has come.
template <typename Put> Result<void> inPages(Ids ids, size_t page, const RowLoop &loop, Put put)
{
    QElapsedTimer sinceTold;
    for (size_t from = 0; from < ids.size(); from += page) {
        if (!sinceTold.isValid() || sinceTold.hasExpired(ProgressEveryMs)) {
            loop.tell(qint64(from), qint64(ids.size()));
            sinceTold.start();
        }
        if (const Result<void> done = put(ids.subspan(from, std::min(page, ids.size() - from))); !done)
            return done;
    }
    return {};
}

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
    const Ids all = spec.ids ? Ids(*spec.ids) : Ids();
    const Ids ids = limit < 0 ? all : all.first(std::min(all.size(), size_t(limit)));
    RowLoop loop(spec, **cursor, sink, hooks);
    Result<void> done = isWhole ? beginRows(spec, sink) : Result<void>();
    std::vector<std::unique_ptr<ExportHand>> hands;
    if (done && isWhole && ExportHand::helps(spec, sink, ids.size()))
        hands = ExportHand::pair(spec, *columns, **cursor, ids);
    if (done)
        done = inPages(ids, ExportHand::PageRows, loop, [&](Ids page) {
            if (hands.empty())
                return loop.put(page);
            const size_t number = size_t(page.data() - ids.data()) / ExportHand::PageRows;
            const Result<void> goOn = loop.checkCancelled();
            return goOn ? hands[number % hands.size()]->deliver(sink) : goOn;
        });
    for (const auto &hand : hands) {
        if (done)
            hand->end(loop, sink);
    }
    if (done)
        done = isWhole ? sink.end() : sink.flush();
    if (done && isWhole && hooks.isCancelled && hooks.isCancelled())
        done = fail(Reason::Cancelled, spec.path);
    if (!done)
        return std::unexpected(done.error());
    if (isWhole)
        loop.tell(qint64(ids.size()), qint64(ids.size()));
    return loop.report();
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
