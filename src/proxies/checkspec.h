// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "proxies/proxylist.h"

#include <QJsonObject>
#include <QUrl>

namespace linnet::proxies {

/// Which proxies are to be tested, and by whom. The proxies themselves are not in toJson(): their logins are
/// secret, and which ones there are stands in the run's work.
struct CheckSpec
{
    struct Item
    {
        Proxy proxy;
        QString place; ///< "list.txt:7"
    };
    struct BadLine
    {
        QString place;
        int line;
        Error error;
    };

    QList<Item> items;
    QList<BadLine> badLines; ///< end as failures
    QList<QUrl> judges;      ///< http and https, at most one each
    int samples = 5;         ///< 1 to 20

    static QList<QUrl> defaultJudges();
    /// Adds what a list holds; name: of the file or page.
    void add(const ProxyList &list, const QString &name);

    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<CheckSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::proxies
