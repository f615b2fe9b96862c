// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/neargroups.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace linnet {

namespace {

constexpr int MostDistance = 5;          ///< more than Few marks differ in more bits than this
constexpr size_t Few = 32;               ///< are compared each with each
constexpr size_t Bearable = 16'384;      ///< the same where parting them does not help
constexpr size_t SampleSize = 512;       ///< marks that tell how a part is made up
constexpr size_t PairsPerLook = 1 << 20; ///< between two looks whether to stop

struct NearMark
{
    quint64 bits = 0;
    quint32 place = 0; ///< among the marks that differ
};

/// The search among marks that all differ. Two marks that differ in d bits at most are equal in one of any
/// d + 1 parts of their bits, so it is enough to compare those that are equal in a part; where these are too
/// many, the same holds among them for the bits that are left.
class NearSearch
{
public:
    NearSearch(std::vector<NearMark> marks, const std::function<bool()> &isStopped)
        : distances(marks.size(), 255)
        , m_marks(std::move(marks))
        , m_parents(m_marks.size())
        , m_isStopped(isStopped)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0U);
    }

    /// All that are so near; false when it was stopped. The distances below it have been searched before.
    bool search(int distance)
    {
        m_distance = distance;
        search(std::span(m_marks));
        return !m_stopped;
    }

    quint32 rootOf(quint32 place)
    {
        while (m_parents[place] != place) {
            m_parents[place] = m_parents[m_parents[place]];
            place = m_parents[place];
        }
        return place;
    }

    std::vector<quint8> distances; ///< to the nearest, by place; 255 = none

private:
    using Parts = std::array<quint64, MostDistance + 1>; ///< the first m_distance + 1 of them

    void search(std::span<NearMark> marks)
    {
        if (m_stopped || marks.size() < 2)
            return;
        if (marks.size() <= Few)
            return compareAll(marks);
        if (isSettled(marks))
            return;
        const std::vector<quint64> sample = sampleOf(marks);
        const Parts parts = partsOf(sample, varyingBits(marks));
        if (marks.size() <= Bearable && !isWorthParting(sample, parts))
            return compareAll(marks);
        for (int i = 0; i <= m_distance && !m_stopped; ++i) {
            const quint64 part = parts[size_t(i)];
            std::ranges::sort(marks, {}, [part](const NearMark &mark) { return mark.bits & part; });
            look(marks.size());
            for (size_t from = 0; from < marks.size();) {
                size_t to = from + 1;
                while (to < marks.size() && ((marks[to].bits ^ marks[from].bits) & part) == 0)
                    ++to;
                search(marks.subspan(from, to - from));
                from = to;
            }
        }
    }

    void compareAll(std::span<const NearMark> marks)
    {
        for (size_t one = 0; one < marks.size() && !m_stopped; ++one) {
            for (size_t other = one + 1; other < marks.size(); ++other) {
                const int bits = std::popcount(marks[one].bits ^ marks[other].bits);
                if (bits <= m_distance)
                    unite(marks[one].place, marks[other].place, quint8(bits));
            }
            look(marks.size());
        }
    }

    void unite(quint32 one, quint32 other, quint8 bits)
    {
        distances[one] = std::min(distances[one], bits);
        distances[other] = std::min(distances[other], bits);
        const quint32 first = rootOf(one);
        const quint32 second = rootOf(other);
        m_parents[std::max(first, second)] = std::min(first, second);
    }

    /// Nothing that could be found among them would say anything new.
    bool isSettled(std::span<const NearMark> marks)
    {
        const quint32 root = rootOf(marks.front().place);
        return std::ranges::all_of(marks, [&](const NearMark &mark) {
            return distances[mark.place] <= m_distance && rootOf(mark.place) == root;
        });
    }

    static quint64 varyingBits(std::span<const NearMark> marks)
    {
        quint64 all = ~quint64(0);
        quint64 any = 0;
        for (const NearMark &mark : marks) {
            all &= mark.bits;
            any |= mark.bits;
        }
        return any & ~all;
    }

    static std::vector<quint64> sampleOf(std::span<const NearMark> marks)
    {
        const size_t step = std::max<size_t>(1, marks.size() / SampleSize);
        std::vector<quint64> sample;
        for (size_t at = 0; at < marks.size(); at += step)
            sample.push_back(marks[at].bits);
        return sample;
    }

    /// Bits that tell marks apart well are dealt out evenly, so that no part has only bits that hardly vary.
    Parts partsOf(const std::vector<quint64> &sample, quint64 varying) const
    {
        std::array<int, 64> balance{};
        for (const quint64 bits : sample) {
            for (size_t bit = 0; bit < 64; ++bit)
                balance[bit] += int((bits >> bit) & 1);
        }
        std::vector<int> order;
        for (int bit = 0; bit < 64; ++bit) {
            balance[size_t(bit)] = std::min(balance[size_t(bit)], int(sample.size()) - balance[size_t(bit)]);
            if ((varying >> bit) & 1)
                order.push_back(bit);
        }
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](int bit) { return balance[size_t(bit)]; });
        Parts parts{};
        for (size_t i = 0; i < order.size(); ++i)
            parts[i % size_t(m_distance + 1)] |= quint64(1) << order[i];
        return parts;
    }

    /// Fewer pairs are left than half of all.
    bool isWorthParting(std::vector<quint64> sample, const Parts &parts) const
    {
        size_t pairs = 0;
        for (int i = 0; i <= m_distance; ++i) {
            const quint64 part = parts[size_t(i)];
            std::ranges::sort(sample, {}, [part](quint64 bits) { return bits & part; });
            for (size_t from = 0; from < sample.size();) {
                size_t to = from + 1;
                while (to < sample.size() && ((sample[to] ^ sample[from]) & part) == 0)
                    ++to;
                pairs += (to - from) * (to - from);
                from = to;
            }
        }
        return pairs * 2 < sample.size() * sample.size();
    }

    void look(size_t pairs)
    {
        m_pairs += pairs;
        if (m_pairs < PairsPerLook)
            return;
        m_pairs = 0;
        m_stopped = m_stopped || (m_isStopped && m_isStopped());
    }

    std::vector<NearMark> m_marks;
    std::vector<quint32> m_parents; ///< the lower place is above
    const std::function<bool()> &m_isStopped;
    int m_distance = 0;
    size_t m_pairs = 0;
    bool m_stopped = false;
};

} // namespace

