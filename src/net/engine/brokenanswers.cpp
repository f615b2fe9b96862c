// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/brokenanswers.h"

namespace linnet::net {

namespace {

/// How long the connection of a broken answer may still be met.
constexpr qint64 Recently = 1'000'000'000;

} // namespace

bool BrokenAnswers::isNeighbour(const Transfer &transfer, const Ending &ending)
{
    const Lane::Route route(transfer.order().use.key, transfer.order().origin);
    const Transfer::Times &times = transfer.times();
    if (ending.reason == Reason::Reset && times.headers == 0) {
        const auto broken = m_brokenAt.constFind(route);
        return broken != m_brokenAt.constEnd() && times.done - *broken < Recently;
    }
    const bool isCut = ending.reason != Reason::None || ending.headOnly;
    if (isCut && times.headers > 0)
        m_brokenAt.insert(route, times.done);
    return false;
}

void BrokenAnswers::sweep(qint64 nowNs)
{
    m_brokenAt.removeIf([nowNs](const auto &route) { return nowNs - route.value() > Recently; });
}

} // namespace linnet::net
