// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchplan.h"

#include "vacancies/splitvalues.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MostListings = 20'000;
constexpr qint64 Earliest = 946'684'800; // 2000: nothing that is asked for is older

constexpr int bitOf(SplitKey key)
{
    return 1 << std::to_underlying(key);
}

qint64 partsFor(qint64 amount, qint64 cap)
{
    return std::max<qint64>(2, qint64(std::ceil(double(amount) / (double(cap) * SearchPlan::Fill))));
}

bool isNewestFirst(const std::vector<qint64> &times)
{
    return std::ranges::is_sorted(times, std::greater<>());
}

} // namespace

SearchPlan::SearchPlan(const VacancySource &source)
    : m_source(&source)
    , m_cap(qint64(source.reachablePages()) * PageSize)
{
}

int SearchPlan::add(Query query)
{
    m_listings.emplace_back().query = std::move(query);
    return int(m_listings.size()) - 1;
}

int SearchPlan::addPart(int parent, SplitKey key, Query query)
{
    Listing part;
    part.query = std::move(query);
    part.parent = parent;
    part.key = key;
    return addPart(std::move(part));
}

int SearchPlan::addPart(Listing part)
{
    const auto index = int(m_listings.size());
    (*this)[part.parent].parts.push_back(index);
    m_listings.push_back(std::move(part));
    return index;
}

void SearchPlan::lowerCap(qint64 ads)
{
    if (ads >= PageSize)
        m_cap = std::min(m_cap, ads);
}

std::vector<int> SearchPlan::partsOf(int listing, std::optional<SplitKey> key) const
{
    std::vector<int> parts;
    for (const int index : (*this)[listing].parts) {
        const Listing &part = (*this)[index];
        if (!part.isRest && !part.isDropped && (!key || part.key == *key))
            parts.push_back(index);
    }
    return parts;
}

std::vector<int> SearchPlan::answered(int listing, const std::vector<qint64> &times, qint64 now)
{
    Asked asked;
    if (std::exchange((*this)[listing].hasAnswered, true))
        return asked;
    m_now = now;
    m_times = times;
    m_timed = listing;
    settle(listing, asked);
    m_timed = -1;
    return asked;
}

void SearchPlan::settle(int listing, Asked &asked)
{
    const Listing &part = (*this)[listing];
    if (part.isDropped)
        return;
    if (part.isRest) {
        (*this)[listing].isPaged = true;
    } else if (part.parent < 0) {
        readOrCut(listing, asked);
    } else if (part.key == SplitKey::Dates) {
        const std::vector<int> windows = partsOf(part.parent, SplitKey::Dates);
        settleWindows(windows.front(), windows.back(), asked);
    } else {
        settleValues(part.parent, part.key, asked);
    }
}

/// Only who wants all of it wants the parts.
void SearchPlan::readOrCut(int listing, Asked &asked)
{
    Listing &whole = (*this)[listing];
    if (whole.query.pages == 0 && isOver(listing) && m_listings.size() < MostListings)
        cut(listing, asked);
    else
        whole.isPaged = true;
}

/// The newer of two windows is asked first; what it leaves is in the older one, which is asked only if it can
/// be read as it is.
void SearchPlan::settleWindows(int newer, int older, Asked &asked)
{
    const int parent = (*this)[newer].parent;
    const qint64 whole = (*this)[parent].amount();
    const qint64 here = (*this)[newer].found;
    const bool isAll = here >= whole && here > cap(); // perhaps the filter does nothing
    if (Listing &rest = (*this)[older]; rest.isAsked && !rest.hasAnswered && rest.assumed < 0) {
        if (!(*this)[newer].hasAnswered)
            return;
        rest.assumed = here < 0 ? 0 : std::max<qint64>(0, whole - here);
        rest.isAsked = rest.assumed <= cap();
        rest.hasAnswered = !rest.isAsked;
        if (rest.isAsked)
            asked.push_back(older);
        else
            cut(older, asked);
        if (!isAll)
            readOrCut(newer, asked);
        return;
    }
    if (isAll && (*this)[older].found >= whole) {
        giveUpKey(parent, SplitKey::Dates, asked);
        return;
    }
    readOrCut(older, asked);
    if (isAll)
        readOrCut(newer, asked);
}

