// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "cli/proxyoptions.h"
#include "exports/exportformat.h"
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
    exports::Format format = exports::Format::Csv;
    exports::CsvDialect dialect = exports::CsvDialect::Standard;
    QList<int> columns; ///< empty = all
    QString summary;    ///< "" = none, "-" = stdout

    /// alsoOutput: a further name of --output.
    static void addTo(Options &options, const QStringList &alsoOutput = {});
    /// For a further file with rows of that table, all columns; the error names the option.
    static Result<OutputOptions> forFile(const QString &option, const QString &path,
                                         const table::Schema &schema, exports::CsvDialect dialect);
    static Result<OutputOptions> read(const Options &options, const table::Schema &schema);
    /// Before the first request: folders exist and can be written. Reason::Io with the path.
    Result<void> checkWritable() const;
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

    static void addTo(Options &options);
    static Result<RequestOptions> read(const Options &options);
};

/// The token of --token-file or of that variable of the environment; empty when neither is given.
Result<QByteArray> readToken(const Options &options, const QByteArray &variable);

} // namespace linnet::cli
