// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/auditcommand.h"

#include "audit/run/segmentcounts.h"
#include "base/boundedfile.h"
#include "cli/options/options.h"
#include "cli/output/auditoverview.h"
#include "cli/output/findingoutput.h"
#include "cli/output/madetable.h"
#include "cli/output/readproject.h"
#include "cli/output/segmentoverview.h"
#include "cli/output/summary.h"
#include "cli/process/interruptwatcher.h"
#include "exports/table/xlsxwriter.h"
#include "session/runparams.h"
#include "session/sheets/auditbook.h"
#include "store/project/project.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QtConcurrentRun>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

/// What the options ask.
struct AuditCommand::Asked
{
    std::optional<ReadProject> project;
    audit::AuditQuestion question;
    audit::RuleSet rules;
    OutputOptions output;
    std::optional<audit::Level> failOn;
    std::optional<audit::Segments> segments; ///< by which findings are told
};

struct AuditCommand::Answer
{
    Result<QList<audit::Finding>> findings;
    QList<audit::SegmentCount> segments;
};

namespace {

constexpr qint64 MostRuleBytes = 16 * 1024 * 1024;

struct Kept
{
    const char *option;
    const char *of;
};
constexpr Kept KeptFiles[] = {{"keep-rules", "rules"}, {"keep-segments", "segments"}};

/// For the lines below a table of its own.
QList<audit::Finding> withoutHits(QList<audit::Finding> findings)
{
    findings.removeIf([](const audit::Finding &finding) { return finding.isHit(); });
    return findings;
}

} // namespace

QString AuditCommand::summary() const
{
    return tr("What is wrong with a crawled site: findings by rules, and where exactly.");
}

void AuditCommand::start(const QStringList &args)
{
    Options options(
        summary() + u'\n' +
        tr("Prints each finding with its level, group and number, and its share of the set that the "
           "rule looks at. -o writes all places instead, as check,level,url,value,place; -o FILE.xlsx a "
           "workbook to hand over: the findings with the worst first, why each matters and how to fix it, "
           "and a sheet with the pages of each. With --by-segment -o writes the counts, as "
           "check,level,segment,n,of,share."));
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"run"_s}, tr("The number of a crawl, or last."), u"ID"_s, u"last"_s);
    options.add({u"where"_s}, tr("Only pages that pass this filter, for example: url contains /blog/."),
                u"FILTER"_s);
    options.add(
        {u"rules"_s},
        tr("Thresholds, rules that are off, and your own, as JSON: {\"rules\": [{\"id\": \"title_long\", "
           "\"threshold\": 600}, {\"id\": \"thin\", \"on\": false}, {\"id\": \"no_price\", \"set\": "
           "\"indexable\", \"level\": \"error\", \"filter\": \"url contains /shop/ and h2 empty\", \"what\": "
           "\"No price\"}]}. Without it the rules that the project keeps hold."),
        u"FILE"_s);
    options.add({u"keep-rules"_s}, tr("Keep the rules of --rules in the project."));
    options.add({u"by-segment"_s}, tr("Print each finding by segments of the site: those of --segments, else "
                                      "those that the project keeps, else the first folders."));
    options.add({u"segments"_s},
                tr("Segments by which findings are told, one a line: name, tab, filter over pages. A page "
                   "belongs to the first that it passes."),
                u"FILE"_s);
    options.add({u"keep-segments"_s}, tr("Keep the segments of --segments in the project."));
    options.add({u"list"_s}, tr("List the rules with their sets and thresholds, and end."));
    options.add({u"fail-on"_s},
                tr("End with status 5 when there is a finding of this level, or a worse one."),
                u"error|warning"_s);
    OutputOptions::addTo(options);
    if (!endedByParsing(options, args))
        read(options);
}

