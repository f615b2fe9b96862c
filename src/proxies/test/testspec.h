// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "proxies/list/proxylist.h"

#include <QJsonObject>
#include <QUrl>

namespace linnet::proxies {

/// Which proxies are to be tested, and by whom. toJson() has no logins: they are found by the proxies' keys.
struct TestSpec
{
    struct Item
    {
        QString key;   ///< Proxy::key()
        Proxy proxy;   ///< without login when it was read from JSON
        QString place; ///< "list.txt:7"
    };

    QList<Item> items;
    QList<QUrl> judges; ///< http and https, at most one each
    int samples = 5;    ///< 1 to 20

    static QList<QUrl> defaultJudges();
    /// Adds what a list holds; name: of the file or page.
    void add(const ProxyList &list, const QString &name);

    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<TestSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::proxies
