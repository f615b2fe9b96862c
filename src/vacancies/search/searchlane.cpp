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
    for (Query &query : m_source.split(source.query, spec.day)) {
        m_listKinds.append(u"%1/list/%2"_s.arg(m_id).arg(m_listKinds.size()));
        m_listings.push_back({std::move(query), -1});
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

int SearchLane::pageLimit() const
{
    const int asked = m_listings.front().query.pages;
    return asked == 0 ? m_source.reachablePages() : std::min(asked, m_source.reachablePages());
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

std::vector<store::WorkAdd> SearchLane::workAfter(const store::WorkItem &item, const ListPage &page)
{
    const int index = listingOf(item);
    Listing &listing = m_listings[size_t(index)];
    std::vector<store::WorkAdd> work;
    if (page.found >= 0)
        listing.found = std::max(listing.found, page.found);
    if (page.pages >= 0) {
        const int last = std::min(page.pages, pageLimit());
        for (int next = 1; item.depth == 0 && next < last; ++next)
            work.push_back(pageWork(index, next));
    } else if (item.depth + 1 < pageLimit() && (!page.vacancies.empty() || page.filtered > 0)) {
        work.push_back(pageWork(index, item.depth + 1));
    }
    for (size_t i = 0; m_details && i < page.details.size(); ++i)
        work.push_back({keyOf(page.details[i]), detailKind(), m_host, page.vacancies[i].key(), 0});
    return work;
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
        sum += std::min<qint64>(listing.found, qint64(pageLimit()) * PageSize);
    }
    return sum;
}

QJsonObject SearchLane::toJson() const
{
    QJsonArray found;
    for (const Listing &listing : m_listings)
        found.append(listing.found);
    return {{u"found"_s, found}};
}

void SearchLane::restore(const QJsonObject &json)
{
    const QJsonArray found = json[u"found"_s].toArray();
    for (qsizetype i = 0; i < std::min(found.size(), qsizetype(m_listings.size())); ++i)
        m_listings[size_t(i)].found = found[i].toInteger(-1);
}

} // namespace linnet::vacancies
