// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/commonoptions.h"

#include "base/boundedfile.h"
#include "exports/file/exportpath.h"
#include "exports/job/datapackage.h"
#include "exports/table/headernames.h"
#include "jobs/accesstoken.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>

#include <cmath>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LargestToken = 4096;

Result<QList<int>> readColumns(const Options &options, const table::Schema &schema)
{
    const QString list = options.text(u"columns"_s);
    QList<int> columns;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto index = schema.indexOf(word.trimmed());
        if (!index)
            return fail(Reason::BadValue,
                        u"--columns %1: the table %2 has no such column"_s.arg(word.trimmed(), schema.key));
        if (columns.contains(*index))
            return fail(Reason::BadValue, u"--columns %1: chosen twice"_s.arg(word.trimmed()));
        columns.append(*index);
    }
    if (options.isSet(u"columns"_s) && columns.isEmpty())
        return fail(Reason::BadValue, u"--columns: no column is named"_s);
    return columns;
}

/// "links: .gexf, .graphml, .dot; pages: .xml; requests: .har"
QString furtherEndings()
{
    QStringList tables;
    for (const table::Schema *schema : table::allSchemas()) {
        if (const QString endings = exports::endingsOf(schema); !endings.isEmpty())
            tables.append(schema->key + u": "_s + endings);
    }
    return tables.join(u"; ");
}

} // namespace

Result<QByteArray> readToken(const Options &options, const QByteArray &variable)
{
    if (!options.isSet(u"token-file"_s)) {
        const auto token = jobs::readAccessToken(qgetenv(variable.constData()));
        return token ? token
                     : fail(Reason::BadValue, QString::fromLatin1(variable) + u": "_s + token.error().detail);
    }
    const QString path = options.text(u"token-file"_s);
    const auto bytes = readBounded(path, LargestToken);
    const auto token = bytes ? jobs::readAccessToken(*bytes) : std::unexpected(bytes.error());
    if (!bytes)
        return fail(Reason::BadValue, u"--token-file "_s + bytes.error().detail);
    if (!token)
        return fail(Reason::BadValue, u"--token-file %1: %2"_s.arg(path, token.error().detail));
    if (token->isEmpty())
        return fail(Reason::BadValue, u"--token-file %1: it is empty"_s.arg(path));
    return token;
}

void OutputOptions::addTo(Options &options, const QStringList &alsoOutput)
{
    options.add(QStringList{u"o"_s, u"output"_s} + alsoOutput,
                tr("Write the rows to FILE (%1); - is CSV on standard output. Some tables can be written to "
                   "further kinds of files: %2.")
                    .arg(exports::endingsOf(nullptr), furtherEndings()),
                u"FILE"_s);
    options.add({u"columns"_s}, tr("Only these columns, in this order."), u"a,b,…"_s);
    options.add({u"csv"_s}, tr("Kind of CSV: %1.").arg(exports::dialects().join(u", ")), u"KIND"_s,
                exports::dialects().front());
    options.offer(u"csv"_s, exports::dialects());
    options.add(
        {u"as-shown"_s},
        tr("Workbooks: titles, dates and links as in the window, instead of names and values as stored."));
    options.add({u"no-summary"_s}, tr("Workbooks without the sheet with counts and charts."));
    options.add({u"summary"_s}, tr("Write a summary as JSON; - is standard output."), u"FILE"_s);
}

void OutputOptions::addPackageTo(Options &options)
{
    options.add(
        {u"datapackage"_s},
        tr("Also datapackage.json beside the CSV or TSV file: how it is read, what its columns are, sources "
           "and terms (Frictionless Data Package)."));
}

void OutputOptions::addNamesTo(Options &options)
{
    options.add(
        {u"names"_s},
        tr("Name the columns of pages and links as the exports of another program do, and write those "
           "that it has unless --columns says which: %1. Values stay as they are stored.")
            .arg(exports::HeaderNames::all().join(u", ")),
        u"PROGRAM"_s);
}

