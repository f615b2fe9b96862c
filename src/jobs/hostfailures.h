// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QHash>
#include <QString>

namespace linnet::jobs {

/// Counts how many requests to each host failed in a row, as far as that says something about the host and
/// not about the address.
class HostFailures
{
public:
    /// most: in a row; 0 = never too many.
    explicit HostFailures(int most)
        : m_most(most)
    {
    }

    bool isCounting() const { return m_most > 0; }
    /// Reason::None when it went well. True when there are too many now.
    bool add(const QString &host, const Error &error);
    void clear() { m_inARow.clear(); }

private:
    int m_most;
    QHash<QString, int> m_inARow;
};

} // namespace linnet::jobs
