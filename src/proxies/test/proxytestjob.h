// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/workjob.h"
#include "net/queue/ratelimiter.h"
#include "proxies/test/proxytest.h"
#include "proxies/test/testspec.h"

#include <QPointer>

#include <deque>
#include <memory>
#include <unordered_map>

namespace linnet::proxies {

/// Tests proxies: asks the judges directly first, then through every proxy. One unit per proxy: its row and
/// its end. Requests that reach a judge keep the pace; silent proxies cost one timeout each, many at a time.
class ProxyTestJob final : public jobs::WorkJob
{
    Q_OBJECT

public:
    /// spec and requests must be valid. known: proxies with their logins, by Proxy::key().
    ProxyTestJob(jobs::JobContext context, TestSpec spec, const jobs::RequestSpec &requests,
                 const QHash<QString, Proxy> &known = {}, QObject *parent = nullptr);
    ~ProxyTestJob() override;

    void start() override;

protected:
    std::vector<store::WorkAdd> firstWork() override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override;
    Begun beginItem(const store::WorkItem &item) override;
    void cancelUnderWay() override;
    void measure(jobs::Progress &progress) override;
    int room() const override { return m_total; }
    int roomPerHost() const override { return m_total; } ///< all proxies are one host here

private:
    void askBaseline(const QUrl &judge);
    void onBaseline(const QUrl &judge, const QByteArray &marker, const net::ProbeAnswer &answer);
    void onDone(const store::WorkItem &item, const Proxy &proxy, const TestResult &result);
    void letThrough();

    QList<QUrl> m_judges;
    QHash<QString, Proxy> m_known; ///< with logins, by key
    std::vector<store::WorkAdd> m_first;
    TestRules m_rules;
    int m_total;
    qsizetype m_baselines = 0; ///< judges that answered
    std::unordered_map<qint64, std::pair<store::WorkItem, std::unique_ptr<ProxyTest>>>
        m_tests;                                  ///< by work id
    std::deque<QPointer<net::ProxyProbe>> m_gate; ///< connected, waiting for their turn at a judge
    net::RateCell m_pace;
    QTimer m_paceTimer;
    qint64 m_requests = 0;
    qint64 m_bytes = 0;
};

} // namespace linnet::proxies
