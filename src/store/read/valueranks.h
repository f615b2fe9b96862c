// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/stoppablesort.h"

#include <QByteArrayView>

#include <cstring>
#include <functional>
#include <vector>

namespace linnet::store {

/// Ranks values as SQLite orders them: numbers before texts, texts by their bytes; equal ones have one rank.
/// Each value has a number by which the caller knows it.
class ValueRanks
{
public:
    void add(long double number, quint32 value) { m_numbers.push_back({number, value}); }
    /// The bytes stay as they are.
    void add(QByteArrayView text, quint32 value) { m_texts.push_back({0, text, value}); }

    /// False: stopped, see sortStoppable().
    template <typename IsStopped> bool sort(IsStopped isStopped)
    {
        leaveOutCommonStart();
        return sortStoppable(m_numbers, std::less<>(), isStopped) &&
               sortStoppable(m_texts, std::less<>(), isStopped);
    }
    /// Calls visit(value, rank) for each; ranks begin with 0. Gives the number of ranks.
    template <typename Visit> quint32 forEach(Visit visit) const
    {
        return visitAll(m_texts, visitAll(m_numbers, 0, visit), visit);
    }

private:
    struct Number
    {
        long double number;
        quint32 value;

        bool operator<(const Number &other) const { return number < other.number; }
    };
    struct Text
    {
        quint64 start; ///< its first bytes, which mostly decide
        QByteArrayView text;
        quint32 value;

        bool operator<(const Text &other) const
        {
            if (start != other.start)
                return start < other.start;
            const auto common = size_t(std::min(text.size(), other.text.size()));
            const int bytes = std::memcmp(text.data(), other.text.data(), common);
            return bytes != 0 ? bytes < 0 : text.size() < other.text.size();
        }
    };
    void leaveOutCommonStart();
    template <typename Values, typename Visit>
    static quint32 visitAll(const Values &values, quint32 ranks, Visit visit)
    {
        for (size_t i = 0; i < values.size(); ++i) {
            ranks += i == 0 || values[i - 1] < values[i] ? 1 : 0;
            visit(values[i].value, ranks - 1);
        }
        return ranks;
    }

    std::vector<Number> m_numbers;
    std::vector<Text> m_texts;
};

} // namespace linnet::store