Result<void> OutputOptions::readNames(const Options &options, const table::Schema &schema,
                                      OutputOptions &output)
{
    if (!options.isSet(u"names"_s))
        return {};
    output.names = options.text(u"names"_s);
    const auto columns = exports::HeaderNames::columns(output.names, schema);
    if (!columns)
        return fail(Reason::BadValue, u"--names "_s + columns.error().detail);
    if (output.path.isEmpty())
        return fail(Reason::BadValue, u"--names: --output FILE"_s);
    if (output.asShown)
        return fail(Reason::BadValue, u"--names: without --as-shown"_s);
    if (output.format->columns != exports::ExportFormat::Columns::Chosen)
        return fail(Reason::BadValue, u"--names: --output FILE.csv, .tsv, .xlsx, .json, .jsonl"_s);
    if (output.columns.isEmpty())
        output.columns = *columns;
    return {};
}

Result<OutputOptions> OutputOptions::read(const Options &options, const table::Schema &schema)
{
    OutputOptions output;
    const auto csv = exports::formatOfDialect(options.text(u"csv"_s));
    if (!csv)
        return fail(Reason::BadValue, u"--csv "_s + csv.error().detail);
    output.csv = *csv;
    output.format = *csv;
    output.summary = options.text(u"summary"_s);
    output.summarySheet = !options.isSet(u"no-summary"_s);
    output.asShown = options.isSet(u"as-shown"_s);
    auto columns = readColumns(options, schema);
    if (!columns)
        return std::unexpected(columns.error());
    output.columns = std::move(*columns);
    output.path = options.text(u"output"_s);
    if (!options.isSet(u"output"_s) || output.path == u"-")
        return output;
    const auto file = forFile(u"output"_s, output.path, schema, **csv);
    if (!file)
        return std::unexpected(file.error());
    if (file->format->columns == exports::ExportFormat::Columns::All && !output.columns.isEmpty())
        return fail(Reason::BadValue, u"--output %1: without --columns"_s.arg(file->path));
    output.path = file->path;
    output.format = file->format;
    return output;
}

Result<OutputOptions> OutputOptions::forFile(const QString &option, const QString &path,
                                             const table::Schema &schema, const exports::ExportFormat &csv)
{
    OutputOptions output;
    output.csv = &csv;
    if (path.isEmpty())
        return fail(Reason::BadValue, u"--"_s + option);
    output.path = exports::resolvedPath(path, QDate::currentDate());
    // A device takes what a pipe takes.
    const bool isNameless = exports::isSpecialFile(path) && QFileInfo(path).suffix().isEmpty();
    const auto format = isNameless ? &csv : exports::formatOfPath(output.path);
    if (!format)
        return fail(Reason::BadValue, u"--%1 %2"_s.arg(option, format.error().detail));
    if (const auto fits = exports::checkTable(**format, schema); !fits)
        return fail(Reason::BadValue, u"--%1 %2: %3"_s.arg(option, output.path, fits.error().detail));
    // The ending of a kind of CSV says no more than that it is one.
    output.format = (*format)->dialect.isEmpty() ? *format : &csv;
    return output;
}

Result<void> OutputOptions::checkWritable() const
{
    const QString described = package ? exports::dataPackagePath(path) : QString();
    for (const QString &file : {path, summary, described}) {
        if (file.isEmpty() || file == u"-")
            continue;
        if (const auto writable = exports::checkWritable(file); !writable)
            return writable;
    }
    return {};
}

QList<FileRole> OutputOptions::files() const
{
    QList<FileRole> files{{u"--output"_s, path, FileRole::Use::Write},
                          {u"--summary"_s, summary, FileRole::Use::Write}};
    if (package)
        files.append({u"--datapackage"_s, exports::dataPackagePath(path), FileRole::Use::Write});
    return files;
}

void RequestOptions::addPatienceTo(Options &options)
{
    options.add({u"give-up"_s},
                tr("End when no server has answered for so many seconds, as without a network; 0: wait."),
                u"SECONDS"_s, u"60"_s);
}

