// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchlane.h"

#include "net/engine/engine.h"
#include "vacancies/search/sources.h"

#include <QJsonArray>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PageSize = 100;
const QString Look = u"look"_s;   // ref of a first page that is asked again because a later one failed
const QString Again = u"again"_s; // and of that later one

QString keyOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

/// Asked again: what is no such body at all, and errors of the server within an answer "200 OK", which come
/// and go like its real ones.
Error faultOf(const Error &error)
{
    const bool passing =
        error.reason == Reason::BadBody || (error.reason == Reason::HttpStatus && error.status >= 500);
    return passing ? Error{Reason::BadBody, 0, error.detail} : Error();
}

net::Reading readDetail(const VacancySource &source, const net::Response &response)
{
    ParsedAnswer parsed{.judgement = source.judge(response)};
    if (parsed.judgement.verdict == Verdict::Usable)
        parsed.vacancy = source.parseDetail(response.body);
    const Error fault = parsed.vacancy ? Error() : faultOf(parsed.vacancy.error());
    const bool refused = parsed.judgement.verdict == Verdict::Captcha;
    return {std::move(parsed), fault, refused};
}

net::Reading readList(const VacancySource &source, const net::Response &response, const Query &query,
                      const QUrl &base)
{
    ParsedAnswer parsed{.judgement = source.judge(response)};
    if (parsed.judgement.verdict == Verdict::Usable)
        parsed.page = source.parseList(response.body, query, base);
    const Error fault = parsed.page ? Error() : faultOf(parsed.page.error());
    const bool refused = parsed.judgement.verdict == Verdict::Captcha;
    return {std::move(parsed), fault, refused};
}

} // namespace

SearchLane::SearchLane(const SearchSpec::Source &source, const SearchSpec &spec)
    : m_id(source.id)
    , m_source(*sourceById(source.id))
    , m_base(source.base.isEmpty() ? m_source.defaultBase() : source.base)
    , m_host(net::HostKey(m_base).toString())
    , m_details(spec.details)
{
    m_detailKind = m_id + "/detail"_L1;
    std::vector<Query> queries{source.query};
    queries.insert(queries.end(), source.more.begin(), source.more.end());
    for (const Query &whole : queries) {
        for (Query &query : m_source.split(whole, spec.day)) {
            m_listKinds.append(u"%1/list/%2"_s.arg(m_id).arg(m_listKinds.size()));
            m_listings.push_back({.query = std::move(query), .perPage = PageSize});
        }
    }
}

bool SearchLane::owns(const store::WorkItem &item) const
{
    return isDetail(item) || m_listKinds.contains(item.kind);
}

int SearchLane::listingOf(const store::WorkItem &item) const
{
    const int listing = item.kind.section(u'/', 2, 2).toInt();
    return std::clamp(listing, 0, int(m_listings.size()) - 1);
}

const Query &SearchLane::query(const store::WorkItem &item) const
{
    return m_listings[size_t(isDetail(item) ? 0 : listingOf(item))].query;
}

/// So many pages of 100, in pages of the size that the source gives.
int SearchLane::pageLimit(const Listing &listing, int pagesOf100) const
{
    const qint64 ads = qint64(std::min(pagesOf100, m_source.reachablePages())) * PageSize;
    return int((ads + listing.perPage - 1) / listing.perPage);
}

int SearchLane::pageLimit(const Listing &listing) const
{
    const int asked = listing.query.pages;
    return pageLimit(listing, asked == 0 ? m_source.reachablePages() : asked);
}

store::WorkAdd SearchLane::pageWork(int listing, int page) const
{
    const Query &query = m_listings[size_t(listing)].query;
    return {keyOf(m_source.listPage(query, m_base, page).url), listKinds()[listing], m_host, QString(), page};
}

std::vector<store::WorkAdd> SearchLane::firstWork() const
{
    std::vector<store::WorkAdd> work;
    for (size_t i = 0; i < m_listings.size(); ++i)
        work.push_back(pageWork(int(i), 0));
    return work;
}

net::Request SearchLane::request(const store::WorkItem &item) const
{
    net::Request request;
    if (isDetail(item)) {
        request = m_source.detail(QUrl(item.key, QUrl::StrictMode));
        request.read = [&source = m_source](const net::Response &response) {
            return readDetail(source, response);
        };
    } else {
        const Query &asked = query(item);
        request = m_source.listPage(asked, m_base, item.depth);
        request.read = [&source = m_source, asked, base = m_base](const net::Response &response) {
            return readList(source, response, asked, base);
        };
    }
    return request;
}

