// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/filerole.h"
#include "cli/options/options.h"
#include "cli/options/proxyoptions.h"
#include "exports/job/exportformats.h"
#include "jobs/requestspec.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::cli {

/// Where results go, as every command that makes rows takes it.
class OutputOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::OutputOptions)

public:
    QString path; ///< "" = the first rows as a plain table, "-" = CSV on stdout
    const exports::ExportFormat *format = nullptr; ///< of the path; for "-" the kind of CSV
    const exports::ExportFormat *csv = nullptr;    ///< the kind of CSV for further files
    QList<int> columns;                            ///< empty = all
    QString names;                                 ///< of the headers, see exports::HeaderNames
    QString summary;                               ///< "" = none, "-" = stdout
    bool summarySheet = true;                      ///< workbooks: with the sheet "Summary"
    bool asShown = false;                          ///< workbooks: see exports::ExportSpec::asShown
    bool package = false;                          ///< also a datapackage.json beside the file

    /// alsoOutput: a further name of --output.
    static void addTo(Options &options, const QStringList &alsoOutput = {});
    /// --datapackage, of commands that write nothing but rows.
    static void addPackageTo(Options &options);
    /// --names, of commands that write nothing but rows.
    static void addNamesTo(Options &options);
    /// Has --names in it afterwards, and its columns unless others are chosen.
    static Result<void> readNames(const Options &options, const table::Schema &schema, OutputOptions &output);
    /// For a further file with rows of that table, all columns; the error names the option.
    static Result<OutputOptions> forFile(const QString &option, const QString &path,
                                         const table::Schema &schema, const exports::ExportFormat &csv);
    static Result<OutputOptions> read(const Options &options, const table::Schema &schema);
    /// Before the first request: folders exist and can be written. Reason::Io with the path.
    Result<void> checkWritable() const;
    /// Output and summary, for checkDistinct().
    QList<FileRole> files() const;
};

/// How requests are made, as every command that makes requests takes it.
class RequestOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::RequestOptions)

public:
    jobs::RequestSpec spec;
    bool direct = false;           ///< also what no run asks for
    QList<proxies::Proxy> proxies; ///< with logins
    std::vector<InputFailure> inputFailures;
    QString project; ///< "" = a temporary one
    QString log;
    bool quiet = false;
    QList<FileRole> files; ///< project, log and lists, for checkDistinct()
    /// How long it waits while no server answers; 0 = until one does.
    std::chrono::milliseconds patience{60'000};

    static void addPatienceTo(Options &options);
    static Result<std::chrono::milliseconds> readPatience(const Options &options);
    static void addTo(Options &options);
    static Result<RequestOptions> read(const Options &options);
    /// For commands that take the project in another way.
    static void addWithoutProject(Options &options);
    static Result<RequestOptions> readWithoutProject(const Options &options);
    void setProject(const QString &option, const QString &path);
};

/// The token of --token-file or of that variable of the environment; empty when neither is given.
/// Reason::BadValue for what is no token.
Result<QByteArray> readToken(const Options &options, const QByteArray &variable);

} // namespace linnet::cli
