// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/absences.h"

#include "base/texthash.h"
#include "links/crawl/crawlrules.h"
#include "session/runparams.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using analysis::Absence;

namespace {

/// Whether the later crawl began wherever the earlier one did.
Result<bool> startsAtAll(store::RowReader &reader, const ComparedRuns &runs, const links::CrawlSpec &older,
                         const QStringList &starts, const analysis::MovedAddresses &moved)
{
    const auto before = reader.addresses(runs.older.id, older.starts);
    if (!before)
        return std::unexpected(before.error());
    const QSet<QString> now(starts.begin(), starts.end());
    QByteArray buffer;
    return std::ranges::all_of(*before, [&](const QString &start) {
        const QByteArray address = start.toUtf8();
        return now.contains(QString::fromUtf8(moved.now(address, buffer)));
    });
}

std::uint64_t keyOf(QByteArrayView address)
{
    return textHash({address.data(), size_t(address.size())})[0];
}

/// Whether something was left out for a limit of the crawl.
Result<bool> isCapped(store::RowReader &reader, const store::RunInfo &run)
{
    if (run.counts["stopped_by"_L1] == "limit"_L1)
        return true;
    const table::Condition limits{u"why_not_fetched"_s,
                                  table::FilterOp::OneOf,
                                  {u"page_limit"_s, u"time_limit"_s, u"size_limit"_s},
                                  false};
    const auto some = reader.firstIds({&table::pageSchema(), {run.id}, {{limits}}, {}}, 1);
    return some ? Result<bool>(!some->empty()) : std::unexpected(some.error());
}

} // namespace

Result<Absences> pageAbsences(store::RowReader &reader, const ComparedRuns &runs,
                              const analysis::MovedAddresses &moved)
{
    const auto older = RunParams::crawl(runs.older.params);
    const auto newer = RunParams::crawl(runs.newer.params);
    if (!older || !newer)
        return std::unexpected(older ? newer.error() : older.error());
    const auto starts = reader.addresses(runs.newer.id, newer->starts);
    const auto capped = isCapped(reader, runs.newer);
    if (!starts || !capped)
        return std::unexpected(starts ? capped.error() : starts.error());
    const auto all = startsAtAll(reader, runs, *older, *starts, moved);
    if (!all)
        return std::unexpected(all.error());
    // What only a sitemap named needs one.
    const bool wasRead = isComplete(runs.newer) && *all && (newer->sitemap || !older->sitemap);
    auto rules = std::make_shared<links::CrawlRules>(*newer);
    for (const QString &start : *starts)
        rules->widen(start.toStdString());
    for (const QJsonValue &other : runs.newer.counts["scope"_L1].toArray())
        rules->widen(other.toString().toStdString());
    const auto judge = [rules, moved, wasRead, isCapped = *capped](table::CellViews cells) {
        const auto *address = std::get_if<QByteArrayView>(&cells[0]);
        const auto *depth = std::get_if<qint64>(&cells[1]);
        if (!address)
            return Absence::NotSeen;
        QByteArray buffer;
        const QByteArrayView now = moved.now(*address, buffer);
        const links::Choice choice =
            rules->judge(std::string(now.data(), size_t(now.size())), url::UrlKind::Http, links::Want::Get,
                         {.depth = depth ? int(*depth) : 0});
        if (choice.action == links::Choice::Action::Skip || isCapped)
            return Absence::OutOfWindow;
        return wasRead ? Absence::Gone : Absence::NotSeen;
    };
    return Absences{
        {std::to_underlying(table::PageColumn::Url), std::to_underlying(table::PageColumn::Depth)}, judge};
}

Result<Absences> linkAbsences(store::RowReader &reader, const ComparedRuns &runs,
                              const analysis::MovedAddresses &moved)
{
    const table::Condition wasRead{u"state"_s, table::FilterOp::Equals, {u"fetched"_s}, false};
    const auto ids = reader.ids({&table::pageSchema(), {runs.newer.id}, {{wasRead}}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    const auto cursor = reader.cursor(table::pageSchema(), {std::to_underlying(table::PageColumn::Url)});
    if (!cursor)
        return std::unexpected(cursor.error());
    QSet<std::uint64_t> pages;
    pages.reserve(qsizetype(ids->size()));
    const Result<void> read = (*cursor)->read(*ids, [&pages](size_t, table::CellViews cells) {
        if (const auto *address = std::get_if<QByteArrayView>(&cells[0]))
            pages.insert(keyOf(*address));
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    const auto judge = [pages, moved](table::CellViews cells) {
        const auto *page = std::get_if<QByteArrayView>(&cells[0]);
        QByteArray buffer;
        return page && pages.contains(keyOf(moved.now(*page, buffer))) ? Absence::Gone : Absence::NotSeen;
    };
    return Absences{{std::to_underlying(table::LinkColumn::SourceUrl)}, judge};
}

Absences listAbsences(const ComparedRuns &runs)
{
    const Absence absence = isComplete(runs.newer) ? Absence::OutOfWindow : Absence::NotSeen;
    return {{0}, [absence](table::CellViews) { return absence; }};
}

} // namespace linnet::session
