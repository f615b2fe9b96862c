// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/lane.h"

#include <memory>
#include <vector>

namespace linnet::net {

/// The lanes there are; makes more when one origin is allowed more than six at once.
class Lanes
{
public:
    /// QNAM's own connection limit, which it does not let us change on 6.4.
    static constexpr int PerOrigin = 6;

    /// Requests to hosts that keep no connections before a lane is retired. From 6.6 on Qt closes those of
    /// zero seconds only once none has ended for 10 ms, which under load is never; a lane that gets no more
    /// comes to rest.
    static constexpr int MostPassers = 64;

    /// A lane with room for one more request to the origin; call release() when that is over. login: see
    /// Lane; Qt would use an old one again. isPassing: the host keeps no connections.
    Lane &take(TlsPolicy tls, const ProxyKey &proxy, const Lane::Login &login, const Origin &origin,
               bool isPassing);
    void release(Lane &lane, const ProxyKey &proxy, const Origin &origin, qint64 nowNs);
    /// Deletes lanes without requests that are retired or have been idle for a minute, with their threads,
    /// connections and replies.
    void evict(qint64 nowNs);
    /// No new requests for the lanes there are.
    void retire();
    void clear() { m_lanes.clear(); }

private:
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace linnet::net
