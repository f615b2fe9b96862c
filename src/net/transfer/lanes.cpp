// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/lanes.h"

#include <algorithm>

namespace linnet::net {

namespace {

constexpr qint64 LongestIdle = 60'000'000'000;

} // namespace

Lane &Lanes::take(TlsPolicy tls, const ProxyKey &proxy, const Lane::Login &login, const Origin &origin,
                  bool isPassing)
{
    const Lane::Route route(proxy, origin);
    auto found = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const std::unique_ptr<Lane> &lane) {
        return !lane->retired && lane->tls == tls && lane->login == login && lane->passing == isPassing &&
               lane->inFlight.value(route) < PerOrigin;
    });
    if (found == m_lanes.end()) {
        auto lane = std::make_unique<Lane>();
        lane->tls = tls;
        lane->login = login;
        lane->passing = isPassing;
        lane->proxy = new LaneProxy;
        lane->manager.setProxyFactory(lane->proxy);
        lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        found = m_lanes.insert(m_lanes.end(), std::move(lane));
    }
    Lane &lane = **found;
    ++lane.inFlight[route];
    ++lane.total;
    if (isPassing && ++lane.passers == MostPassers)
        lane.retired = true;
    return lane;
}

void Lanes::release(Lane &lane, const ProxyKey &proxy, const Origin &origin, qint64 nowNs)
{
    const auto route = lane.inFlight.find({proxy, origin});
    if (--route.value() == 0)
        lane.inFlight.erase(route);
    if (--lane.total == 0)
        lane.idleSinceNs = nowNs;
}

void Lanes::retire()
{
    for (const std::unique_ptr<Lane> &lane : m_lanes)
        lane->retired = true;
}

void Lanes::evict(qint64 nowNs)
{
    std::erase_if(m_lanes, [nowNs](const std::unique_ptr<Lane> &lane) {
        return lane->total == 0 && (lane->retired || nowNs - lane->idleSinceNs > LongestIdle);
    });
}

} // namespace linnet::net
