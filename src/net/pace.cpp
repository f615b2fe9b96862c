// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pace.h"

#include <algorithm>

namespace linnet::net {

Pace strictest(const Pace &one, const Pace &other)
{
    return {.delay = std::max(one.delay, other.delay),
            .perHost = std::min(one.perHost, other.perHost),
            .total = std::min(one.total, other.total),
            .burst = std::min(one.burst, other.burst),
            .adaptive = one.adaptive || other.adaptive,
            .scaledByProxy = one.scaledByProxy && other.scaledByProxy};
}

} // namespace linnet::net
