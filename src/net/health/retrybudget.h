// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace linnet::net {

/// Keeps retries to a tenth of the first attempts, plus ten, so that a host in trouble does not get three
/// times its load. What is over the budget is done last, not dropped.
class RetryBudget
{
public:
    void firstAttempt() { m_tenths = std::min(m_tenths + 1, Most); }
    /// False when the budget is used up.
    bool spend()
    {
        if (m_tenths < 10)
            return false;
        m_tenths -= 10;
        return true;
    }

private:
    static constexpr int Most = 500;
    int m_tenths = 100;
};

} // namespace linnet::net
