// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/crawlrules.h"
#include "links/crawl/finders.h"
#include "links/crawl/frontier.h"
#include "links/crawl/redirectchains.h"
#include "net/origin.h"
#include "store/read/addressreader.h"

#include <QSet>

#include <memory>

namespace linnet::links {

/// What a crawl knows when it starts: its list, and all that it knew when it was left.
struct CrawlMemory
{
    std::shared_ptr<const CrawlRules> rules; ///< of the spec, with its start addresses
    QSet<net::Origin> startOrigins;
    std::shared_ptr<Frontier> frontier = std::make_shared<Frontier>();
    RedirectChains chains;
    Finders finders;
    /// Work that is not done yet.
    struct Pending
    {
        CrawlKind kind;
        QString host;
        qint64 count = 0;
    };
    std::vector<Pending> pending;
    std::vector<QString> sitemaps; ///< that were met
    std::vector<quint32> forms;    ///< other forms of start addresses
    qint64 asked = 0;              ///< addresses that were asked

    /// Takes about a second per million addresses; any thread. Reason::Storage when there is work that no
    /// crawl stores: the file is damaged.
    static Result<CrawlMemory> load(const QString &projectPath, store::RunId run, const CrawlSpec &spec);
};

} // namespace linnet::links