std::optional<NearGroups> NearGroups::of(std::span<const quint64> marks, int distance,
                                         const std::function<bool()> &isStopped)
{
    // Equal ones are one mark from here on; places among these are in the order in which they come first.
    std::vector<quint32> order(marks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](quint32 one, quint32 other) {
        return std::pair(marks[one], one) < std::pair(marks[other], other);
    });
    NearGroups groups;
    groups.m_firsts.resize(marks.size());
    groups.m_distances.assign(marks.size(), None);
    std::vector<quint32> &markOf = groups.m_firsts; // until the groups are known
    std::vector<NearMark> different;
    for (size_t i = 0; i < order.size(); ++i) {
        const bool isAgain = i > 0 && marks[order[i]] == marks[order[i - 1]];
        if (!isAgain)
            different.push_back({marks[order[i]], quint32(different.size())});
        else
            groups.m_distances[order[i]] = groups.m_distances[order[i - 1]] = 0;
        markOf[order[i]] = quint32(different.size()) - 1;
    }
    order = {};
    const size_t count = different.size();
    NearSearch search(std::move(different), isStopped);
    // One distance after the other: where many are near, they are in one group after the first, and what is
    // in one group needs no pairs any more.
    for (int bits = 1; bits <= std::min(distance, MostDistance); ++bits) {
        if (!search.search(bits))
            return std::nullopt;
    }
    constexpr quint32 Unknown = ~quint32(0);
    std::vector<quint32> firsts(count, Unknown);
    for (size_t place = 0; place < marks.size(); ++place) {
        const quint32 mark = markOf[place];
        quint32 &first = firsts[search.rootOf(mark)];
        if (first == Unknown)
            first = quint32(place);
        groups.m_distances[place] = std::min(groups.m_distances[place], search.distances[mark]);
        groups.m_firsts[place] = first;
    }
    return groups;
}

std::optional<int> NearGroups::distanceOf(size_t place) const
{
    return m_distances[place] == None ? std::nullopt : std::optional<int>(m_distances[place]);
}

} // namespace linnet
