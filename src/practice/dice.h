// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace linnet::practice {

/// Repeatable chance (SplitMix64): the same seed gives the same throws on every machine, which the standard
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
        m_state += 0x9e3779b97f4a7c15U;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    /// 0 to limit - 1; limit is at least 1.
    int below(qsizetype limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    bool percent(int chance) { return below(100) < chance; }

    template <typename List> const auto &pick(const List &list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<qsizetype>(list.size())))];
    }

    /// The elements have a member `weight`.
    template <typename List> const auto &pickWeighted(const List &list)
    {
        int total = 0;
        for (const auto &each : list)
            total += each.weight;
        int left = below(total);
        for (const auto &each : list) {
            left -= each.weight;
            if (left < 0)
                return each;
        }
        return list.back();
    }

private:
    quint64 m_state;
};

} // namespace linnet::practice
