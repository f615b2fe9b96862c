// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/adgroups.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace linnet::analysis {

namespace {

constexpr double Edited = 0.5;    // likeness of texts under one title
constexpr double Renamed = 0.9;   // under another title
constexpr double OtherName = 0.7; // of another employer
constexpr double SamePlace = 0.5; // likeness of addresses
constexpr double NearTitle = 0.6;
constexpr int LongEnough = 40;   // words: shorter texts are alike by chance
constexpr int MostTitles = 2;    // more titles over one text: a template
constexpr int MostEmployers = 2; // more employers with one text: a template, too
constexpr std::size_t MostInBand = 50;

std::uint64_t combined(std::uint64_t left, std::uint64_t right)
{
    return (left ^ (right + 0x9E3779B97F4A7C15U + (left << 6) + (left >> 2))) * 0xFF51AFD7ED558CCDU;
}

/// Which ads are compared: those of one region or, from source to source, of one subject; sources do not name
/// places alike.
enum class Scope : std::uint8_t
{
    Region,
    Sources,
};

/// Where the job is: regions are different jobs, but for remote work.
std::uint64_t placeOf(const Ad &ad, Scope scope = Scope::Region)
{
    return ad.isRemote ? 1 : scope == Scope::Region ? ad.region : ad.subject;
}

class Grouping
{
public:
    Grouping(std::vector<Ad> ads, const QSet<quint64> &apart, const std::stop_token &stop)
        : m_ads(std::move(ads))
        , m_apart(apart)
        , m_stop(stop)
        , m_group(m_ads.size())
        , m_campaign(m_ads.size(), 0)
    {
        std::ranges::sort(m_ads, {}, &Ad::row);
        std::iota(m_group.begin(), m_group.end(), 0U);
    }

    std::vector<AdGroup> run()
    {
        joinSameAds();
        countTemplates();
        for (const Scope scope : {Scope::Region, Scope::Sources}) {
            joinWithinEmployers(scope);
            joinAcrossEmployers(scope);
        }
        findCampaigns();
        return m_stop.stop_requested() ? std::vector<AdGroup>() : result();
    }

private:
    using Index = std::uint32_t;
    struct Keyed
    {
        std::uint64_t key;
        std::uint64_t other; ///< the number of an ad, or what is counted
        auto operator<=>(const Keyed &) const = default;
    };

    /// For one of each ad: growing would take twice the memory for a moment.
    std::vector<Keyed> room() const
    {
        std::vector<Keyed> keyed;
        keyed.reserve(m_ads.size());
        return keyed;
    }

    Index leaderOf(Index ad)
    {
        while (m_group[ad] != ad)
            ad = m_group[ad] = m_group[m_group[ad]];
        return ad;
    }

    /// The older row leads.
    void join(Index left, Index right)
    {
        left = leaderOf(left);
        right = leaderOf(right);
        m_group[std::max(left, right)] = std::min(left, right);
    }

    bool isApart(Index ad) const { return m_apart.contains(m_ads[ad].key); }

    /// Calls for each run of equal keys.
    template <typename Take> void eachRun(std::vector<Keyed> &keyed, Take take) const
    {
        if (m_stop.stop_requested())
            return;
        std::sort(keyed.begin(), keyed.end());
        for (std::size_t from = 0; from < keyed.size() && !m_stop.stop_requested();) {
            std::size_t to = from + 1;
            while (to < keyed.size() && keyed[to].key == keyed[from].key)
                ++to;
            take(std::span(keyed).subspan(from, to - from));
            from = to;
        }
    }

    void joinSameAds()
    {
        std::vector<Keyed> keyed = room();
        for (Index ad = 0; ad < m_ads.size(); ++ad)
            keyed.push_back({m_ads[ad].key, ad});
        eachRun(keyed, [this](std::span<const Keyed> same) {
            for (const Keyed &each : same.subspan(1))
                join(Index(same.front().other), Index(each.other));
        });
    }

