// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <numeric>
#include <utility>
#include <vector>

namespace linnet {

/// Repeatable chance (SplitMix64): the same seed gives the same numbers on every computer, which the standard
/// library's distributions do not promise.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        quint64 mixed = m_state += 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }
    quint32 below(quint32 bound) { return quint32((next() >> 32) * bound >> 32); }
    float part() { return float(next() >> 40) / float(1 << 24); } ///< from 0, below 1
    void shuffle(std::vector<quint32> &list)
    {
        for (size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[below(quint32(i))]);
    }

private:
    quint64 m_state;
};

/// 0, 1, … in an order by chance.
inline std::vector<quint32> shuffled(quint32 count, Dice &dice)
{
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0);
    dice.shuffle(order);
    return order;
}

} // namespace linnet
