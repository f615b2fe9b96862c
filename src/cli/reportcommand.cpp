// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportcommand.h"

#include "base/boundedfile.h"
#include "cli/options/filerole.h"
#include "cli/options/options.h"
#include "cli/options/payrulesoption.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "cli/process/interruptwatcher.h"
#include "exports/file/exportpath.h"
#include "report/logo.h"
#include "report/reportfile.h"
#include "report/reportmaker.h"
#include "session/changes/comparedruns.h"
#include "session/runkinds.h"
#include "store/removedrows.h"
#include "table/schema.h"
#include "table/vacancyschema.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QtConcurrentRun>

#include <cerrno>
#include <cstdio>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

/// What the options ask.
struct ReportCommand::Asked
{
    std::optional<ReadProject> project;
    report::ReportSpec spec;
    report::ReportProgress progress;
    report::ReportFormat format = report::ReportFormat::Html;
    QString path; ///< "-" = standard output
    QFont font;
};

namespace {

constexpr qint64 MostRemarkBytes = 1024 * 1024;

QStringList reportTables()
{
    QStringList names;
    for (const table::Schema *schema : table::allSchemas()) {
        if (report::hasReport(*schema))
            names.append(schema->key);
    }
    return names;
}

QStringList questionKeys()
{
    QStringList keys;
    for (const QString &name : reportTables()) {
        for (const QString &key : report::questionsOf(*table::schemaByKey(name))) {
            if (!keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

/// Of the kind of the runs that are named, else of vacancies where there are some, else of the last run.
const table::Schema *tableOf(const std::vector<store::RunInfo> &runs, const QStringList &named)
{
    const table::Schema *newest = nullptr;
    for (const store::RunInfo &run : runs) {
        const table::Schema *rows = session::comparedRows(run.kind);
        rows = rows ? rows : session::rowsOf(run.kind);
        if (!rows || !report::hasReport(*rows) || store::RemovedRows::of(run.counts))
            continue;
        if (named.contains(QString::number(run.id)))
            return rows;
        if (newest != &table::vacancySchema())
            newest = rows;
    }
    return newest;
}

Result<QString> readRemarks(const QString &path)
{
    if (path.isEmpty())
        return QString();
    const auto bytes = readBounded(path, MostRemarkBytes);
    return bytes ? Result<QString>(QString::fromUtf8(*bytes)) : std::unexpected(bytes.error());
}

Result<void> writeOut(const QByteArray &bytes)
{
    QFile out;
    errno = 0;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.flush())
        return fail(Reason::Io, out.errorString());
    return {};
}

} // namespace

QString ReportCommand::summary() const
{
    return tr("What the rows of a project say as one file to hand over, HTML or PDF.");
}

void ReportCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"o"_s, u"output"_s},
                tr("The file, .html or .pdf; - writes HTML to standard output. A file that is there already "
                   "is replaced as a whole."),
                u"FILE"_s);
    options.add({u"table"_s},
                tr("Of which rows: %1. Without it that of the runs, vacancies first.")
                    .arg(reportTables().join(u", "_s)),
                u"NAME"_s);
    options.offer(u"table"_s, reportTables());
    options.add({u"run"_s}, tr("A run's number (repeatable), last or all."), u"ID"_s, u"last"_s);
    options.add(
        {u"where"_s},
        tr("Only rows that pass this filter, for example: salary_from >= 100000 and skills in (SQL)."),
        u"FILTER"_s);
    options.add(
        {u"questions"_s},
        tr("Only these, with commas between: %1; of the questions kept in the project own-1 and so on. "
           "Without it all that the rows can answer.")
            .arg(questionKeys().join(u", "_s)),
        u"ID,ID"_s);
    options.add({u"title"_s}, tr("The title. Without it what was searched for."), u"TEXT"_s);
    options.add({u"remarks"_s}, tr("A text file with remarks of your own; an empty line begins a paragraph."),
                u"FILE"_s);
    options.add({u"author"_s}, tr("Who hands it over."), u"NAME"_s);
    options.add({u"logo"_s},
                tr("A picture beside the title, PNG or JPEG, at most %1 MB.")
                    .arg(report::MostLogoBytes / (1024 * 1024)),
                u"FILE"_s);
    addPayRulesOption(options);
    if (!endedByParsing(options, args))
        read(options);
}

