// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/listing.h"

#include <optional>
#include <vector>

namespace linnet::vacancies {

/// The listings of one source within a search. A listing with more ads than can be reached is cut into parts
/// that can: windows of time that cover it without a gap, up to the moment at which it was cut; what is
/// still too large within the shortest window is cut by the source's other keys. Parts are asked for a first
/// page each, which is needed anyhow, so that counting costs little. A key whose filter the source ignores
/// is seen by its parts, which are as large as the whole, and not used again. Pure: no network, no store.
class SearchPlan
{
public:
    static constexpr int PageSize = 100; ///< that sources are asked for
    static constexpr double Fill = 0.9;  ///< of what can be reached, so that most parts are not too large

    explicit SearchPlan(const VacancySource &source);

    int add(Query query); ///< a query of the search
    const std::vector<Listing> &all() const { return m_listings; }
    Listing &operator[](int listing) { return m_listings[size_t(listing)]; }
    const Listing &operator[](int listing) const { return m_listings[size_t(listing)]; }

    /// How many ads one query gives at most: what is known of the source, or less when it says so.
    qint64 cap() const { return m_cap; }
    void lowerCap(qint64 ads);
    /// The first page of a listing came: `found` is set, `times` are VacancySource::windowTime() of its ads
    /// in their order. Or it could not be read: what depends on it goes on without. Gives the listings that
    /// are to be asked for their first pages now.
    std::vector<int> answered(int listing, const std::vector<qint64> &times, qint64 now);
    /// How many pages of a listing are read, of the size that its source gives.
    int pageLimit(const Listing &listing) const;
    /// Ads that a listing has, with those that came after it was cut.
    qint64 total(int listing) const;
    /// Those of them that no part reaches, as far as that is known.
    qint64 unreachable(int listing) const;
    /// Those that are read, its parts and the query's own limit included.
    qint64 reachable(int listing) const;
    /// Whether parts are read in its place; true, too, for what is read otherwise altogether.
    bool isCut(int listing) const { return (*this)[listing].isDropped || !partsOf(listing).empty(); }
    int rootOf(int listing) const; ///< the query of the search that it is a part of
    /// Whether it has more ads than can be reached and cannot be cut.
    bool isTooLarge(int listing) const
    {
        return (*this)[listing].query.pages == 0 && (*this)[listing].isPaged && isOver(listing);
    }
    /// Whether every page that was planned has ended, those of rests apart.
    bool isRead() const;

    QJsonObject toJson() const;
    void restore(const QJsonObject &json);

private:
    using Asked = std::vector<int>;

    void readOrCut(int listing, Asked &asked);
    bool isOver(int listing) const { return (*this)[listing].amount() > cap(); }
    std::vector<int> partsOf(int listing, std::optional<SplitKey> key = {}) const;
    void settle(int listing, Asked &asked);
    void settleWindows(int newer, int older, Asked &asked);
    void settleValues(int parent, SplitKey key, Asked &asked);
    void cut(int listing, Asked &asked);
    bool cutByDates(int listing, Asked &asked);
    bool cutByValues(int listing, SplitKey key, Asked &asked);
    void giveUpKey(int parent, SplitKey key, Asked &asked);
    std::optional<qint64> cutTime(const Listing &listing, const TimeWindow &window, qint64 aim) const;
    std::optional<double> rateIn(const Listing &listing, const TimeWindow &window, qint64 aim) const;
    int addPart(int parent, SplitKey key, Query query);
    int addPart(Listing part);

    const VacancySource *m_source;
    qint64 m_cap;
    std::vector<Listing> m_listings;
    int m_ignoredKeys = 0; ///< bits by SplitKey
    // Only while answered() runs:
    qint64 m_now = 0;
    std::vector<qint64> m_times; ///< of m_timed
    int m_timed = -1;
};

} // namespace linnet::vacancies
