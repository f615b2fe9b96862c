// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/failuretable.h"

#include "base/errortext.h"
#include "checks/checkspec.h"
#include "session/runkinds.h"
#include "table/requestschema.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <span>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using exports::SheetTable;
using Form = exports::SheetColumn::Form;

namespace {

constexpr size_t AttemptsAtOnce = 4096; ///< between two looks at the stop token

/// Texts of this file.
struct Failures
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::Failures)
};

using Times = QHash<QString, QString>;

/// When each of the addresses was asked last, by the attempts that went wrong.
Result<void> findTimes(store::RowReader &reader, store::RunId run, Times &times, std::stop_token stop)
{
    store::RowQuery failed{&table::requestSchema(), {run}, {}, {}};
    failed.filter.conditions.append(
        {.column = u"reason"_s, .op = table::FilterOp::Empty, .operands = {}, .negated = true});
    const auto ids = reader.ids(failed);
    if (!ids)
        return std::unexpected(ids.error());
    const auto cursor = reader.cursor(table::requestSchema(),
                                      {int(table::RequestColumn::Url), int(table::RequestColumn::Started)});
    if (!cursor)
        return std::unexpected(cursor.error());
    const std::span<const qint64> all(*ids);
    for (size_t from = 0; from < all.size(); from += AttemptsAtOnce) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled, u"stopped"_s);
        const auto page = all.subspan(from, std::min(AttemptsAtOnce, all.size() - from));
        const auto read = (*cursor)->read(page, [&](size_t, table::CellViews cells) {
            const auto known = times.find(table::toText(table::toValue(cells[0])));
            if (known != times.end())
                *known = std::max(*known, table::toText(table::toValue(cells[1])));
            return true;
        });
        if (!read)
            return read;
    }
    return {};
}

table::Value numberOrNothing(int number)
{
    return number > 0 ? table::Value(qint64(number)) : table::Value();
}

Result<void> addRun(SheetTable &sheet, store::RowReader &reader, const store::RunInfo &run,
                    std::stop_token stop)
{
    auto failures = reader.failures(run.id);
    if (!failures)
        return std::unexpected(failures.error());
    Times times;
    for (store::WorkFailure &failure : *failures) {
        if (run.kind == runkind::Checks && failure.kind != checks::RefusedKind)
            failure.url = checks::addressOf(failure.url);
        times.insert(failure.url, {});
    }
    if (failures->empty())
        return {};
    if (const Result<void> found = findTimes(reader, run.id, times, stop); !found)
        return found;
    for (const store::WorkFailure &failure : *failures) {
        const ErrorText text = ErrorText::of(failure.error);
        sheet.rows.push_back({failure.url, text.what, table::textOrNull(failure.error.detail),
                              text.advice.isEmpty() ? table::Value() : table::Value(text.advice),
                              numberOrNothing(failure.error.status), table::textOrNull(times[failure.url]),
                              qint64(run.id), run.started});
    }
    return {};
}

} // namespace

Result<SheetTable> failureTable(store::RowReader &reader, const SummaryRows &rows, std::stop_token stop)
{
    constexpr int AddressWidth = 300;
    constexpr int TextWidth = 260;
    constexpr int TimeWidth = 140;
    SheetTable sheet{.title = {},
                     .columns = {{Failures::tr("What was asked"), Form::Link, AddressWidth},
                                 {Failures::tr("What happened"), Form::Text, TextWidth},
                                 {Failures::tr("Detail"), Form::Text, TextWidth},
                                 {Failures::tr("What to do"), Form::Text, TextWidth},
                                 {Failures::tr("Status"), Form::Text},
                                 {Failures::tr("Asked last (UTC)"), Form::Moment, TimeWidth},
                                 {Failures::tr("Run"), Form::Text},
                                 {Failures::tr("Run begun (UTC)"), Form::Moment, TimeWidth}}};
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    for (const store::RunInfo &run : *runs) {
        const bool isAsked = rows.runs.isEmpty() ? fills(run.kind, *rows.schema) : rows.runs.contains(run.id);
        if (!isAsked)
            continue;
        if (const Result<void> added = addRun(sheet, reader, run, stop); !added)
            return std::unexpected(added.error());
    }
    return sheet;
}

} // namespace linnet::session
