// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"

#include <QJsonArray>

namespace linnet::checks {

/// How long one part of a comparison took.
struct PhaseTime
{
    Phase phase;
    qint64 begunUtcMs = 0;
    qint64 endedUtcMs = 0;
    double seconds = 0;     ///< from its begin to its last answer
    double sum = 0;         ///< of what the addresses took, each for itself
    double longest = 0;     ///< of them
    bool disturbed = false; ///< paused or broken off: its seconds say nothing

    QJsonObject toJson() const;
    static PhaseTime fromJson(const QJsonObject &json);
};

/// What a comparison came to: medians over its repetitions. Parts that were disturbed do not count.
class Comparison
{
public:
    explicit Comparison(std::vector<PhaseTime> times);
    /// From a run's counts.
    static Comparison ofCounts(const QJsonObject &counts);

    bool isKnown() const { return m_sequential > 0 && m_concurrent > 0; }
    double sequentialSeconds() const { return m_sequential; }
    double concurrentSeconds() const { return m_concurrent; }
    /// 100·(1 − concurrent/sequential).
    double savingPercent() const;
    double longestSeconds() const { return m_longest; } ///< median of the longest answer of each round
    /// What the program itself waited in the concurrent part: its seconds without the longest answer.
    double waitedSeconds() const;
    int repetitions() const { return m_repetitions; }
    const std::vector<PhaseTime> &times() const { return m_times; }
    QJsonArray toJson() const;

private:
    std::vector<PhaseTime> m_times;
    double m_sequential = 0;
    double m_concurrent = 0;
    double m_longest = 0;
    int m_repetitions = 0;
};

} // namespace linnet::checks
