// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/crawlaudit.h"

#include "store/read/arrays/rowcolumns.h"
#include "table/pageschema.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;
using table::Schema;

namespace {

/// How many rows pass each filter, of one moment.
Result<std::vector<qint64>> countsOf(store::RowReader &reader, store::RunId run, const Schema &schema,
                                     const QList<table::Filter> &filters)
{
    const store::RowQuery all{&schema, {run}, {}, {}};
    // Links are many; few of them, which the tables of pages and addresses lead to, are found without
    // looking at all. So it is with versions in other languages.
    return &schema.rows() == &table::pageSchema() ? reader.countsInMemory(all, filters)
                                                  : reader.counts(all, filters);
}

table::Filter joined(table::Filter one, const table::Filter &other)
{
    one.conditions += other.conditions;
    return one;
}

/// What is asked of the rows of a set besides the rule; nothing when it cannot be asked.
std::optional<table::Filter> askedOf(BaseSet set, const AuditQuestion &question, const AuditSchemas &schemas)
{
    if (isOfPages(set) || !question.sources)
        return isOfPages(set) ? std::optional(question.pages) : std::nullopt;
    table::Filter asked = *question.sources;
    for (Condition &condition : asked.conditions)
        condition.column = schemas.of(set).columns.front().key;
    return asked;
}

/// Counts findings and the sizes of their sets, those of different schemas in different threads.
struct Counting
{
    const AuditQuestion &question;
    const AuditSchemas &schemas;
    QList<Finding> &findings;
    std::array<qint64, std::size(AllBaseSets)> sizes;

    Result<void> count(store::RowReader &reader, const Schema &schema);
};

Result<void> Counting::count(store::RowReader &reader, const Schema &schema)
{
    QList<table::Filter> filters;
    std::vector<qint64 *> results;
    for (const BaseSet set : AllBaseSets) {
        const auto asked = askedOf(set, question, schemas);
        if (&schemas.of(set) != &schema || !asked)
            continue;
        filters.append(joined(filterOf(set), *asked));
        results.push_back(&sizes[size_t(set)]);
    }
    for (Finding &finding : findings) {
        if (&schemas.of(finding.rule.set) != &schema || !finding.isJudged)
            continue;
        filters.append(finding.filter);
        results.push_back(&finding.count);
    }
    const auto counted = countsOf(reader, question.run, schema, filters);
    if (!counted)
        return std::unexpected(counted.error());
    for (size_t i = 0; i < results.size(); ++i)
        *results[i] = (*counted)[i];
    return {};
}

} // namespace

bool CrawlKnowledge::suffices(Needs needs) const
{
    switch (needs) {
    case Needs::AllPages:
        return isWhole;
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

Result<CrawlKnowledge> CrawlKnowledge::of(store::RowReader &reader, const AuditQuestion &question,
                                          const AuditSchemas &schemas)
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
    const auto counted = countsOf(reader, question.run, *schemas.pages, {{{isCut}}, {{isListed}}});
    const auto work = reader.workCounts(question.run);
    if (!counted || !work)
        return std::unexpected(!counted ? counted.error() : work.error());
    const qint64 cut = counted->front();
    const qint64 listed = counted->back();
    CrawlKnowledge known;
    known.isWhole =
        run != runs->end() && run->state == store::RunState::Finished && work->pending == 0 && cut == 0;
    known.hasSitemap = listed > 0;
    known.isDirect = !question.throughProxy;
    return known;
}

Result<AuditSchemas> auditSchemas(store::RowReader &reader)
{
    const auto pages = reader.withJoined(schemaOf(BaseSet::Pages));
    const auto links = reader.withJoined(schemaOf(BaseSet::Links));
    if (!pages || !links)
        return std::unexpected(!pages ? pages.error() : links.error());
    return AuditSchemas{*pages, *links};
}

Result<table::Filter> filterOf(const AuditRule &rule, const table::Filter &pages, const AuditSchemas &schemas)
{
    auto condition = conditionOf(rule, schemas);
    if (!condition)
        return std::unexpected(condition.error());
    return joined(joined(filterOf(rule.set), *condition), isOfPages(rule.set) ? pages : table::Filter());
}

Result<QList<Finding>> auditCrawl(store::RowReader &reader, const AuditQuestion &question,
                                  const RuleSet &rules, const std::stop_token &stop)
{
    const Result<AuditSchemas> schemas = auditSchemas(reader);
    if (!schemas)
        return std::unexpected(schemas.error());
    const Result<CrawlKnowledge> known = CrawlKnowledge::of(reader, question, *schemas);
    if (!known)
        return std::unexpected(known.error());
    QList<Finding> findings;
    for (const AuditRule &rule : rules.rules()) {
        if (!rule.isOn)
            continue;
        const auto asked = askedOf(rule.set, question, *schemas);
        const auto condition = filterOf(rule, {}, *schemas);
        if (!condition)
            return fail(condition.error().reason, rule.id + u": "_s + condition.error().detail);
        Finding finding{rule, joined(*condition, asked.value_or(table::Filter()))};
        finding.isJudged = asked && known->suffices(rule.needs);
        findings.append(std::move(finding));
    }
    Counting counting{question, *schemas, findings, {}};
    const Result<store::RowReader *> beside = reader.beside();
    if (!beside)
        return std::unexpected(beside.error());
    // Links are most of what is read: meanwhile the pages are counted, on another processor.
    const QFuture<Result<void>> others = QtConcurrent::run([&counting, &beside, stop] {
        (*beside)->stopOn(stop);
        const Result<void> links = counting.count(**beside, *counting.schemas.links);
        return links ? counting.count(**beside, *counting.schemas.versions) : links;
    });
    const Result<void> pages = counting.count(reader, *schemas->pages);
    for (const Result<void> &done : {pages, others.result()}) {
        if (!done)
            return std::unexpected(done.error());
    }
    if (stop.stop_requested())
        return fail(Reason::Cancelled);
    for (Finding &finding : findings)
        finding.of = counting.sizes[size_t(finding.rule.set)];
    return findings;
}

} // namespace linnet::audit
