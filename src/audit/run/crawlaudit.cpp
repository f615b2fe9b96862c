// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/crawlaudit.h"

#include "store/read/rowcolumns.h"
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
    RowCounter(store::RowReader &reader, store::RunId run, const AuditSchemas &schemas)
        : m_reader(reader)
        , m_run(run)
        , m_schemas(schemas)
    {
    }

    Result<qint64> count(BaseSet set, const table::Filter &filter)
    {
        const Schema &schema = m_schemas.of(set);
        const store::RowQuery query{&schema, {m_run}, filter, {}};
        // Links are many; few of them, which the tables of pages and addresses lead to, are found without
        // looking at all. So it is with versions in other languages.
        if (!isOfPages(set))
            return m_reader.count(query);
        const table::Column *const columns[] = {&schema.columns[size_t(table::PageColumn::Depth)]};
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
    const AuditSchemas &m_schemas;
};

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
    RowCounter counter(reader, question.run, schemas);
    const auto cut = counter.count(BaseSet::Named, {{isCut}});
    const auto listed = counter.count(BaseSet::Named, {{isListed}});
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
    RowCounter counter(reader, question.run, *schemas);
    std::array<qint64, std::size(AllBaseSets)> sizes;
    sizes.fill(-1);
    QList<Finding> findings;
    for (const AuditRule &rule : rules.rules()) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled);
        if (!rule.isOn)
            continue;
        const auto asked = askedOf(rule.set, question, *schemas);
        const auto condition = filterOf(rule, {}, *schemas);
        if (!condition)
            return fail(condition.error().reason, rule.id + u": "_s + condition.error().detail);
        Finding finding{rule, joined(*condition, asked.value_or(table::Filter()))};
        qint64 &size = sizes[size_t(rule.set)];
        finding.isJudged = asked && known->suffices(rule.needs);
        const auto measured = size >= 0 ? Result<qint64>(size)
                              : !asked  ? Result<qint64>(0)
                                        : counter.count(rule.set, joined(filterOf(rule.set), *asked));
        const auto counted = finding.isJudged && measured && *measured > 0
                                 ? counter.count(rule.set, finding.filter)
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
