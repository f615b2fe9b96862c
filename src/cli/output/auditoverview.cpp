// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/auditoverview.h"

#include "cli/output/plaintable.h"
#include "table/columnlist.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using audit::AuditRule;
using audit::Finding;
using table::Column;
using table::ColumnType;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::AuditCommand)
};

// clang-format off
constexpr std::array OverviewColumns{
    Column{.key = "level"_L1}, Column{.key = "group"_L1}, Column{.key = "check"_L1},
    Column{.key = "n"_L1, .type = ColumnType::Integer}, Column{.key = "of"_L1, .type = ColumnType::Integer},
    Column{.key = "share"_L1}, Column{.key = "what"_L1},
};
constexpr std::array RuleColumns{
    Column{.key = "check"_L1}, Column{.key = "level"_L1}, Column{.key = "set"_L1},
    Column{.key = "threshold"_L1, .type = ColumnType::Real}, Column{.key = "on"_L1, .type = ColumnType::Bool},
    Column{.key = "what"_L1},
};
// clang-format on

QString share(const Finding &finding)
{
    const double percent = finding.of > 0 ? 100.0 * double(finding.count) / double(finding.of) : 0;
    const QString text = percent < 0.1 ? u"<0.1"_s : QString::number(percent, 'f', 1);
    return text + u" %"_s;
}

} // namespace

QStringList auditOverview(const QList<Finding> &findings)
{
    std::vector<const Finding *> hits;
    int passed = 0;
    QStringList notJudged;
    for (const Finding &finding : findings) {
        if (!finding.isJudged)
            notJudged.append(finding.rule.id);
        else if (finding.isHit())
            hits.push_back(&finding);
        else
            ++passed;
    }
    std::ranges::stable_sort(hits, {}, [](const Finding *finding) { return finding->rule.level; });
    std::vector<table::Cells> rows;
    for (const Finding *hit : hits) {
        const AuditRule &rule = hit->rule;
        rows.push_back(
            {audit::levelCode(rule.level), rule.group, rule.id, hit->count, hit->of, share(*hit), rule.what});
    }
    const table::Schema schema{"audit"_L1, "audit"_L1, OverviewColumns, table::Identity::None};
    QStringList lines;
    if (!rows.empty())
        lines = plainTable(schema, {0, 1, 2, 3, 4, 5, 6}, rows);
    lines.append(Words::tr("%n rule(s) passed.", nullptr, passed));
    if (!notJudged.isEmpty())
        lines.append(
            Words::tr("Not judged, because this crawl does not tell: %1.").arg(notJudged.join(u", "_s)));
    return lines;
}

QStringList ruleOverview(const QList<AuditRule> &rules)
{
    std::vector<table::Cells> rows;
    for (const AuditRule &rule : rules) {
        rows.push_back({rule.id, audit::levelCode(rule.level), audit::setCode(rule.set),
                        rule.threshold ? table::Value(*rule.threshold) : table::Value(), rule.isOn,
                        rule.what});
    }
    const table::Schema schema{"rules"_L1, "rules"_L1, RuleColumns, table::Identity::None};
    return plainTable(schema, {0, 1, 2, 3, 4, 5}, rows);
}

} // namespace linnet::cli
