// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/enginejob.h"
#include "links/crawl/crawlheaders.h"
#include "links/crawl/crawllevels.h"
#include "links/crawl/crawlmemory.h"
#include "links/crawl/crawlspec.h"
#include "links/crawl/discovery.h"
#include "links/crawl/sitemapintake.h"
#include "links/crawlref.h"
#include "links/robots/robotsbook.h"

#include <deque>

namespace linnet::links {

/// Crawls: asks addresses, reads pages, and follows what they name within the rules, one depth after the
/// other. The start addresses are the run's first work, stored before the job starts. A page's row, its
/// links, the addresses and work that it brings and its end are one unit.
class CrawlJob final : public jobs::EngineJob
{
    Q_OBJECT

public:
    /// spec and requests must be valid.
    CrawlJob(jobs::JobContext context, CrawlSpec spec, jobs::RequestSpec requests, CrawlSecrets secrets,
             QObject *parent = nullptr);
    ~CrawlJob() override;

    /// Cookies of a file, see CrawlCookies::load(); before start().
    void loadCookies(const QByteArray &file) { m_headers.cookies.load(file); }

    void start() override;

protected:
    std::vector<store::WorkAdd> firstWork() override { return {}; }
    void restore(const QJsonObject &counts) override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override { return CrawlKind::parse(kind).has_value(); }
    Begun mayAsk(const store::WorkItem &item) override;
    net::Request request(const store::WorkItem &item) const override;
    void onAnswer(Answer answer) override;
    void onFailure(const store::WorkItem &item, int attempts, const Error &error) override;
    void refresh(jobs::Progress &progress) override;
    QJsonObject counts() const override;
    bool isTakingIn() const override
    {
        return !m_arrivals.empty() || (m_sitemaps && m_sitemaps->isTakingIn());
    }

private:
    void load();
    void begin(CrawlMemory memory);
    void askRobots(const QString &host);
    bool isReady(const QString &host, bool https) const;
    Begun isAllowed(const store::WorkItem &item);
    bool isOverLimit() const;
    void complete(net::Request &request) const;
    void onRobots(const net::Origin &origin);
    void onSitemap(const Answer &answer);
    void takeNextOfSitemap();
    void onPage(const Answer &answer);
    void admit(const store::WorkItem &item, CrawlAnswer &read, store::Unit &unit);
    void admitNext();
    void conclude(const store::WorkItem &item, CrawlAnswer &read, store::Unit unit);
    /// What became of an answer that sends on.
    enum class Hop : quint8
    {
        None,  ///< it does not, or leads nowhere
        Taken, ///< to another address
        Again, ///< to the same address, which is asked once more with the cookie it has set
    };
    Hop follow(const Answer &answer, CrawlAnswer &read, store::Unit &unit);
    void askAgain(const store::WorkItem &item, const Target &target, quint32 number, store::Unit &unit);
    void widen(Target &target, int depth);
    void onForm(const Answer &answer, CrawlAnswer &read, store::Unit unit);
    static store::RowWrite written(PageRow row, const store::WorkItem &item);
    void endSkipped(const store::WorkItem &item, const Choice &choice);
    void send(store::Unit unit, const store::WorkItem *ended);

    CrawlSpec m_spec;
    CrawlHeaders m_headers;
    std::shared_ptr<const CrawlRules> m_rules;
    RobotsBook m_robots;
    std::unique_ptr<Discovery> m_discovery;    ///< null until the memory is loaded
    std::unique_ptr<SitemapIntake> m_sitemaps; ///< the same
    RedirectChains m_chains;
    CrawlLevels m_levels;
    QHash<QString, quint8> m_schemes; ///< by host: 1 = http, 2 = https is to be asked
    QStringList m_widened;            ///< addresses that were added to the scope
    struct Arrival
    {
        store::WorkItem item;
        std::shared_ptr<CrawlAnswer> answer;
        store::Unit unit; ///< with its end
    };
    std::deque<Arrival> m_arrivals; ///< pages whose addresses are being taken in
    qint64 m_asked = 0;
    std::pair<qint64, qint64> m_leftOutBefore; ///< sitemaps and entries of sitemaps, in earlier sessions
};

} // namespace linnet::links