    /// How many titles an employer has over a text, and how many employers have it under a title.
    void countTemplates()
    {
        constexpr std::size_t Probes = 4; // of texts that are nearly the same, one at least is equal
        m_isTemplate.assign(m_ads.size(), false);
        m_isShared.assign(m_ads.size(), false);
        const auto count = [this](std::vector<bool> &flags, int most, auto keyOf, auto valueOf) {
            QHash<quint64, int> counts;
            std::vector<Keyed> keyed = room();
            for (std::size_t probe = 0; probe < Probes; ++probe) {
                keyed.clear();
                for (const Ad &ad : m_ads) {
                    if (ad.text.words() >= LongEnough)
                        keyed.push_back({combined(keyOf(ad), ad.text.band(probe)), valueOf(ad)});
                }
                eachRun(keyed, [&](std::span<const Keyed> same) {
                    int different = 1;
                    for (std::size_t i = 1; i < same.size(); ++i)
                        different += int(same[i].other != same[i - 1].other);
                    if (different > most)
                        counts.insert(same.front().key, different);
                });
                for (std::size_t i = 0; i < m_ads.size(); ++i) {
                    if (m_ads[i].text.words() >= LongEnough && !flags[i])
                        flags[i] = counts.contains(combined(keyOf(m_ads[i]), m_ads[i].text.band(probe)));
                }
            }
        };
        count(
            m_isTemplate, MostTitles, [](const Ad &ad) { return ad.employer; },
            [](const Ad &ad) { return ad.titleHash; });
        count(
            m_isShared, MostEmployers, [](const Ad &ad) { return ad.titleHash; },
            [](const Ad &ad) { return ad.employer; });
    }

    bool isSamePlace(const Ad &left, const Ad &right) const
    {
        return left.isRemote || left.address.isEmpty() || right.address.isEmpty() ||
               left.address.likeness(right.address) >= SamePlace;
    }

    bool isCompared(Index left, Index right, Scope scope) const
    {
        return scope == Scope::Region || m_ads[left].source != m_ads[right].source;
    }

    /// Of one employer and region.
    bool isRepeat(Index left, Index right) const
    {
        const Ad &one = m_ads[left];
        const Ad &other = m_ads[right];
        const bool areNamesakes = one.taxpayer != 0 && other.taxpayer != 0 && one.taxpayer != other.taxpayer;
        if (areNamesakes || !isSamePlace(one, other))
            return false;
        const int words = std::min(one.text.words(), other.text.words());
        if (one.titleHash == other.titleHash) {
            if (words < LongEnough) // hardly a text: the rest has to be the same
                return one.pay == other.pay && one.address == other.address &&
                       (words == 0 || one.text.likeness(other.text) >= Renamed);
            return one.text.likeness(other.text) >= Edited;
        }
        const bool isNear = one.title.covers(other.title) || one.title.likeness(other.title) >= NearTitle;
        return isNear && words >= LongEnough && !m_isTemplate[left] && !m_isTemplate[right] &&
               one.text.likeness(other.text) >= Renamed;
    }

    /// Of two employers in one region: an agency and the employer itself, or two spellings of one.
    bool isRepeatElsewhere(Index left, Index right) const
    {
        const Ad &one = m_ads[left];
        const Ad &other = m_ads[right];
        return one.employer != other.employer && one.titleHash == other.titleHash &&
               isSamePlace(one, other) && !m_isShared[left] && !m_isShared[right] &&
               std::min(one.text.words(), other.text.words()) >= LongEnough &&
               one.text.likeness(other.text) >= OtherName;
    }

    /// Each ad is compared with those before it that have its title or a band of its text.
    void joinWithinEmployers(Scope scope)
    {
        std::vector<Keyed> keyed = room();
        for (Index ad = 0; ad < m_ads.size(); ++ad) {
            if (m_ads[ad].employer != 0 && placeOf(m_ads[ad], scope) != 0 && !isApart(ad))
                keyed.push_back({combined(m_ads[ad].employer, placeOf(m_ads[ad], scope)), ad});
        }
        eachRun(keyed, [this, scope](std::span<const Keyed> block) {
            if (block.size() > 1)
                joinWithin(block, scope);
        });
    }

    void joinWithin(std::span<const Keyed> block, Scope scope)
    {
        constexpr qsizetype Most = 200; // ads with one title, or one band: enough to find another
        constexpr std::size_t Probes = 4;
        QHash<quint64, QList<Index>> before;
        for (const Keyed &each : block) {
            const auto ad = Index(each.other);
            std::array<std::uint64_t, Probes + 1> keys{m_ads[ad].titleHash};
            for (std::size_t probe = 0; probe < Probes; ++probe)
                keys[probe + 1] = combined(probe + 1, m_ads[ad].text.band(probe));
            for (const std::uint64_t key : keys) {
                QList<Index> &known = before[key];
                const auto same = std::ranges::find_if(
                    known, [&](Index other) { return isCompared(other, ad, scope) && isRepeat(other, ad); });
                if (same != known.end())
                    join(*same, ad);
                if (known.size() < Most)
                    known.append(ad);
            }
        }
    }

