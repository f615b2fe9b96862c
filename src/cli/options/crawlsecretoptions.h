// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/filerole.h"
#include "cli/options/options.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>

namespace linnet::cli {

/// The logins, cookies and headers of a crawl. They stay in memory and are named by the place that they are
/// for, as links::CrawlSecrets names it.
class CrawlSecretOptions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::CrawlSecretOptions)

public:
    /// For Session::setToken().
    QHash<QString, QByteArray> tokens;

    static void addTo(Options &options);
    /// The one of them that a run that goes on takes, too.
    static void addLoginTo(Options &options);
    static Result<CrawlSecretOptions> read(const Options &options);
    static Result<CrawlSecretOptions> readLogin(const Options &options);
    /// For checkDistinct().
    static QList<FileRole> files(const Options &options);

    /// Those of the origins of these addresses that get a login, and other origins that have one.
    QStringList loginOrigins(const QStringList &starts) const;

private:
    Result<void> readLogins(const QString &file);
    Result<void> readNetrc(const QByteArray &text);
    Result<void> readHeaders(const QString &option, const QByteArray &text, bool mayBeSecret);
    Result<void> readCookies(const QString &file);
    void add(const QString &place, const QByteArray &name, const QByteArray &value);
};

} // namespace linnet::cli