void AuditCommand::read(const Options &options)
{
    const QStringList projects = options.positional();
    const auto failOn = options.words(u"fail-on"_s, {u"error"_s, u"warning"_s});
    auto asked = std::make_shared<Asked>();
    const bool isBySegment = options.isSet(u"by-segment"_s) || options.isSet(u"segments"_s);
    auto output = OutputOptions::read(options, isBySegment ? segmentSchema() : audit::findingSchema());
    if (endedByErrors(failOn, output))
        return;
    const bool isBook = !isBySegment && output->format->id == exports::formats::Xlsx.id;
    Error usage;
    if (isBook && !output->columns.isEmpty())
        usage = {Reason::BadValue, 0, u"--output %1: without --columns"_s.arg(output->path)};
    else if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (options.text(u"run"_s) == "all"_L1)
        usage = {Reason::BadValue, 0, u"--run all"_s};
    for (const Kept &kept : KeptFiles) {
        const QString option = QString::fromLatin1(kept.option);
        if (options.isSet(option) && !options.isSet(QString::fromLatin1(kept.of)))
            usage = {Reason::BadValue, 0, u"--"_s + option};
    }
    if (usage.reason != Reason::None) {
        endWith(BadUsage, usage);
        return;
    }
    asked->output = std::move(*output);
    if (!failOn->isEmpty())
        asked->failOn = audit::levelOf(failOn->front());
    QList<FileRole> files{{u"PROJECT"_s, projects.front(), FileRole::Use::Project}};
    if (endedByErrors(checkDistinct(files + asked->output.files())))
        return;
    if (const auto writable = asked->output.checkWritable(); !writable) {
        endWith(NotStored, writable.error());
        return;
    }
    auto project = ReadProject::open(projects.front(), console());
    if (!project) {
        endWith(statusOfUnreadable(project.error()), project.error());
        return;
    }
    asked->project = std::move(*project);
    if (!readRules(options, *asked) || (isBySegment && !readSegments(options, *asked)))
        return;
    if (options.isSet(u"list"_s)) {
        for (const QString &line : ruleOverview(asked->rules.rules()))
            console().out(line);
        end(Done);
        return;
    }
    auto question = readAuditQuestion(options, asked->project->reader());
    if (!question) {
        endWith(statusOfUnreadable(question.error()), question.error());
        return;
    }
    asked->question = std::move(*question);
    answer(std::move(asked));
}

bool AuditCommand::readRules(const Options &options, Asked &asked)
{
    if (!options.isSet(u"rules"_s)) {
        auto kept = keptRules(asked.project->reader());
        if (kept)
            asked.rules = std::move(*kept);
        return !endedByUnreadable(kept);
    }
    const QString path = options.text(u"rules"_s);
    const auto schemas = audit::auditSchemas(asked.project->reader());
    if (endedByUnreadable(schemas))
        return false;
    const auto text = readBounded(path, MostRuleBytes);
    const auto rules = text ? audit::RuleSet::parse(*text, *schemas) : std::unexpected(text.error());
    if (!rules) {
        endWith(BadUsage, {rules.error().reason, 0, u"%1: %2"_s.arg(path, rules.error().detail)});
        return false;
    }
    asked.rules = *rules;
    tellProblems(path, rules->problems());
    return !options.isSet(u"keep-rules"_s) ||
           keep(options, asked, audit::RuleSet::memoKey(), QString::fromUtf8(rules->toJson()));
}

bool AuditCommand::readSegments(const Options &options, Asked &asked)
{
    const auto schemas = audit::auditSchemas(asked.project->reader());
    if (endedByUnreadable(schemas))
        return false;
    if (!options.isSet(u"segments"_s)) {
        const auto memos = asked.project->reader().memos();
        if (memos)
            asked.segments = audit::Segments::of(*memos, *schemas);
        return !endedByUnreadable(memos);
    }
    const QString path = options.text(u"segments"_s);
    const auto text = readBounded(path, MostRuleBytes);
    const auto segments =
        text ? audit::Segments::parse(QString::fromUtf8(*text), *schemas) : std::unexpected(text.error());
    if (!segments) {
        endWith(BadUsage, {segments.error().reason, 0, u"%1: %2"_s.arg(path, segments.error().detail)});
        return false;
    }
    asked.segments = *segments;
    tellProblems(path, segments->problems());
    return !options.isSet(u"keep-segments"_s) ||
           keep(options, asked, audit::Segments::memoKey(), segments->text());
}

void AuditCommand::tellProblems(const QString &path, const QStringList &problems)
{
    for (const QString &problem : problems)
        console().say(tr("%1: left out: %2").arg(path, problem));
}

