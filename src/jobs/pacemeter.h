// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace linnet::jobs {

/// Estimates the rest of a run from what the last half minute achieved; says nothing before it can be honest.
class PaceMeter
{
public:
    void add(qint64 nowNs, qint64 unitsDone); ///< unitsDone only grows; call about once a second
    void restart();                           ///< after a pause: old samples would lie
    /// Milliseconds for `units` more; -1 while fewer than three seconds or two units were seen.
    qint64 remainingMs(qint64 units) const;

private:
    struct Sample
    {
        qint64 ns;
        qint64 units;
    };
    std::deque<Sample> m_samples;
};

} // namespace linnet::jobs
