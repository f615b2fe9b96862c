// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/movedaddresses.h"

namespace linnet::analysis {

void MovedAddresses::add(const QByteArray &from, const QByteArray &to)
{
    if (!from.isEmpty() && from != to)
        m_moved.append({from, to});
}

QByteArrayView MovedAddresses::now(QByteArrayView address, QByteArray &buffer) const
{
    for (const auto &[from, to] : m_moved) {
        if (!address.startsWith(from))
            continue;
        const QByteArrayView rest = address.sliced(from.size());
        if (!rest.isEmpty() && rest[0] != '/' && rest[0] != '?' && rest[0] != '#')
            continue; // another port or host that begins alike
        buffer = to;
        buffer.append(rest);
        return buffer;
    }
    return address;
}

} // namespace linnet::analysis
