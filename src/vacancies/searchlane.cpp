// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/searchlane.h"

#include "net/engine.h"

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

} // namespace

SearchLane::SearchLane(const SearchSpec::Source &source, const SearchSpec &spec)
    : m_id(source.id)
    , m_source(*sourceById(source.id))
    , m_base(source.base.isEmpty() ? m_source.defaultBase() : source.base)
    , m_host(net::hostKey(m_base))
    , m_details(spec.details)
{
    for (Query &query : m_source.split(source.query, spec.day))
        m_listings.push_back({std::move(query), -1});
}

QString SearchLane::detailKind() const
{
    return m_id + "/detail"_L1;
}

QStringList SearchLane::listKinds() const
{
    QStringList kinds;
    for (size_t i = 0; i < m_listings.size(); ++i)
        kinds.append(u"%1/list/%2"_s.arg(m_id).arg(i));
    return kinds;
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
    if (isDetail(item))
        return m_source.detail(QUrl(item.key, QUrl::StrictMode));
    return m_source.listPage(m_listings[size_t(listingOf(item))].query, m_base, item.depth);
}

ParsedAnswer SearchLane::parse(const store::WorkItem &item, const net::Response &response) const
{
    ParsedAnswer parsed;
    parsed.judgement = m_source.judge(response);
    if (parsed.judgement.verdict != Verdict::Usable)
        return parsed;
    if (isDetail(item))
        parsed.vacancy = m_source.parseDetail(response.body);
    else
        parsed.page = m_source.parseList(response.body, query(item), m_base);
    return parsed;
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