Result<std::chrono::milliseconds> RequestOptions::readPatience(const Options &options)
{
    const auto seconds = options.real(u"give-up"_s, 0, 1e6);
    if (!seconds)
        return std::unexpected(seconds.error());
    return std::chrono::milliseconds(qint64(*seconds * 1000));
}

void RequestOptions::addTo(Options &options)
{
    options.add({u"project"_s}, tr("Keep the rows in this project file."), u"FILE"_s);
    addWithoutProject(options);
}

void RequestOptions::addWithoutProject(Options &options)
{
    const jobs::RequestSpec usual;
    const auto seconds = [](auto duration) {
        return QString::number(std::chrono::duration<double>(duration).count());
    };
    options.add({u"d"_s, u"delay"_s}, tr("Seconds between two requests to one server."), u"SECONDS"_s,
                seconds(usual.pace.delay));
    options.add({u"per-host"_s}, tr("Requests under way at one server."), u"N"_s,
                QString::number(usual.pace.perHost));
    options.add({u"concurrency"_s}, tr("Requests under way in all."), u"N"_s,
                QString::number(usual.pace.total));
    options.add({u"timeout"_s}, tr("Seconds that one attempt may take."), u"SECONDS"_s,
                seconds(usual.timeout));
    options.add({u"retries"_s}, tr("Further attempts after the first."), u"N"_s,
                QString::number(usual.retries));
    addPatienceTo(options);
    ProxyOptions::addTo(options);
    options.add({u"user-agent"_s}, tr("How Linnet introduces itself."), u"TEXT"_s);
    options.add({u"quiet"_s}, tr("No progress."));
    options.add({u"log"_s}, tr("Write messages to FILE as well."), u"FILE"_s);
}

Result<RequestOptions> RequestOptions::read(const Options &options)
{
    auto result = readWithoutProject(options);
    if (result)
        result->setProject(u"--project"_s, options.text(u"project"_s));
    return result;
}

void RequestOptions::setProject(const QString &option, const QString &path)
{
    project = path;
    files.append({option, path, FileRole::Use::Project});
}

Result<RequestOptions> RequestOptions::readWithoutProject(const Options &options)
{
    RequestOptions result;
    const auto delay = options.real(u"delay"_s, 0, 3600);
    const auto perHost = options.integer(u"per-host"_s, 1, 64);
    const auto total = options.integer(u"concurrency"_s, 1, 256);
    const auto timeout = options.real(u"timeout"_s, 1, 600);
    const auto retries = options.integer(u"retries"_s, 0, 10);
    const auto proxies = ProxyOptions::read(options);
    const auto patience = readPatience(options);
    if (!patience)
        return std::unexpected(patience.error());
    result.patience = *patience;
    if (!delay || !timeout)
        return std::unexpected(!delay ? delay.error() : timeout.error());
    for (const auto *number : {&perHost, &total, &retries}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    if (!proxies)
        return std::unexpected(proxies.error());
    result.spec.pace.delay = std::chrono::nanoseconds(qint64(std::llround(*delay * 1e9)));
    result.spec.pace.perHost = int(*perHost);
    result.spec.pace.total = int(*total);
    result.spec.timeout = std::chrono::milliseconds(qint64(*timeout * 1000));
    result.spec.retries = int(*retries);
    result.spec.userAgent = options.text(u"user-agent"_s).toUtf8();
    result.spec.proxy = proxies->choice;
    result.spec.pace.scaledByProxy = proxies->scaleRate;
    result.proxies = proxies->list;
    result.inputFailures = proxies->failures;
    result.quiet = options.isSet(u"quiet"_s);
    result.log = options.text(u"log"_s);
    result.files = {{u"--log"_s, result.log, FileRole::Use::Write},
                    {u"--proxies"_s, options.text(u"proxies"_s), FileRole::Use::Read}};
    if (const auto valid = result.spec.validate(); !valid)
        return std::unexpected(valid.error());
    return result;
}

} // namespace linnet::cli
