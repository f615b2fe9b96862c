// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/listlane.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Queries with pages that were not read yet; no other is begun before.
constexpr auto MostBusy = 32;
/// Queries whose state is kept because a page of them failed.
constexpr auto MostFailed = 200;
constexpr qsizetype MostNotes = 100;

} // namespace

ListLane::ListLane(const SearchSpec::Source &source, const SearchSpec &spec, const net::Pace &pace)
    : m_source(source)
    , m_spec(spec)
    , m_pace(pace)
    , m_any(source, spec, pace)
    , m_firstKind(firstPageKind(source.id))
    , m_pageKind(source.id + "/page"_L1)
    , m_restKind(source.id + "/rest"_L1)
{
    m_spec.sources.clear();
}

bool ListLane::owns(const QString &kind) const
{
    return kind == detailKind() || kind == m_firstKind || kind == m_pageKind || kind == m_restKind;
}

/// What is begun is read to its end first, so that few queries are open at once.
QStringList ListLane::kindsToAsk() const
{
    const auto busy =
        std::ranges::count_if(m_open, [](const auto &query) { return query.second.pagesOut > 0; });
    QStringList kinds{m_pageKind, m_restKind};
    if (busy < MostBusy)
        kinds.append(m_firstKind);
    return kinds;
}

ListLane::Open &ListLane::open(const ListedRef &ref) const
{
    const auto [place, isNew] = m_open.try_emplace(ref.number, Open{ref.text, ref.areas, ref.region});
    Open &query = place->second;
    if (isNew) {
        const ListedQuery listed{ref.text, {}, ref.region};
        query.lane = std::make_unique<SearchLane>(
            SearchSpec::Source{m_source.id, askedQuery(m_source, ref.text, ref.areas), m_source.base}, m_spec,
            m_pace, Finder{ref.number, listed.title(m_spec.list && m_spec.list->hasRegions)});
    }
    return query;
}

ListLane::Open &ListLane::at(const store::WorkItem &item) const
{
    const ListedRef ref = ListedRef::read(item.ref);
    if (const auto known = m_open.find(ref.number); known != m_open.end())
        return known->second;
    Open &query = open(ref);
    query.isPart = item.kind != m_firstKind;
    return query;
}

store::WorkItem ListLane::inner(const store::WorkItem &item) const
{
    if (isDetail(item))
        return item;
    const ListedRef ref = ListedRef::read(item.ref);
    store::WorkItem result = item;
    result.kind = u"%1/list/%2"_s.arg(id()).arg(ref.listing);
    result.ref = ref.ref;
    return result;
}

store::WorkAdd ListLane::outer(store::WorkAdd add, int number, Open &query) const
{
    if (add.kind == detailKind())
        return add;
    const int listing = add.kind.section(u'/', 2, 2).toInt();
    add.kind = query.lane->isRest(listing) ? m_restKind : m_pageKind;
    add.key += u"#q%1.%2"_s.arg(number).arg(listing);
    add.ref = ListedRef{number, listing, add.ref, query.areas, query.region, query.text}.toString();
    ++query.pagesOut;
    return add;
}

std::vector<store::WorkAdd> ListLane::outer(std::vector<store::WorkAdd> work, const store::WorkItem &item)
{
    const int number = ListedRef::read(item.ref).number;
    Open &query = at(item);
    if (item.kind != m_firstKind)
        query.pagesOut = std::max(0, query.pagesOut - 1);
    for (store::WorkAdd &add : work)
        add = outer(std::move(add), number, query);
    return work;
}

net::Request ListLane::request(const store::WorkItem &item) const
{
    return isDetail(item) ? m_any.request(item) : at(item).lane->request(inner(item));
}

std::function<ParsedAnswer()> ListLane::readHere(const store::WorkItem &item) const
{
    return isDetail(item) ? std::function<ParsedAnswer()>() : at(item).lane->readHere(inner(item));
}

bool ListLane::mayBegin(const store::WorkItem &item)
{
    return isDetail(item) || at(item).lane->mayBegin(inner(item));
}

std::vector<store::WorkAdd> ListLane::workAfter(const store::WorkItem &item, const ListPage &page, qint64 now)
{
    return outer(at(item).lane->workAfter(inner(item), page, now), item);
}

std::vector<store::WorkAdd> ListLane::workAfterFailure(const store::WorkItem &item, qint64 now)
{
    if (isDetail(item))
        return {};
    return outer(at(item).lane->workAfterFailure(inner(item), now), item);
}

void ListLane::failed(const store::WorkItem &item)
{
    if (!isDetail(item))
        at(item).hasFailed = true;
}

bool ListLane::isDone(const Open &query) const
{
    return query.pagesOut == 0 && (query.isPart || query.lane->isAnswered());
}

