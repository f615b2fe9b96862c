// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/output/comparedrows.h"
#include "cli/output/findingoutput.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "cli/output/rowoutput.h"
#include "cli/process/interruptwatcher.h"
#include "exports/file/exportpath.h"
#ifdef LINNET_REPORTS
#include "report/graphdrawing.h"
#include "report/reportfile.h"
#endif
#include "table/leftoutschema.h"
#include "table/linkschema.h"
#include "table/vacancyschema.h"

#include <algorithm>

#include <QFileInfo>
#ifdef LINNET_REPORTS
#include <QGuiApplication>
#endif
#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

/// What an audit by the rules of the project found, and where it goes.
struct ExportCommand::Findings
{
    ReadProject project;
    audit::AuditQuestion question;
    audit::RuleSet rules;
    OutputOptions output;
    Result<QList<audit::Finding>> found;
};

namespace {

/// All that a project has, and what is made of it.
QStringList exportedTables()
{
    return allTableNames() + QStringList{audit::findingSchema().key};
}

const table::Schema *schemaOf(const Options &options)
{
    const table::Schema *named = table::schemaByKey(options.text(u"table"_s));
    const bool leftOut = options.isSet(u"left-out"_s) && named == &table::vacancySchema();
    return leftOut ? &table::leftOutSchema() : named;
}

} // namespace

QString ExportCommand::summary() const
{
    return tr("Write rows of a saved project to a file.");
}

void ExportCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"table"_s},
                exportedTables().join(u", ") + u". "_s +
                    tr("findings: what audit -o writes, by the rules that the project keeps; --where is of "
                       "pages. Pictures are links: --table links --where \"element in (img, source)\"."),
                u"NAME"_s, allTableNames().front());
    options.add({u"left-out"_s}, tr("Vacancies that were left out, with the rule, instead of those read."));
    addRowOptions(options);
    OutputOptions::addTo(options);
    OutputOptions::addPackageTo(options);
    OutputOptions::addNamesTo(options);
#ifdef LINNET_REPORTS
    options.add(
        {u"nodes"_s},
        tr("With --table links -o FILE.png, .svg or .pdf, which draws the graph of the pages that pass "
           "--where: what a dot stands for, %1. With it a .gexf has places, sizes and colours, too.")
            .arg(report::GraphDrawing::groupingCodes().join(u", ")),
        u"NODES"_s, report::GraphDrawing::groupingCodes().front());
#endif
    if (endedByParsing(options, args))
        return;
#ifdef LINNET_REPORTS
    const QString output = options.text(u"output"_s);
    if (options.text(u"table"_s) == table::linkSchema().key &&
        (report::GraphDrawing::isDrawing(output) ||
         (options.isSet(u"nodes"_s) && report::GraphDrawing::mayBeDrawing(output))))
        return exportDrawing(options);
#endif
    if (options.text(u"table"_s) == audit::findingSchema().key)
        exportFindings(options);
    else
        end(run(options));
}

void ExportCommand::exportFindings(const Options &options)
{
    const QStringList projects = options.positional();
    auto output = OutputOptions::read(options, audit::findingSchema());
    Error usage;
    if (!output)
        usage = output.error();
    else if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (const QStringList others{u"left-out"_s, u"datapackage"_s, u"summary"_s};
             std::ranges::any_of(others, [&](const QString &other) { return options.isSet(other); }))
        usage = {Reason::BadValue, 0, u"--table findings: --"_s + others.join(u", --"_s)};
    else if (const auto distinct = checkDistinct(
                 QList<FileRole>{{u"PROJECT"_s, projects.front(), FileRole::Use::Project}} + output->files());
             !distinct)
        usage = distinct.error();
    if (usage.reason != Reason::None)
        return endWith(BadUsage, usage);
    if (const auto writable = output->checkWritable(); !writable)
        return endWith(NotStored, writable.error());
    auto project = ReadProject::open(projects.front(), console());
    auto question =
        project ? readAuditQuestion(options, project->reader()) : std::unexpected(project.error());
    auto rules = question ? keptRules(project->reader()) : std::unexpected(question.error());
    if (!rules)
        return endWith(statusOfUnreadable(rules.error()), rules.error());
    auto asked = std::make_shared<Findings>(
        Findings{std::move(*project), std::move(*question), std::move(*rules), std::move(*output), {}});
    InterruptWatcher::beginSaving();
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        watcher->deleteLater();
        m_isCounting = false;
        write(*asked);
    });
    m_isCounting = true;
    asked->project.reader().stopOn(m_stop.get_token());
    watcher->setFuture(QtConcurrent::run([asked, stop = m_stop.get_token()] {
        asked->found = audit::auditCrawl(asked->project.reader(), asked->question, asked->rules, stop);
    }));
}

void ExportCommand::write(const Findings &findings)
{
    if (!findings.found && findings.found.error().reason == Reason::Cancelled)
        return end(Interrupted);
    if (!findings.found)
        return endWith(statusOfUnreadable(findings.found.error()), findings.found.error());
    const auto written = writeFindings(findings.project.reader(), findings.question.run, *findings.found,
                                       findings.output, console());
    if (!written && written.error().reason == Reason::Cancelled)
        end(Interrupted);
    else if (!written)
        endWith(NotStored, written.error());
    else
        end(Done);
}