void ReportCommand::read(const Options &options)
{
    const QString path = options.text(u"output"_s);
    const auto format = path == "-"_L1 ? report::ReportFormat::Html : report::formatOfPath(path);
    const QStringList projects = options.positional();
    const table::Schema *named = table::schemaByKey(options.text(u"table"_s));
    Error usage;
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (!format)
        usage = {Reason::BadValue, 0, u"--output %1: FILE.html, FILE.pdf, -"_s.arg(path)};
    else if (options.isSet(u"table"_s) && (!named || !report::hasReport(*named)))
        usage = {Reason::BadValue, 0,
                 u"--table %1: %2"_s.arg(options.text(u"table"_s), reportTables().join(u", "_s))};
    if (usage.reason != Reason::None) {
        endWith(BadUsage, usage);
        return;
    }
    const auto rules = readPayRules(options);
    const auto remarks = readRemarks(options.text(u"remarks"_s));
    auto logo = options.isSet(u"logo"_s) ? report::readLogo(options.text(u"logo"_s)) : report::Logo();
    const auto distinct =
        checkDistinct({{u"PROJECT"_s, projects.front(), FileRole::Use::Project},
                       {u"--output"_s, path, FileRole::Use::Write},
                       {u"--remarks"_s, options.text(u"remarks"_s), FileRole::Use::Read},
                       {u"--logo"_s, options.text(u"logo"_s), FileRole::Use::Read},
                       {u"--pay-rules"_s, options.text(u"pay-rules"_s), FileRole::Use::Read}});
    if (endedByErrors(rules, remarks, logo, distinct))
        return;
    auto writable = exports::checkWritable(path);
    if (writable)
        writable = report::checkFonts();
    if (!writable) {
        endWith(NotStored, writable.error());
        return;
    }
    auto asked = std::make_shared<Asked>();
    asked->format = *format;
    asked->path = path;
    asked->font = QGuiApplication::font();
    for (const QString &key : options.text(u"questions"_s).split(u',', Qt::SkipEmptyParts))
        asked->spec.questions.append(key.trimmed());
    asked->spec.payRules = *rules;
    asked->spec.title = options.text(u"title"_s);
    asked->spec.author = options.text(u"author"_s);
    asked->spec.remarks = *remarks;
    asked->spec.logo = std::move(*logo);
    auto opened = ReadProject::open(projects.front(), console());
    if (!opened) {
        endWith(statusOfUnreadable(opened.error()), opened.error());
        return;
    }
    asked->spec.projectPath = opened->path();
    asked->project = std::move(*opened);
    if (readRows(options, asked->project->reader(), *asked))
        make(std::move(asked));
}

bool ReportCommand::readRows(const Options &options, store::RowReader &reader, Asked &asked)
{
    const auto runs = reader.runs();
    if (!runs) {
        endWith(statusOfUnreadable(runs.error()), runs.error());
        return false;
    }
    const QStringList words = options.texts(u"run"_s);
    const table::Schema *schema =
        options.isSet(u"table"_s) ? table::schemaByKey(options.text(u"table"_s)) : tableOf(*runs, words);
    if (!schema) {
        endWith(BadUsage, {Reason::BadValue, 0, u"--run "_s + options.text(u"run"_s)});
        return false;
    }
    const auto memos = reader.memos();
    if (!memos) {
        endWith(statusOfUnreadable(memos.error()), memos.error());
        return false;
    }
    const QStringList keys = report::questionsOf(*schema, *memos);
    for (const QString &key : asked.spec.questions) {
        if (keys.contains(key))
            continue;
        endWith(BadUsage, {Reason::BadValue, 0, u"--questions %1: %2"_s.arg(key, keys.join(u", "_s))});
        return false;
    }
    auto query = readQuery(options, *schema, reader);
    if (!query) {
        endWith(statusOfUnreadable(query.error()), query.error());
        return false;
    }
    asked.spec.rows = std::move(*query);
    return true;
}

void ReportCommand::make(std::shared_ptr<Asked> asked)
{
    InterruptWatcher::beginSaving();
    using Bytes = Result<QByteArray>;
    auto *watcher = new QFutureWatcher<Bytes>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        const Bytes bytes = watcher->future().takeResult();
        watcher->deleteLater();
        m_isMaking = false;
        if (!bytes && bytes.error().reason == Reason::Cancelled) {
            end(Interrupted);
            return;
        }
        if (!bytes) {
            endWith(statusOfUnreadable(bytes.error()), bytes.error());
            return;
        }
        const auto written =
            asked->path == "-"_L1 ? writeOut(*bytes) : report::saveReport(*bytes, asked->path);
        if (!written)
            endWith(NotStored, written.error());
        else
            end(Done);
    });
    m_isMaking = true;
    watcher->setFuture(QtConcurrent::run([asked, stop = m_stop.get_token()]() -> Bytes {
        const auto made = report::makeReport(asked->spec, asked->progress, stop);
        return made ? report::reportBytes(*made, asked->format, asked->font, stop)
                    : std::unexpected(made.error());
    }));
}

void ReportCommand::interrupt()
{
    if (m_isMaking)
        m_stop.request_stop();
    else
        Command::interrupt();
}

} // namespace linnet::cli
