// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

#include "exports/file/exportpath.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>

#include <cmath>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<int>> readColumns(const QString &list, const table::Schema &schema)
{
    QList<int> columns;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto index = schema.indexOf(word.trimmed());
        if (!index)
            return fail(Reason::BadValue, u"--columns "_s + word);
        columns.append(*index);
    }
    return columns;
}

} // namespace

Result<QByteArray> readToken(const Options &options, const QByteArray &variable)
{
    if (!options.isSet(u"token-file"_s))
        return qgetenv(variable.constData()).trimmed();
    QFile file(options.text(u"token-file"_s));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Reason::BadValue, u"--token-file %1: %2"_s.arg(file.fileName(), file.errorString()));
    const QByteArray token = file.read(4096).trimmed();
    if (token.isEmpty())
        return fail(Reason::BadValue, u"--token-file %1"_s.arg(file.fileName()));
    return token;
}

void OutputOptions::addTo(Options &options, const QStringList &alsoOutput)
{
    options.add(QStringList{u"o"_s, u"output"_s} + alsoOutput,
                tr("Write the rows to FILE: .csv, .tsv, .xlsx, .json or .jsonl; - is CSV on standard output. "
                   "Links also go to "
                   ".gexf, .graphml and .dot, pages to .xml, a sitemap."),
                u"FILE"_s);
    options.add({u"columns"_s}, tr("Only these columns, in this order."), u"a,b,…"_s);
    options.add({u"csv"_s}, tr("Kind of CSV: standard, excel-ru or excel-en."), u"KIND"_s, u"standard"_s);
    options.add({u"summary"_s}, tr("Write a summary as JSON; - is standard output."), u"FILE"_s);
}

Result<OutputOptions> OutputOptions::read(const Options &options, const table::Schema &schema)
{
    OutputOptions output;
    const auto dialect = exports::dialectByName(options.text(u"csv"_s));
    if (!dialect)
        return fail(Reason::BadValue,
                    u"--csv %1: standard, excel-ru, excel-en"_s.arg(options.text(u"csv"_s)));
    output.dialect = *dialect;
    output.summary = options.text(u"summary"_s);
    auto columns = readColumns(options.text(u"columns"_s), schema);
    if (!columns)
        return std::unexpected(columns.error());
    output.columns = std::move(*columns);
    output.path = options.text(u"output"_s);
    if (!options.isSet(u"output"_s) || output.path == u"-")
        return output;
    const auto file = forFile(u"output"_s, output.path, schema, output.dialect);
    if (!file)
        return std::unexpected(file.error());
    output.path = file->path;
    output.format = file->format;
    return output;
}

Result<OutputOptions> OutputOptions::forFile(const QString &option, const QString &path,
                                             const table::Schema &schema, exports::CsvDialect dialect)
{
    OutputOptions output;
    output.dialect = dialect;
    if (path.isEmpty())
        return fail(Reason::BadValue, u"--"_s + option);
    output.path = exports::resolvedPath(path, QDate::currentDate());
    const auto format = exports::formatOfPath(output.path);
    if (!format)
        return fail(Reason::BadValue, u"--%1 %2"_s.arg(option, format.error().detail));
    if (const auto fits = exports::checkTable(*format, schema); !fits)
        return fail(Reason::BadValue, u"--%1 %2: %3"_s.arg(option, output.path, fits.error().detail));
    output.format = *format;
    if (output.format == exports::Format::Har && !output.columns.isEmpty())
        return fail(Reason::BadValue, u"--output %1: without --columns"_s.arg(output.path));
    return output;
}

Result<void> OutputOptions::checkWritable() const
{
    for (const QString &file : {path, summary}) {
        if (file.isEmpty() || file == u"-")
            continue;
        if (const auto writable = exports::checkWritable(file); !writable)
            return writable;
    }
    return {};
}

void RequestOptions::addTo(Options &options)
{
    const jobs::RequestSpec usual;
    const auto seconds = [](auto duration) {
        return QString::number(std::chrono::duration<double>(duration).count());
    };
    options.add({u"project"_s}, tr("Keep the rows in this project file."), u"FILE"_s);
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
    ProxyOptions::addTo(options);
    options.add({u"user-agent"_s}, tr("How Linnet introduces itself."), u"TEXT"_s);
    options.add({u"quiet"_s}, tr("No progress."));
    options.add({u"log"_s}, tr("Write messages to FILE as well."), u"FILE"_s);
}

Result<RequestOptions> RequestOptions::read(const Options &options)
{
    RequestOptions result;
    const auto delay = options.real(u"delay"_s, 0, 3600);
    const auto perHost = options.integer(u"per-host"_s, 1, 64);
    const auto total = options.integer(u"concurrency"_s, 1, 256);
    const auto timeout = options.real(u"timeout"_s, 1, 600);
    const auto retries = options.integer(u"retries"_s, 0, 10);
    const auto proxies = ProxyOptions::read(options);
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
    result.project = options.text(u"project"_s);
    result.quiet = options.isSet(u"quiet"_s);
    result.log = options.text(u"log"_s);
    if (const auto valid = result.spec.validate(); !valid)
        return std::unexpected(valid.error());
    return result;
}

} // namespace linnet::cli
