// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/inputfailure.h"
#include "cli/options/options.h"
#include "jobs/proxychoice.h"
#include "proxies/list/proxylist.h"

#include <QCoreApplication>

namespace linnet::cli {

/// A list of proxies from a file, with what could not be read in it.
struct ProxyFile
{
    proxies::ProxyList list;
    QString name;
    std::vector<InputFailure> failures;

    /// Why it is of no use when it holds no proxy, with the first line that cannot be read.
    QString nothingInIt() const;
};
/// Reason::BadValue when the file cannot be read; "-" is standard input.
Result<ProxyFile> readProxyFile(const QString &path);

/// Through which proxies requests go, as every command that makes requests takes it.
class ProxyOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::ProxyOptions)

public:
    jobs::ProxyChoice choice;
    QList<proxies::Proxy> list; ///< with logins
    bool scaleRate = false;
    std::vector<InputFailure> failures; ///< lines that cannot be read

    static void addTo(Options &options);
    static Result<ProxyOptions> read(const Options &options);
};

} // namespace linnet::cli
