// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/retrypolicy.h"

#include <algorithm>

namespace linnet::net {

bool RetryPolicy::passes(Reason reason)
{
    switch (reason) {
    case Reason::Dns:
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
    case Reason::Undecodable:
    case Reason::BadBody:
    case Reason::ProxyFailed:
    case Reason::Network:
        return true;
    default:
        return false;
    }
}

bool RetryPolicy::passes(int status)
{
    switch (status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

std::chrono::nanoseconds RetryPolicy::backoff(int retry, bool answered, double chance)
{
    using namespace std::chrono;
    constexpr nanoseconds Base = 500ms;
    constexpr nanoseconds Cap = 30s;
    const nanoseconds range = std::min<nanoseconds>(Cap, Base * (qint64(1) << std::clamp(retry, 1, 16)));
    const double share = answered ? 0.5 + chance / 2 : chance;
    return nanoseconds(qint64(double(range.count()) * share));
}

} // namespace linnet::net
