// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace linnet::links {

/// Which address sends to which; finds loops.
class RedirectChains
{
public:
    void add(quint32 from, quint32 to) { m_next.insert(from, to); }
    /// The address is asked anew: where it sent to before does not count any more.
    void remove(quint32 from) { m_next.remove(from); }
    /// Whether a redirect between the two would lead back to where it began.
    bool closesLoop(quint32 from, quint32 to) const;

private:
    QHash<quint32, quint32> m_next;
};

} // namespace linnet::links
