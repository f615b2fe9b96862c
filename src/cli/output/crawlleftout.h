// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/unit.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>

namespace linnet::cli {

/// What a crawl met and did not ask, by the rule that left it out.
class CrawlLeftOut
{
    Q_DECLARE_TR_FUNCTIONS(linnet::cli::CrawlLeftOut)

public:
    /// Addresses by the codes of pageSchema's why_not_fetched; "limit" for those that were still to be asked
    /// when the run ended, "sitemap" and "sitemap_entry" for sitemaps and lines of them.
    static Result<CrawlLeftOut> read(const QString &project, store::RunId run);

    QJsonObject toJson() const;
    /// Addresses by rule: "depth 2, robots 1".
    QString ofAddresses() const;
    /// For people, one line a rule, with what can be done about it.
    QStringList lines() const;

private:
    QMap<QString, qint64> m_counts;
};

} // namespace linnet::cli
