// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/pace.h"
#include "store/unit.h"
#include "vacancies/search/lane.h"
#include "vacancies/search/searchplan.h"
#include "vacancies/search/searchspec.h"

#include <chrono>
#include <span>

namespace linnet::vacancies {

/// What the rows of table::listingSchema() say about the listings of a source.
class ListingReport
{
public:
    ListingReport(const VacancySource &source, const SearchSpec &spec, const net::Pace &pace);

    /// How long the source thought about a page; the first counts.
    void takeTime(std::chrono::nanoseconds answering);
    /// The rows of these listings that say something else than at the last call, by their keys. finders: by
    /// listing, of those that are no parts.
    std::vector<store::RowWrite> rows(const SearchPlan &plan, std::span<const int> listings,
                                      const QStringList &keys, std::span<const Finder> finders);

private:
    QString stateOf(const SearchPlan &plan, int listing) const;
    qint64 requestsFor(const SearchPlan &plan, int listing) const;
    table::Cells rowOf(const SearchPlan &plan, int listing, const Finder &finder) const;

    QString m_source;
    bool m_hasDetails;
    bool m_countOnly;
    net::Pace m_pace;
    std::chrono::nanoseconds m_answering{0};
    std::vector<table::Cells> m_told; ///< by listing
};

} // namespace linnet::vacancies
