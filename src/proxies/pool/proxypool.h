// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/noproxylist.h"
#include "net/proxy/proxyselector.h"
#include "proxies/pool/poolmember.h"
#include "proxies/proxy.h"
#include "proxies/rotation.h"

#include <QRandomGenerator>
#include <QSet>

#include <chrono>
#include <optional>
#include <vector>

namespace linnet {
class Clock;
}

namespace linnet::proxies {

/// How a pool chooses and when it gives up.
struct PoolRules
{
    Rotation rotation = Rotation::RoundRobin;
    int every = 10; ///< for EveryN
    /// How long requests wait for a usable proxy before they fail.
    std::chrono::milliseconds patience{30'000};
    bool allowDirect = false; ///< without a usable proxy go directly; never for the loss of privacy's sake
    net::NoProxyList bypass;  ///< the user's; empty = everything goes through proxies, loopback too
    /// Answers by which a host says that it does not want this proxy, as the kind of task sees it; others are
    /// answers like any other.
    QSet<int> banStatuses;
};

/// Chooses a proxy out of a list for every request. Fails closed: when none is usable, requests wait and then
/// fail with the reasons, and nothing ever goes directly unless the user allows it.
class ProxyPool final : public net::ProxySelector
{
    Q_OBJECT

public:
    ProxyPool(const Clock &clock, const QList<Proxy> &proxies, PoolRules rules, QObject *parent = nullptr);
    ~ProxyPool() override;

    Choice choose(const QUrl &url, const Readiness &readiness, Moment now) override;
    Choice chooseForSecret(const QUrl &url, const Readiness &readiness, Moment now) override;
    void committed(const QUrl &url, const net::ProxyKey &proxy) override;
    bool attemptEnded(const QUrl &url, const net::ProxyKey &proxy, const Error &outcome,
                      std::chrono::nanoseconds took) override;
    bool originFailed(const QUrl &url, const net::ProxyKey &proxy) override;
    bool denied(const QUrl &url, const net::ProxyKey &proxy) override;
    void released(const net::ProxyKey &proxy) override;

    /// A captcha or the like: banned there at once, when there is another one for the host.
    void refused(const QUrl &url, const net::ProxyKey &proxy) override;

    /// Another list: those that stay keep what is known of them. off: keys of those that the user has
    /// switched off.
    void replace(const QList<Proxy> &proxies, const QSet<QString> &off = {});
    /// Takes over what another pool knows of the same proxies.
    void learnFrom(const ProxyPool &other);
    void setEnabled(const QString &key, bool enabled);
    const std::vector<PoolMember> &members() const { return m_members; }
    const PoolRules &rules() const { return m_rules; }
    const QString &lastHost() const { return m_lastHost; } ///< asked last; "" = none yet

    struct Candidates
    {
        std::vector<size_t> places; ///< in the order of the list
        qint64 earliest = PoolMember::Never;
    };
    /// Who could carry a request to the host then.
    Candidates candidates(const QString &host, bool onlyMine, qint64 nowNs) const;
    /// Which of these is next, unless that is a matter of chance; they are in the order of the list and not
    /// empty.
    std::optional<size_t> inTurn(const std::vector<size_t> &usable, const QString &host) const;
    /// Whether requests to the host have waited for as long as they may.
    bool hasGivenUp(const QString &host, qint64 nowNs) const;

    /// For tests: repeatable choices.
    void seed(quint32 seed) { m_random.seed(seed); }

private:
    Choice pick(const QUrl &url, bool onlyMine, const Readiness &readiness, qint64 nowNs);
    Choice none(const QString &host, qint64 earliest, bool onlyMine, qint64 nowNs);
    size_t rotate(const std::vector<size_t> &usable, const QString &host);
    bool hasOtherFor(const PoolMember &member, const QString &host, qint64 nowNs) const;
    bool othersAreWelcome(const PoolMember &member, const QString &host, qint64 nowNs) const;
    PoolMember *find(const QString &key);
    bool isProxysFault(const PoolMember &member, const QString &host, const Error &outcome,
                       qint64 nowNs) const;
    bool othersAnswered(const PoolMember &member, const QString &host, qint64 sinceNs) const;
    QString complaint(bool onlyMine) const;

    const Clock &m_clock;
    PoolRules m_rules;
    std::vector<PoolMember> m_members;
    QHash<QString, size_t> m_places; ///< by key
    QRandomGenerator m_random;
    size_t m_last = 0; ///< place of the one used last
    int m_used = 0;    ///< requests in a row through it
    bool m_fresh = true;
    QString m_lastHost;
    QHash<QString, QString> m_sticky;    ///< host to key
    QHash<QString, qint64> m_stuckSince; ///< hosts for which there is no usable proxy
};

} // namespace linnet::proxies
