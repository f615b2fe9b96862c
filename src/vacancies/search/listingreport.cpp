// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/listingreport.h"

#include "table/listingschema.h"
#include "vacancies/splitvalues.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

table::Value list(const QStringList &values)
{
    return values.isEmpty() ? table::Value() : table::Value(values.join(u';'));
}

} // namespace

ListingReport::ListingReport(const VacancySource &source, const SearchSpec &spec, const net::Pace &pace)
    : m_source(source.id())
    , m_hasDetails(spec.details && source.facts().hasDetails)
    , m_countOnly(spec.countOnly)
    , m_pace(pace)
{
}

void ListingReport::takeTime(std::chrono::nanoseconds answering)
{
    if (m_answering.count() == 0)
        m_answering = answering;
}

/// About so many, told by its first page alone.
qint64 ListingReport::requestsFor(const SearchPlan &plan, int index) const
{
    const Listing &listing = plan[index];
    const qint64 ads = plan.reachable(index);
    qint64 pages = std::max<qint64>(1, (ads + listing.perPage - 1) / listing.perPage);
    if (plan.isCut(index)) {
        constexpr double PerPart = 0.8; // its last page is half empty, and some are cut again
        const double parts = double(ads) / (double(plan.cap()) * SearchPlan::Fill);
        pages += 2 + qint64(parts * PerPart);
    }
    return m_hasDetails ? pages + ads : pages;
}

QString ListingReport::stateOf(const SearchPlan &plan, int index) const
{
    const Listing &listing = plan[index];
    if (m_countOnly && listing.found >= 0)
        return u"counted"_s;
    if (listing.isDropped)
        return u"ignored"_s;
    if (plan.isCut(index) || !listing.isAsked)
        return u"parts"_s;
    if (!listing.hasAnswered || listing.ended < listing.planned)
        return u"waiting"_s;
    if (listing.found < 0)
        return u"failed"_s;
    if (plan.isTooLarge(index))
        return u"too_many"_s;
    if (listing.read >= listing.found)
        return u"complete"_s;
    return listing.found > plan.reachable(index) ? u"limit"_s : u"fewer"_s;
}

table::Cells ListingReport::rowOf(const SearchPlan &plan, int index, const Finder &finder) const
{
    using table::ListingColumn;
    const Listing &listing = plan[index];
    table::Cells cells(table::listingSchema().columns.size());
    const auto set = [&cells](ListingColumn column, table::Value value) {
        cells[size_t(std::to_underlying(column))] = std::move(value);
    };
    set(ListingColumn::Source, m_source);
    set(ListingColumn::Query, finder.title);
    if (finder.place > 0)
        set(ListingColumn::Number, qint64(finder.place));
    set(ListingColumn::State, stateOf(plan, index));
    if (listing.amount() >= 0) {
        set(ListingColumn::Found, listing.parent < 0 ? plan.total(index) : listing.amount());
        set(ListingColumn::Reachable, plan.reachable(index));
    }
    if (listing.parent < 0 && listing.found >= 0) {
        const qint64 requests = requestsFor(plan, index);
        const auto each = std::max(m_pace.delay, m_answering / std::max(1, m_pace.perHost));
        set(ListingColumn::Requests, requests);
        set(ListingColumn::Seconds,
            std::round(double(requests) * std::chrono::duration<double>(each).count() * 10) / 10);
    }
    if (!plan.isCut(index) && !m_countOnly)
        set(ListingColumn::Read, listing.read);
    const TimeWindow &window = listing.query.window;
    if (window.from)
        set(ListingColumn::From, utcText(*window.from));
    if (window.to)
        set(ListingColumn::To, utcText(*window.to));
    set(ListingColumn::Regions, list(listing.query.areas));
    set(ListingColumn::Roles, list(listing.query.roles));
    set(ListingColumn::Experience, list(listing.query.experience));
    return cells;
}

std::vector<store::RowWrite> ListingReport::rows(const SearchPlan &plan, std::span<const int> listings,
                                                 const QStringList &keys, std::span<const Finder> finders)
{
    std::vector<store::RowWrite> rows;
    m_told.resize(size_t(keys.size()));
    for (const int i : listings) {
        table::Cells cells = rowOf(plan, i, finders[size_t(plan.rootOf(i))]);
        if (cells == m_told[size_t(i)])
            continue;
        m_told[size_t(i)] = cells;
        rows.push_back({&table::listingSchema(), keys[i], std::move(cells), store::RowMode::Replace});
    }
    return rows;
}

} // namespace linnet::vacancies