#ifdef LINNET_REPORTS
struct ExportCommand::Drawing
{
    ReadProject project;
    report::GraphDrawing drawing;
    Result<qint64> nodes;
};

void ExportCommand::exportDrawing(const Options &options)
{
    const QStringList projects = options.positional();
    const QString path = options.text(u"output"_s);
    const auto grouping = report::GraphDrawing::groupingOf(options.text(u"nodes"_s));
    Error usage;
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (!grouping)
        usage = {Reason::BadValue, 0,
                 u"--nodes %1: %2"_s.arg(options.text(u"nodes"_s),
                                         report::GraphDrawing::groupingCodes().join(u", "))};
    else if (const QStringList others{u"left-out"_s, u"datapackage"_s, u"summary"_s, u"columns"_s, u"sort"_s};
             std::ranges::any_of(others, [&](const QString &other) { return options.isSet(other); }))
        usage = {Reason::BadValue, 0, u"%1: --%2"_s.arg(path, others.join(u", --"_s))};
    else if (const auto distinct = checkDistinct({{u"PROJECT"_s, projects.front(), FileRole::Use::Project},
                                                  {u"--output"_s, path, FileRole::Use::Write}});
             !distinct)
        usage = distinct.error();
    if (usage.reason != Reason::None)
        return endWith(BadUsage, usage);
    auto writable = exports::checkWritable(path);
    if (writable)
        writable = report::checkFonts();
    if (!writable)
        return endWith(NotStored, writable.error());
    auto project = ReadProject::open(projects.front(), console());
    auto question =
        project ? readAuditQuestion(options, project->reader()) : std::unexpected(project.error());
    if (!question)
        return endWith(statusOfUnreadable(question.error()), question.error());
    auto asked = std::make_shared<Drawing>(Drawing{std::move(*project), {}, {}});
    asked->drawing.question = {question->run, question->pages};
    asked->drawing.grouping = *grouping;
    asked->drawing.font = QGuiApplication::font();
    asked->drawing.path = path;
    InterruptWatcher::beginSaving();
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        watcher->deleteLater();
        m_isCounting = false;
        if (asked->nodes)
            end(Done);
        else if (asked->nodes.error().reason == Reason::Cancelled)
            end(Interrupted);
        else
            endWith(NotStored, asked->nodes.error());
    });
    m_isCounting = true;
    watcher->setFuture(QtConcurrent::run([asked, stop = m_stop.get_token()] {
        asked->nodes = asked->drawing.make(asked->project.reader(), stop);
    }));
}
#endif

void ExportCommand::interrupt()
{
    if (m_isCounting)
        m_stop.request_stop();
    else
        Command::interrupt();
}

int ExportCommand::run(const Options &options)
{
    const auto usage = [this](const Error &error) {
        console().complain(error);
        return BadUsage;
    };
    const table::Schema *schema = schemaOf(options);
    if (options.isSet(u"left-out"_s) && schema != &table::leftOutSchema())
        return usage({Reason::BadValue, 0, u"--left-out: --table vacancies"_s});
    if (!schema)
        return usage({Reason::BadValue, 0,
                      u"--table %1: %2"_s.arg(options.text(u"table"_s), exportedTables().join(u", "))});
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        return usage({Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')});
    schema = &schemaIn(projects.front(), *schema);
    auto output = OutputOptions::read(options, *schema);
    if (!output)
        return usage(output.error());
    if (const auto named = OutputOptions::readNames(options, *schema, *output); !named)
        return usage(named.error());
    output->package = options.isSet(u"datapackage"_s);
    const bool isFile =
        !output->path.isEmpty() && output->path != u"-" && !exports::isSpecialFile(output->path);
    if (output->package && !(isFile && output->format->style))
        return usage({Reason::BadValue, 0, u"--datapackage: --output FILE.csv, FILE.tsv"_s});
    if (!output->summary.isEmpty())
        return usage({Reason::BadValue, 0, u"--summary"_s});
    const FileRole project{u"PROJECT"_s, projects.front(), FileRole::Use::Project};
    if (const auto distinct = checkDistinct(QList{project} + output->files()); !distinct)
        return usage(distinct.error());
    const auto unreadable = [this](const Error &error) {
        console().complain(error);
        return int(statusOfUnreadable(error));
    };
    const auto opened = ReadProject::open(projects.front(), console());
    if (!opened)
        return unreadable(opened.error());
    const auto query = readQuery(options, *schema, opened->reader());
    if (!query)
        return unreadable(query.error());
    const auto writable = output->checkWritable();
    QString path = opened->path();
    std::shared_ptr<const session::RunChanges> comparison;
    if (writable && asksOverTime(*query, output->columns)) {
        auto found = comparisonFor(path, *query);
        if (!found)
            return unreadable(found.error());
        comparison = std::move(*found);
        path = comparison->path();
    }
    InterruptWatcher::beginSaving();
    const auto written = writable ? RowOutput(*output, console()).write(path, *query)
                                  : Result<qint64>(std::unexpected(writable.error()));
    if (!written && written.error().reason == Reason::Cancelled)
        return Interrupted;
    if (!written) {
        console().complain(written.error());
        return NotStored;
    }
    return Done;
}

} // namespace linnet::cli
