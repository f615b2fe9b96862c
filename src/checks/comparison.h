// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "table/value.h"

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
    double limited = -1;    ///< what the limiter took of its seconds; not stored, -1 = not known
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
    /// Median of what the limiter took of the concurrent part; -1 = not known.
    double limitedSeconds() const { return m_limited; }
    /// What the limiter took of a part, by its requests (rows of table::requestSchema()): how long it held
    /// the host that answered last. -1 = not known.
    static double limitedSeconds(const std::vector<table::Cells> &requests);
    int repetitions() const { return m_repetitions; }
    const std::vector<PhaseTime> &times() const { return m_times; }
    QJsonArray toJson() const;

private:
    std::vector<PhaseTime> m_times;
    double m_sequential = 0;
    double m_concurrent = 0;
    double m_longest = 0;
    double m_limited = -1;
    int m_repetitions = 0;
};

} // namespace linnet::checks