void SearchPlan::settleValues(int parent, SplitKey key, Asked &asked)
{
    const std::vector<int> parts = partsOf(parent, key);
    qint64 sum = 0;
    bool allSame = true;
    bool anyFailed = false;
    for (const int part : parts) {
        const Listing &listing = (*this)[part];
        if (!listing.hasAnswered)
            return;
        sum += std::max<qint64>(0, listing.found);
        anyFailed = anyFailed || listing.found < 0;
        allSame = allSame && listing.found >= (*this)[parent].amount();
    }
    if (allSame && parts.size() > 1) {
        giveUpKey(parent, key, asked);
        return;
    }
    for (const int part : parts)
        readOrCut(part, asked);
    if (sum < (*this)[parent].amount() && !anyFailed) // some ads have none of the values
        cut(parent, asked);
}

/// The source answers every part with the whole: it is cut by something else.
void SearchPlan::giveUpKey(int parent, SplitKey key, Asked &asked)
{
    m_ignoredKeys |= bitOf(key);
    for (const int part : (*this)[parent].parts)
        (*this)[part].isDropped = (*this)[part].isDropped || (*this)[part].key == key;
    cut(parent, asked);
}

void SearchPlan::cut(int listing, Asked &asked)
{
    for (const SplitKey key : m_source->facts().splitKeys) {
        if (((m_ignoredKeys | (*this)[listing].cutsTried) & bitOf(key)) != 0)
            continue;
        (*this)[listing].cutsTried |= bitOf(key);
        if (key == SplitKey::Dates ? cutByDates(listing, asked) : cutByValues(listing, key, asked))
            return;
    }
    Listing &last = (*this)[listing]; // it is read as far as it goes
    last.isPaged = true;
    if (!std::exchange(last.isAsked, true))
        asked.push_back(listing);
}

bool SearchPlan::cutByDates(int listing, Asked &asked)
{
    const qint64 step = m_source->facts().splitStep.count();
    const Query query = (*this)[listing].query;
    TimeWindow window = query.window;
    const bool isFirst = window.isOpen();
    if (isFirst) {
        window = daysOf(query, m_now);
        const qint64 now = m_now / step * step;
        if (window.from && *window.from >= now)
            return false;
        window.to = std::min(window.to.value_or(now), now);
    }
    if (!window.to)
        return false; // what came meanwhile: too little to be cut
    const qint64 amount = (*this)[listing].amount();
    const auto at = cutTime((*this)[listing], window, amount / partsFor(amount, cap()));
    if (!at)
        return false;
    if (isFirst && *window.to == m_now / step * step) {
        Query rest = query;
        rest.window = {window.to, std::nullopt};
        const int last = addPart(listing, SplitKey::Dates, std::move(rest));
        (*this)[last].isRest = true;
        asked.push_back(last);
    }
    Query newer = query;
    newer.window = {at, window.to};
    Query older = query;
    older.window = {window.from, at};
    asked.push_back(addPart(listing, SplitKey::Dates, std::move(newer)));
    addPart(listing, SplitKey::Dates, std::move(older));
    return true;
}

/// Where to cut so that about so many ads are newer; nothing when the window cannot be cut.
std::optional<qint64> SearchPlan::cutTime(const Listing &listing, const TimeWindow &window, qint64 aim) const
{
    const qint64 step = m_source->facts().splitStep.count();
    const qint64 from = window.from.value_or(Earliest);
    const qint64 to = *window.to;
    if (to - from <= step)
        return {};
    double at = 0;
    constexpr size_t Enough = 20;
    const bool isSample =
        m_timed >= 0 && &m_listings[size_t(m_timed)] == &listing && m_times.size() >= Enough;
    if (isSample && !isNewestFirst(m_times)) {
        std::vector<qint64> times = m_times;
        std::ranges::sort(times, std::greater<>());
        at = double(times[size_t(double(aim) / double(listing.amount()) * double(times.size()))]);
    } else {
        at = double(to) - double(aim) / rateIn(listing, window, aim).value_or(double(aim) / (24 * 3600));
    }
    const auto whole = qint64(at / double(step)) * step;
    const qint64 first = (from / step + 1) * step;
    const qint64 last = ((to - 1) / step) * step;
    return std::clamp(whole, std::min(first, last), last);
}

/// Ads in a second where the window ends.
std::optional<double> SearchPlan::rateIn(const Listing &listing, const TimeWindow &window, qint64 aim) const
{
    const auto rate = [](qint64 ads, qint64 seconds) {
        return double(std::max<qint64>(1, ads)) / double(std::max<qint64>(1, seconds));
    };
    std::optional<double> overall;
    if (window.from)
        overall = rate(listing.amount(), *window.to - *window.from);
    if (!listing.isAsked && listing.parent >= 0) { // its newer neighbour is next to where it ends
        const Listing &newer = (*this)[partsOf(listing.parent, SplitKey::Dates).front()];
        const qint64 length = *newer.query.window.to - *newer.query.window.from;
        constexpr qint64 Longer = 16;
        const double near = std::max(rate(newer.found, length), double(aim) / double(length * Longer));
        return overall ? std::sqrt(near * *overall) : near;
    }
    if (overall || m_timed < 0 || &m_listings[size_t(m_timed)] != &listing || m_times.size() < 2)
        return overall;
    return rate(qint64(m_times.size()), m_times.front() - m_times.back());
}

