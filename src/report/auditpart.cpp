// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/auditpart.h"

#include "audit/run/worstfirst.h"
#include "exports/table/shownvalue.h"
#include "session/runparams.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;
using audit::Finding;

namespace {

struct AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::report::AuditPart)
};

constexpr size_t WorstFindings = 10;
constexpr qint64 ExamplesOfFinding = 5;

bool wasThroughProxy(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    const auto found = runs ? std::ranges::find(*runs, run, &store::RunInfo::id) : runs->end();
    if (!runs || found == runs->end())
        return false;
    const auto requests = session::RunParams::requests(found->params);
    return requests && requests->proxy.mode == jobs::ProxyChoice::Mode::List;
}

QString cellText(const table::Schema &schema, const table::Cells &cells, const QString &column)
{
    const auto index = schema.indexOf(column);
    if (!index || size_t(*index) >= cells.size())
        return {};
    return table::toText(exports::shownValue(schema.columns[size_t(*index)], cells[size_t(*index)]));
}

/// An address, and what is said of it: where a link leads and by which words, or what the rule looked at.
AuditExample exampleOf(const Finding &finding, const table::Cells &cells)
{
    const table::Schema &schema = audit::schemaOf(finding.rule.set);
    AuditExample example{table::toText(cells[0]), {}};
    if (finding.rule.set == audit::BaseSet::Links) {
        const QString anchor = cellText(schema, cells, u"anchor"_s);
        const QString target = cellText(schema, cells, u"parsed_url"_s);
        example.detail = anchor.isEmpty() ? u"→ "_s + target : u"“%1” → %2"_s.arg(anchor, target);
        return example;
    }
    for (const QString &column : finding.rule.columns) {
        const QString text = column == "url"_L1 ? QString() : cellText(schema, cells, column);
        if (text.isEmpty())
            continue;
        example.detail = table::columnTitle(schema.columns[size_t(*schema.indexOf(column))]) + u": "_s + text;
        break;
    }
    return example;
}

Result<AuditItem> itemOf(store::RowReader &reader, store::RunId run, const Finding &finding,
                         const QLocale &locale)
{
    AuditItem item{audit::levelCode(finding.rule.level),
                   finding.rule.what,
                   audit::reasonText(finding, locale),
                   finding.rule.why,
                   finding.rule.fix,
                   {},
                   std::max<qint64>(0, finding.count - ExamplesOfFinding)};
    const table::Schema &rows = audit::schemaOf(finding.rule.set);
    const auto schema = reader.withJoined(rows);
    if (!schema)
        return std::unexpected(schema.error());
    const auto ids =
        reader.firstIds({*schema, {run}, finding.filter, audit::shownSort(finding.rule)}, ExamplesOfFinding);
    const auto cells = ids ? reader.rows(rows, *ids) : std::unexpected(ids.error());
    if (!cells)
        return std::unexpected(cells.error());
    for (const table::Cells &row : *cells)
        item.examples.push_back(exampleOf(finding, row));
    return item;
}

std::vector<Figure> figuresOf(const audit::FindingCounts &counts, const QLocale &locale)
{
    const auto figure = [&locale](const QString &label, int number) {
        return Figure{label, locale.toString(number), {}, false};
    };
    std::vector<Figure> figures{figure(AuditWords::tr("Kinds of errors"), counts.errors),
                                figure(AuditWords::tr("Kinds of warnings"), counts.warnings),
                                figure(AuditWords::tr("Kinds of notices"), counts.notices),
                                figure(AuditWords::tr("Rules passed"), counts.passed)};
    if (counts.notJudged > 0) {
        figures.push_back(figure(AuditWords::tr("Rules not judged"), counts.notJudged));
        figures.back().detail = AuditWords::tr("this crawl does not tell");
    }
    return figures;
}

QString sentenceOf(const audit::FindingCounts &counts)
{
    if (counts.errors + counts.warnings + counts.notices == 0)
        return AuditWords::tr("Nothing was found; %Ln rule(s) passed.", nullptr, counts.passed);
    return AuditWords::tr("%Ln kind(s) of errors", nullptr, counts.errors) + u", "_s +
           AuditWords::tr("%Ln of warnings", nullptr, counts.warnings) + u", "_s +
           AuditWords::tr("%Ln of notices", nullptr, counts.notices) + u"; "_s +
           AuditWords::tr("%Ln rule(s) passed.", nullptr, counts.passed);
}

} // namespace

bool hasAudit(const table::Schema &schema)
{
    return &schema.rows() == &table::pageSchema();
}

Result<AuditPart> auditPart(store::RowReader &reader, const store::RowQuery &rows,
                            const QHash<QString, QString> &memos, const QLocale &locale,
                            const std::stop_token &stop)
{
    AuditPart part;
    part.title = AuditWords::tr("What is wrong with the site?");
    if (rows.runs.size() != 1) {
        part.sentence = AuditWords::tr("Only one crawl is audited, and the report is of several.");
        return part;
    }
    const store::RunId run = rows.runs.front();
    const audit::AuditQuestion question{
        .run = run, .throughProxy = wasThroughProxy(reader, run), .pages = rows.filter};
    const auto schemas = audit::auditSchemas(reader);
    const auto findings = schemas
                              ? audit::auditCrawl(reader, question, audit::RuleSet::of(memos, *schemas), stop)
                              : std::unexpected(schemas.error());
    if (!findings)
        return std::unexpected(findings.error());
    const audit::FindingCounts counts = audit::FindingCounts::of(*findings);
    part.figures = figuresOf(counts, locale);
    part.sentence = sentenceOf(counts);
    if (!rows.filter.conditions.isEmpty())
        part.remark = AuditWords::tr("Rules over links look at all links, whatever the filter.");
    for (const int place : audit::worstFirst(*findings)) {
        const Finding &finding = (*findings)[place];
        if (part.worst.size() == WorstFindings) {
            part.further.append(finding.rule.what + u" ("_s + locale.toString(finding.count) + u')');
            continue;
        }
        auto item = itemOf(reader, run, finding, locale);
        if (!item)
            return std::unexpected(item.error());
        part.worst.push_back(std::move(*item));
    }
    return part;
}

} // namespace linnet::report
