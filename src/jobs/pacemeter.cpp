// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/pacemeter.h"

namespace linnet::jobs {

namespace {
constexpr qint64 WindowNs = 30'000'000'000;
constexpr qint64 TrustNs = 3'000'000'000;
} // namespace

void PaceMeter::add(qint64 nowNs, qint64 unitsDone)
{
    m_samples.push_back({nowNs, unitsDone});
    while (m_samples.size() > 2 && nowNs - m_samples.front().ns > WindowNs)
        m_samples.pop_front();
}

void PaceMeter::restart()
{
    m_samples.clear();
}

qint64 PaceMeter::remainingMs(qint64 units) const
{
    if (m_samples.size() < 2)
        return -1;
    const qint64 span = m_samples.back().ns - m_samples.front().ns;
    const qint64 done = m_samples.back().units - m_samples.front().units;
    if (span < TrustNs || done < 2)
        return -1;
    return qint64(double(span) / double(done) * double(units) / 1e6);
}

} // namespace linnet::jobs
