// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/rules/ruleset.h"
#include "store/read/rowreader.h"

#include <optional>
#include <stop_token>

namespace linnet::audit {

/// Of which crawl what is asked.
struct AuditQuestion
{
    store::RunId run = 0;
    bool throughProxy = false; ///< then times say nothing of the server
    table::Filter pages;       ///< only these rows of pageSchema(); rules over links leave it out of account
    /// Only rows of links and of versions in other languages whose page passes these conditions, each of
    /// which is of its address, whatever column it names. Nothing = they cannot be told apart so: rules over
    /// them are not judged.
    std::optional<table::Filter> sources = table::Filter();
};

/// What one rule says of a crawl.
struct Finding
{
    AuditRule rule;
    table::Filter filter; ///< the rows: the rule's condition, its set, what was asked
    qint64 count = 0;     ///< of them
    qint64 of = 0;        ///< rows of the set
    bool isJudged = true; ///< false: what the rule needs is not known of this crawl, and count says nothing

    bool isHit() const { return isJudged && count > 0; }
};

/// All rules that are on, in their order. Counted are sets of bits over columns in memory, which the reader
/// keeps: another threshold costs one of them. Cancelled after a stop was requested.
Result<QList<Finding>> auditCrawl(store::RowReader &reader, const AuditQuestion &question,
                                  const RuleSet &rules, const std::stop_token &stop = {});

/// What conditions of rules know in a project.
Result<AuditSchemas> auditSchemas(store::RowReader &reader);

/// The rows of a rule, or what is wrong with its condition.
Result<table::Filter> filterOf(const AuditRule &rule, const table::Filter &pages = {},
                               const AuditSchemas &schemas = {});

/// Whether rules that need it can say something.
struct CrawlKnowledge
{
    bool isWhole = false; ///< ended by itself, and nothing was left out for depth or a limit
    bool hasSitemap = false;
    bool isDirect = true;

    bool suffices(Needs needs) const;
    static Result<CrawlKnowledge> of(store::RowReader &reader, const AuditQuestion &question,
                                     const AuditSchemas &schemas);
};

} // namespace linnet::audit