void ListLane::settle(const store::WorkItem &item)
{
    if (isDetail(item))
        return;
    const int number = ListedRef::read(item.ref).number;
    const Open &query = at(item);
    m_notes += query.lane->tooLargeNotes();
    if (!isDone(query))
        return;
    const auto kept =
        std::ranges::count_if(m_open, [this](const auto &other) { return isDone(other.second); });
    const bool isKept = query.hasFailed && !query.isPart && (kept <= MostFailed || query.lane->hasParts());
    if (!isKept)
        close(number);
}

/// Of a query of which only some pages were asked again, the numbers are known already.
void ListLane::close(int number)
{
    const Open query = std::move(m_open.extract(number).mapped());
    if (query.isPart)
        return;
    ++m_closed;
    const qint64 found = query.lane->found();
    if (found < 0)
        ++m_unknown;
    m_found += std::max<qint64>(0, found);
    m_reachable += std::max<qint64>(0, query.lane->reachable());
    m_isCutByUser = m_isCutByUser || query.lane->isCutByUser();
}

Finder ListLane::finder(const store::WorkItem &item) const
{
    return at(item).lane->finder(inner(item));
}

QStringList ListLane::tooLargeNotes()
{
    return std::exchange(m_notes, {});
}

std::vector<store::RowWrite> ListLane::listingRows(const store::WorkItem &item)
{
    if (isDetail(item) || at(item).isPart)
        return {};
    std::vector<store::RowWrite> rows = at(item).lane->listingRows(inner(item));
    for (store::RowWrite &row : rows)
        row.key = u"%1 %2"_s.arg(ListedRef::read(item.ref).number).arg(row.key);
    return rows;
}

void ListLane::takeTime(const store::WorkItem &item, std::chrono::nanoseconds answering)
{
    if (!isDetail(item))
        at(item).lane->takeTime(inner(item), answering);
}

bool ListLane::isPastEnd(const store::WorkItem &item) const
{
    return at(item).lane->isPastEnd(inner(item));
}

bool ListLane::canLook(const store::WorkItem &item) const
{
    return !isDetail(item) && at(item).lane->canLook(inner(item));
}

store::WorkAdd ListLane::look(const store::WorkItem &item)
{
    Open &query = at(item);
    return outer(query.lane->look(inner(item)), ListedRef::read(item.ref).number, query);
}

bool ListLane::isLook(const store::WorkItem &item) const
{
    return m_any.isLook(inner(item));
}

bool ListLane::isCut(const store::WorkItem &item) const
{
    return at(item).lane->isCut(inner(item));
}

qint64 ListLane::found() const
{
    const auto whole = std::ranges::count_if(m_open, [](const auto &query) { return !query.second.isPart; });
    if (m_unknown > 0 || m_closed + whole < (m_spec.list ? m_spec.list->count : 0))
        return -1;
    qint64 sum = m_found;
    for (const auto &[number, query] : m_open) {
        const qint64 found = query.isPart ? 0 : query.lane->found();
        if (found < 0)
            return -1;
        sum += found;
    }
    return sum;
}

qint64 ListLane::reachable() const
{
    if (found() < 0)
        return -1;
    qint64 sum = m_reachable;
    for (const auto &[number, query] : m_open)
        sum += query.isPart ? 0 : query.lane->reachable();
    return sum;
}

bool ListLane::isCutByUser() const
{
    return m_isCutByUser ||
           std::ranges::any_of(m_open, [](const auto &query) { return query.second.lane->isCutByUser(); });
}

QJsonObject ListLane::toJson() const
{
    QJsonArray open;
    for (const auto &[number, query] : m_open) {
        if (query.isPart)
            continue;
        QJsonObject json{
            {u"query"_s, ListedRef{number, 0, {}, query.areas, query.region, query.text}.toString()},
            {u"plan"_s, query.lane->toJson()},
            {u"out"_s, query.pagesOut}};
        if (query.hasFailed)
            json[u"failed"_s] = true;
        open.append(json);
    }
    return {{u"open"_s, open},
            {u"closed"_s, m_closed},
            {u"unknown"_s, m_unknown},
            {u"found_of_closed"_s, m_found},
            {u"reachable_of_closed"_s, m_reachable},
            {u"limited"_s, m_isCutByUser}};
}

void ListLane::restore(const QJsonObject &json)
{
    m_closed = json["closed"_L1].toInt();
    m_unknown = json["unknown"_L1].toInt();
    m_found = json["found_of_closed"_L1].toInteger();
    m_reachable = json["reachable_of_closed"_L1].toInteger();
    m_isCutByUser = json["limited"_L1].toBool();
    for (const QJsonValue &value : json["open"_L1].toArray()) {
        const ListedRef ref = ListedRef::read(value["query"_L1].toString());
        if (ref.number <= 0)
            continue;
        Open &query = open(ref);
        query.lane->restore(value["plan"_L1].toObject());
        query.pagesOut = value["out"_L1].toInt();
        query.hasFailed = value["failed"_L1].toBool();
    }
}

} // namespace linnet::vacancies
