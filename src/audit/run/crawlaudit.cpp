// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/crawlaudit.h"

#include "store/read/rowcolumns.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;
using table::Schema;

namespace {

/// Counts rows that pass conditions, each of which is asked once however many rules have it.
class RowCounter
{
public:
    RowCounter(store::RowReader &reader, store::RunId run)
        : m_reader(reader)
        , m_run(run)
    {
    }

    Result<qint64> count(const Schema &schema, const table::Filter &filter)
    {
        const auto whole = m_reader.withJoined(schema);
        if (!whole)
            return std::unexpected(whole.error());
        const store::RowQuery query{*whole, {m_run}, filter, {}};
        const table::Column &cheap =
            schema.columns[&schema == &table::pageSchema() ? size_t(table::PageColumn::Depth)
                                                           : size_t(table::LinkColumn::Line)];
        // Links are many; few of them, which the tables of pages and addresses lead to, are found without
        // looking at all.
        if (&schema == &table::linkSchema())
            return m_reader.count(query);
        const table::Column *const columns[] = {&cheap};
        const auto rows = m_reader.columns(query, columns);
        if (!rows && rows.error().reason == Reason::TooLarge)
            return m_reader.count(query);
        if (!rows)
            return std::unexpected(rows.error());
        return rows->among.isEmpty() ? qint64(rows->ids->size()) : qint64(rows->among.count(true));
    }

private:
    store::RowReader &m_reader;
    store::RunId m_run;
};

table::Filter joined(table::Filter one, const table::Filter &other)
{
    one.conditions += other.conditions;
    return one;
}

} // namespace

bool CrawlKnowledge::suffices(Needs needs) const
{
    switch (needs) {
    case Needs::WholeCrawl:
        return isWhole && hasSitemap;
    case Needs::Sitemap:
        return hasSitemap;
    case Needs::Direct:
        return isDirect;
    case Needs::Nothing:
        break;
    }
    return true;
}

Result<CrawlKnowledge> CrawlKnowledge::of(store::RowReader &reader, const AuditQuestion &question)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto run = std::ranges::find(*runs, question.run, &store::RunInfo::id);
    const Condition isCut{u"why_not_fetched"_s,
                          FilterOp::OneOf,
                          {u"depth"_s, u"page_limit"_s, u"time_limit"_s, u"size_limit"_s},
                          false};
    const Condition isListed{u"in_sitemap"_s, FilterOp::Equals, {true}, false};
    RowCounter counter(reader, question.run);
    const auto cut = counter.count(table::pageSchema(), {{isCut}});
    const auto listed = counter.count(table::pageSchema(), {{isListed}});
    const auto work = reader.workCounts(question.run);
    if (!cut || !listed || !work)
        return std::unexpected(!cut ? cut.error() : !listed ? listed.error() : work.error());
    CrawlKnowledge known;
    known.isWhole =
        run != runs->end() && run->state == store::RunState::Finished && work->pending == 0 && *cut == 0;
    known.hasSitemap = *listed > 0;
    known.isDirect = !question.throughProxy;
    return known;
}

Result<table::Filter> filterOf(const AuditRule &rule, const table::Filter &pages)
{
    auto condition = conditionOf(rule);
    if (!condition)
        return std::unexpected(condition.error());
    const bool isOfPages = &schemaOf(rule.set) == &table::pageSchema();
    return joined(joined(filterOf(rule.set), *condition), isOfPages ? pages : table::Filter());
}

Result<QList<Finding>> auditCrawl(store::RowReader &reader, const AuditQuestion &question,
                                  const RuleSet &rules, const std::stop_token &stop)
{
    const Result<CrawlKnowledge> known = CrawlKnowledge::of(reader, question);
    if (!known)
        return std::unexpected(known.error());
    RowCounter counter(reader, question.run);
    std::array<qint64, std::size(AllBaseSets)> sizes;
    sizes.fill(-1);
    QList<Finding> findings;
    for (const AuditRule &rule : rules.rules()) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled);
        if (!rule.isOn)
            continue;
        const auto filter = filterOf(rule, question.pages);
        if (!filter)
            return fail(filter.error().reason, rule.id + u": "_s + filter.error().detail);
        Finding finding{rule, *filter};
        const Schema &schema = schemaOf(rule.set);
        qint64 &size = sizes[size_t(rule.set)];
        const auto measured =
            size >= 0 ? Result<qint64>(size)
                      : counter.count(schema, joined(filterOf(rule.set), &schema == &table::pageSchema()
                                                                             ? question.pages
                                                                             : table::Filter()));
        finding.isJudged = known->suffices(rule.needs);
        const auto counted = finding.isJudged && measured && *measured > 0 ? counter.count(schema, *filter)
                                                                           : Result<qint64>(0);
        if (!measured || !counted)
            return std::unexpected(!measured ? measured.error() : counted.error());
        size = *measured;
        finding.of = size;
        finding.count = *counted;
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace linnet::audit
