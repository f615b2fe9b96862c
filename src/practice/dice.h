// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/dice.h"

#include <QtGlobal>

#include <cstddef>

namespace linnet::practice {

/// Repeatable chance as inventors throw it: percents, one of a list, one by its weight.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_chance(seed)
    {
    }

    quint64 next() { return m_chance.next(); }

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
    linnet::Dice m_chance;
};

} // namespace linnet::practice