bool AuditCommand::keep(const Options &options, Asked &asked, const QString &key, const QString &memo)
{
    const QString project = options.positional().front();
    asked.project.reset();
    auto opened = store::Project::open(project);
    if (opened)
        (*opened)->writer().postMemo(key, memo);
    const auto closed = opened ? (*opened)->close() : std::unexpected(opened.error());
    auto again = closed ? ReadProject::open(project, console()) : std::unexpected(closed.error());
    if (!again) {
        endWith(NotStored, again.error());
        return false;
    }
    asked.project = std::move(*again);
    return true;
}

void AuditCommand::answer(std::shared_ptr<Asked> asked)
{
    InterruptWatcher::beginSaving();
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        const Answer found = watcher->future().takeResult();
        watcher->deleteLater();
        m_isCounting = false;
        if (found.findings)
            tell(*asked, found);
        else if (found.findings.error().reason == Reason::Cancelled)
            end(Interrupted);
        else
            endWith(statusOfUnreadable(found.findings.error()), found.findings.error());
    });
    m_isCounting = true;
    asked->project->reader().stopOn(m_stop.get_token());
    watcher->setFuture(QtConcurrent::run([asked, stop = m_stop.get_token()] {
        store::RowReader &reader = asked->project->reader();
        Answer found{audit::auditCrawl(reader, asked->question, asked->rules, stop), {}};
        if (!found.findings || !asked->segments)
            return found;
        auto counts = audit::countBySegment(reader, asked->question, *found.findings, *asked->segments, stop);
        if (counts)
            found.segments = std::move(*counts);
        else
            found.findings = std::unexpected(counts.error());
        return found;
    }));
}

void AuditCommand::tell(const Asked &asked, const Answer &answer)
{
    const QList<audit::Finding> &findings = *answer.findings;
    const OutputOptions &output = asked.output;
    qint64 places = 0;
    bool isReached = false;
    for (const audit::Finding &finding : findings) {
        places += finding.isHit() ? finding.count : 0;
        isReached = isReached || (asked.failOn && finding.isHit() && finding.rule.level <= *asked.failOn);
    }
    if (output.path != "-"_L1) {
        for (const QString &line :
             asked.segments ? segmentOverview(findings, answer.segments) : QStringList())
            console().out(line);
        for (const QString &line : auditOverview(asked.segments ? withoutHits(findings) : findings))
            console().out(line);
    }
    if (!asked.segments && output.format->id == exports::formats::Xlsx.id) {
        if (!writeBook(asked, findings))
            return;
    } else if (!output.path.isEmpty()) {
        const auto written =
            asked.segments
                ? writeTable(segmentSchema(), segmentRows(findings, answer.segments), output, console())
                : writeFindings(asked.project->reader(), asked.question.run, findings, output, console());
        if (!written) {
            endWith(NotStored, written.error());
            return;
        }
    }
    QJsonObject counts;
    for (const audit::Finding &finding : findings) {
        if (finding.isHit())
            counts.insert(finding.rule.id, finding.count);
    }
    const QJsonObject summary{{u"command"_s, u"audit"_s},      {u"rows"_s, places},
                              {u"findings"_s, counts},         {u"failed"_s, 0},
                              {u"stopped_by"_s, QJsonValue()}, {u"failures"_s, QJsonArray()}};
    const auto summed =
        output.summary.isEmpty() ? Result<void>() : writeSummary(summary, output.summary, console());
    if (!summed)
        endWith(NotStored, summed.error());
    else
        end(isReached ? LevelReached : Done);
}

bool AuditCommand::writeBook(const Asked &asked, const QList<audit::Finding> &findings)
{
    const auto written =
        session::writeAuditBook({asked.project->path(), asked.question.run, findings, asked.output.path}, {});
    if (!written) {
        endWith(NotStored, written.error());
        return false;
    }
    for (const QString &notice : written->notices)
        console().say(notice);
    return true;
}

void AuditCommand::interrupt()
{
    if (m_isCounting)
        m_stop.request_stop();
    else
        Command::interrupt();
}

} // namespace linnet::cli
