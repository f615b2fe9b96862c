// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/transfer.h"

namespace linnet::net {

/// Remembers where an answer was broken off or cut lately: Qt may hand the dying connection to the next
/// request, which then fails for no reason of its own.
class BrokenAnswers
{
public:
    /// Takes note of a broken answer. True for an attempt that failed next to one.
    bool isNeighbour(const Transfer &transfer, const Ending &ending);
    void sweep(qint64 nowNs);

private:
    QHash<Lane::Route, qint64> m_brokenAt;
};

} // namespace linnet::net
