// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <ctime>
#include <limits>

namespace linnet::test {

/// How the time of a piece of work grows with its input. By the processor's time, so that other programs do
/// not count; what they do to its caches does, so the work is measured again when it seems to grow too much.
struct Growth
{
    qint64 small = 0; ///< µs
    qint64 large = 0; ///< µs

    template <typename Small, typename Large> static Growth of(Small small, Large large, int limit)
    {
        Growth result{best(small), best(large)};
        for (int again = 0; again < 10 && !result.isBelow(limit); ++again) {
            result.small = std::max(result.small, best(small));
            result.large = std::min(result.large, best(large));
        }
        return result;
    }
    /// The larger work takes less than `limit` times the time of the smaller. Below a clock tick or two
    /// nothing can be told.
    bool isBelow(int limit) const { return large < limit * std::max<qint64>(small, 200); }
    QString text() const { return QStringLiteral("%1 µs, then %2 µs").arg(small).arg(large); }

private:
    template <typename Work> static qint64 best(Work work)
    {
        qint64 fastest = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 3; ++round) {
            const std::clock_t begun = std::clock();
            work();
            fastest = std::min<qint64>(fastest, qint64(std::clock() - begun) * 1'000'000 / CLOCKS_PER_SEC);
        }
        return fastest;
    }
};

} // namespace linnet::test
