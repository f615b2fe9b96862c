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

    /// A lane with room for one more request to the origin; call release() when that is over. login: see
    /// Lane; Qt would use an old one again.
    Lane &take(TlsPolicy tls, const ProxyKey &proxy, const Lane::Login &login, const Origin &origin);
    void release(Lane &lane, const ProxyKey &proxy, const Origin &origin, qint64 nowNs);
    /// Deletes lanes without requests that have been idle for a minute, with their threads and connections.
    void evict(qint64 nowNs);
    /// No new requests for the lanes there are.
    void retire();
    void clear() { m_lanes.clear(); }

private:
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace linnet::net
