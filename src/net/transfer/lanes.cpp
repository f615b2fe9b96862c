// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/lanes.h"

#include <algorithm>

namespace linnet::net {

namespace {

constexpr qint64 LongestIdle = 60'000'000'000;

QString slotKey(const QString &proxyKey, const QString &origin)
{
    return proxyKey + u' ' + origin;
}

} // namespace

void LaneProxy::set(const QNetworkProxy &proxy)
{
    // Told "no proxy", Qt reads the header of every answer byte by byte from the system. "The program's own
    // proxy" is none as well (Engine sees to that), and its connections are read in larger pieces.
    const bool direct = proxy.type() == QNetworkProxy::NoProxy;
    m_proxies = {direct ? QNetworkProxy(QNetworkProxy::DefaultProxy) : proxy};
}

Lane &Lanes::take(TlsPolicy tls, const QNetworkProxy &proxy, const QString &proxyKey, int number,
                  const QString &origin)
{
    const QString login = proxy.user().isEmpty() && proxy.password().isEmpty()
                              ? QString()
                              : proxyKey + u' ' + QString::number(number);
    const QString slot = slotKey(proxyKey, origin);
    auto found = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const std::unique_ptr<Lane> &lane) {
        return !lane->retired && lane->tls == tls && lane->login == login &&
               lane->inFlight.value(slot) < PerOrigin;
    });
    if (found == m_lanes.end()) {
        auto lane = std::make_unique<Lane>();
        lane->tls = tls;
        lane->login = login;
        lane->proxy = new LaneProxy;
        lane->manager.setProxyFactory(lane->proxy);
        lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        found = m_lanes.insert(m_lanes.end(), std::move(lane));
    }
    Lane &lane = **found;
    ++lane.inFlight[slot];
    ++lane.total;
    return lane;
}

void Lanes::release(Lane &lane, const QString &proxyKey, const QString &origin, qint64 nowNs)
{
    const auto slot = lane.inFlight.find(slotKey(proxyKey, origin));
    if (--slot.value() == 0)
        lane.inFlight.erase(slot);
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