bool SearchPlan::cutByValues(int listing, SplitKey key, Asked &asked)
{
    const Query query = (*this)[listing].query;
    const QStringList values = m_source->splitValues(query, key);
    if (values.size() < 2)
        return false;
    constexpr qsizetype MostTogether = 50; // addresses are of a length that any server takes
    qsizetype groups = values.size();
    if (m_source->takesSeveral(key))
        groups = std::min(groups, std::max<qsizetype>(partsFor((*this)[listing].amount(), cap()),
                                                      (values.size() + MostTogether - 1) / MostTogether));
    std::vector<QStringList> parts(static_cast<size_t>(groups));
    for (qsizetype i = 0; i < values.size(); ++i) // dealt out, as the large ones often stand together
        parts[size_t(i % groups)].append(values[i]);
    for (QStringList &part : parts) {
        Query narrower = query;
        narrower.*splitField(key) = std::move(part);
        asked.push_back(addPart(listing, key, std::move(narrower)));
    }
    return true;
}

/// An ad at the end of a window is in two of them, one that came just now in the whole and in the rest.
qint64 SearchPlan::total(int listing) const
{
    qint64 inWindows = 0;
    for (const int window : partsOf(listing, SplitKey::Dates)) {
        if ((*this)[window].amount() < 0)
            return (*this)[listing].amount();
        inWindows += total(window);
    }
    const qint64 whole = (*this)[listing].amount();
    qint64 sum = inWindows > 0 ? std::min(inWindows, whole) : whole;
    for (const int part : (*this)[listing].parts) {
        const Listing &rest = (*this)[part];
        sum += rest.isRest && !rest.isDropped ? std::max<qint64>(0, rest.found) : 0;
    }
    return sum;
}

qint64 SearchPlan::unreachable(int listing) const
{
    qint64 inParts = 0;
    qint64 sum = 0;
    for (const int part : partsOf(listing)) {
        inParts += std::max<qint64>(0, (*this)[part].amount());
        sum += unreachable(part);
    }
    const Listing &whole = (*this)[listing];
    if (!whole.isPaged)
        return sum;
    // What no part has may be among those that are read of the whole, or not.
    return sum + std::max<qint64>(0, std::min(whole.amount() - cap(), whole.amount() - inParts));
}

int SearchPlan::pageLimit(const Listing &listing) const
{
    const int most = m_source->reachablePages();
    const int pagesOf100 = listing.query.pages == 0 ? most : std::min(listing.query.pages, most);
    return int((qint64(pagesOf100) * PageSize + listing.perPage - 1) / listing.perPage);
}

qint64 SearchPlan::reachable(int listing) const
{
    const Listing &whole = (*this)[listing];
    if (isCut(listing))
        return total(listing) - unreachable(listing);
    return std::min(whole.found, std::min<qint64>(cap(), qint64(pageLimit(whole)) * whole.perPage));
}

bool SearchPlan::isRead() const
{
    return std::ranges::all_of(m_listings, [](const Listing &listing) {
        return listing.isRest || !listing.isAsked || listing.ended >= listing.planned;
    });
}

QJsonObject SearchPlan::toJson() const
{
    QJsonArray list;
    for (const Listing &listing : m_listings)
        list.append(listing.toJson());
    return {{u"list"_s, list}, {u"ignored_keys"_s, m_ignoredKeys}, {u"cap"_s, m_cap}};
}

void SearchPlan::restore(const QJsonObject &json)
{
    m_ignoredKeys = json["ignored_keys"_L1].toInt();
    lowerCap(json["cap"_L1].toInteger(m_cap));
    const QJsonArray list = json["list"_L1].toArray();
    const auto own = qsizetype(m_listings.size());
    for (qsizetype i = 0; i < std::min(list.size(), MostListings); ++i) {
        if (i >= own) {
            auto part = Listing::part(list[i].toObject(), m_listings);
            if (!part)
                return; // what follows builds on it
            addPart(std::move(*part));
        }
        m_listings[size_t(i)].restore(list[i].toObject());
    }
}

int SearchPlan::rootOf(int listing) const
{
    while ((*this)[listing].parent >= 0)
        listing = (*this)[listing].parent;
    return listing;
}

} // namespace linnet::vacancies