void SearchLane::takeNumbers(Listing &listing, const store::WorkItem &item, const ListPage &page) const
{
    constexpr qint64 Least = 10; // fewer are rather a page that lacks some
    listing.found = std::max(listing.found, page.found);
    if (page.perPage > 0 && page.perPage < listing.perPage)
        listing.perPage = page.perPage;
    const qint64 here = qint64(page.vacancies.size() + page.leftOut.size()) + page.unreadable;
    if (m_source.facts().cutsPages && item.depth == 0 && here >= Least && here < listing.perPage &&
        here < page.found)
        listing.perPage = int(here);
    listing.pages = page.pages;
    if (page.pages >= 0 && page.found >= 0 && m_source.facts().cutsPages)
        listing.pages = int((page.found + listing.perPage - 1) / listing.perPage);
}

std::vector<store::WorkAdd> SearchLane::workAfter(const store::WorkItem &item, const ListPage &page)
{
    const int index = listingOf(item);
    Listing &listing = m_listings[size_t(index)];
    std::vector<store::WorkAdd> work;
    takeNumbers(listing, item, page);
    if (listing.pages >= 0) {
        // Pages that appear while others are read are read, too.
        const int last = std::min(listing.pages, pageLimit(listing));
        for (; listing.planned < last; ++listing.planned)
            work.push_back(pageWork(index, listing.planned));
        if (const int wanted = item.ref.sliced(isLook(item) ? Look.size() : item.ref.size()).toInt();
            wanted > 0 && wanted < last) {
            store::WorkAdd again = pageWork(index, wanted);
            again.key += "#again"_L1;
            again.ref = Again;
            work.push_back(std::move(again));
        }
    } else if (item.depth + 1 < pageLimit(listing) && (!page.vacancies.empty() || !page.leftOut.empty())) {
        work.push_back(pageWork(index, item.depth + 1));
    }
    for (size_t i = 0; m_details && i < page.details.size(); ++i)
        work.push_back({keyOf(page.details[i]), detailKind(), m_host, page.vacancies[i].key(), 0});
    return work;
}

bool SearchLane::isLook(const store::WorkItem &item)
{
    return item.ref.startsWith(Look);
}

bool SearchLane::isPastEnd(const store::WorkItem &item) const
{
    const Listing &listing = m_listings[size_t(listingOf(item))];
    return canLook(item) && listing.pages >= 0 && item.depth >= listing.pages;
}

bool SearchLane::canLook(const store::WorkItem &item) const
{
    return m_source.facts().failsPastEnd && !isDetail(item) && item.depth > 0 && item.ref.isEmpty();
}

store::WorkAdd SearchLane::look(const store::WorkItem &item) const
{
    store::WorkAdd first = pageWork(listingOf(item), 0);
    first.ref = Look + QString::number(item.depth);
    first.key += u"#"_s + first.ref;
    return first;
}

qint64 SearchLane::found() const
{
    qint64 sum = 0;
    for (const Listing &listing : m_listings) {
        if (listing.found < 0)
            return -1;
        sum += listing.found;
    }
    return sum;
}

qint64 SearchLane::reachable() const
{
    qint64 sum = 0;
    for (const Listing &listing : m_listings) {
        if (listing.found < 0)
            return -1;
        sum += std::min<qint64>(listing.found, qint64(pageLimit(listing)) * listing.perPage);
    }
    return sum;
}

bool SearchLane::isCutByUser() const
{
    return std::ranges::any_of(m_listings, [this](const Listing &listing) {
        const int most = pageLimit(listing, m_source.reachablePages());
        return pageLimit(listing) < most && listing.found > qint64(pageLimit(listing)) * listing.perPage;
    });
}

QJsonObject SearchLane::toJson() const
{
    QJsonArray found;
    QJsonArray perPage;
    QJsonArray planned;
    for (const Listing &listing : m_listings) {
        found.append(listing.found);
        perPage.append(listing.perPage);
        planned.append(listing.planned);
    }
    return {{u"found"_s, found}, {u"per_page"_s, perPage}, {u"planned"_s, planned}};
}

void SearchLane::restore(const QJsonObject &json)
{
    const QJsonArray found = json[u"found"_s].toArray();
    const QJsonArray perPage = json[u"per_page"_s].toArray();
    const QJsonArray planned = json[u"planned"_s].toArray();
    for (qsizetype i = 0; i < qsizetype(m_listings.size()); ++i) {
        Listing &listing = m_listings[size_t(i)];
        if (i < found.size())
            listing.found = found[i].toInteger(-1);
        if (i < perPage.size())
            listing.perPage = std::clamp(perPage[i].toInt(PageSize), 1, PageSize);
        if (i < planned.size())
            listing.planned = std::max(1, planned[i].toInt(1));
    }
}

} // namespace linnet::vacancies