    void joinAcrossEmployers(Scope scope)
    {
        std::vector<Keyed> keyed = room();
        for (std::size_t band = 0; band < TextSketch::Bands / 2; ++band) {
            keyed.clear();
            for (Index ad = 0; ad < m_ads.size(); ++ad) {
                const Ad &each = m_ads[ad];
                if (!m_isShared[ad] && !isApart(ad) && each.text.words() >= LongEnough &&
                    placeOf(each, scope) != 0)
                    keyed.push_back(
                        {combined(combined(placeOf(each, scope), each.titleHash), each.text.band(band)), ad});
            }
            eachRun(keyed, [this, scope](std::span<const Keyed> same) {
                if (same.size() <= MostInBand)
                    joinAmong(same, scope);
            });
        }
    }

    void joinAmong(std::span<const Keyed> ads, Scope scope)
    {
        for (std::size_t i = 0; i < ads.size(); ++i) {
            for (std::size_t j = i + 1; j < ads.size(); ++j) {
                const auto left = Index(ads[i].other);
                const auto right = Index(ads[j].other);
                if (isCompared(left, right, scope) && isRepeatElsewhere(left, right))
                    join(left, right);
            }
        }
    }

    /// Jobs of one employer with one title and text in several regions.
    void findCampaigns()
    {
        std::vector<Keyed> keyed = room();
        for (Index ad = 0; ad < m_ads.size(); ++ad) {
            if (leaderOf(ad) == ad && m_ads[ad].employer != 0 && m_ads[ad].text.words() >= LongEnough)
                keyed.push_back({combined(m_ads[ad].employer, m_ads[ad].titleHash), ad});
        }
        eachRun(keyed, [this](std::span<const Keyed> same) {
            QList<Index> firsts;
            for (const Keyed &each : same) {
                const auto ad = Index(each.other);
                const auto first = std::ranges::find_if(firsts, [&](Index known) {
                    return m_ads[known].text.likeness(m_ads[ad].text) >= Renamed;
                });
                if (first == firsts.end()) {
                    firsts.append(ad);
                } else if (m_ads[*first].region != m_ads[ad].region) {
                    m_campaign[*first] = m_campaign[ad] = m_ads[*first].row;
                }
            }
        });
    }

    std::vector<AdGroup> result()
    {
        std::vector<AdGroup> groups(m_ads.size());
        std::vector<Keyed> keyed = room();
        for (Index ad = 0; ad < m_ads.size(); ++ad)
            keyed.push_back({leaderOf(ad), ad});
        eachRun(keyed, [&](std::span<const Keyed> job) {
            QSet<quint64> different;
            QList<Index> rows;
            for (const Keyed &each : job) {
                different.insert(m_ads[each.other].key);
                rows.append(Index(each.other));
            }
            std::ranges::sort(rows, [this](Index left, Index right) { return standsBefore(left, right); });
            QHash<RunId, int> places;
            for (const Index row : rows) {
                groups[row] = {.row = m_ads[row].row,
                               .job = m_ads[job.front().key].row,
                               .size = int(different.size()),
                               .place = ++places[m_ads[row].run],
                               .campaign = m_campaign[job.front().key]};
            }
        });
        return groups;
    }

    /// An ad with a text, then the newer one, stands for the job.
    bool standsBefore(Index left, Index right) const
    {
        const Ad &one = m_ads[left];
        const Ad &other = m_ads[right];
        return std::tuple(one.text.words() >= LongEnough, one.time, -one.row) >
               std::tuple(other.text.words() >= LongEnough, other.time, -other.row);
    }

    std::vector<Ad> m_ads;
    const QSet<quint64> &m_apart;
    const std::stop_token &m_stop;
    std::vector<Index> m_group;     ///< union-find
    std::vector<qint64> m_campaign; ///< of leaders
    std::vector<bool> m_isTemplate; ///< its employer uses the text under many titles
    std::vector<bool> m_isShared;   ///< many employers have it under one title
};

} // namespace

std::vector<AdGroup> groupAds(std::vector<Ad> ads, const QSet<quint64> &apart, const std::stop_token &stop)
{
    return Grouping(std::move(ads), apart, stop).run();
}

} // namespace linnet::analysis
