// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchlane.h"

#include "net/engine/engine.h"
#include "vacancies/search/listfile.h"
#include "vacancies/search/sources.h"
#include "vacancies/splitvalues.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Look = u"look"_s;   // ref of a first page that is asked again because a later one failed
const QString Again = u"again"_s; // and of that later one
const QString Next = u"next:"_s;  // and, with its name, of a page that the one before has named

/// Neither of those that are asked once more.
bool isPlain(const store::WorkItem &item)
{
    return item.ref.isEmpty() || item.ref.startsWith(Next);
}

QString keyOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

QString hostOf(const QUrl &url)
{
    return net::HostKey(url).toString();
}

/// Asked again: what is no such body at all, and errors of the server within an answer "200 OK", which come
/// and go like its real ones.
Error faultOf(const Error &error)
{
    const bool passing =
        error.reason == Reason::BadBody || (error.reason == Reason::HttpStatus && error.status >= 500);
    return passing ? Error{Reason::BadBody, 0, error.detail} : Error();
}

qint64 adsOn(const ListPage &page)
{
    return qint64(page.vacancies.size() + page.leftOut.size()) + page.unreadable +
           std::accumulate(page.onlyCounted.begin(), page.onlyCounted.end(), qint64(0));
}

net::Reading readDetail(const VacancySource &source, const net::Response &response, bool contacts)
{
    ParsedAnswer parsed{.judgement = source.judge(response)};
    if (parsed.judgement.verdict == Verdict::Usable)
        parsed.vacancy = source.parseDetail(response.body, contacts);
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

std::chrono::milliseconds leastIntervalAt(const VacancySource &source, const QUrl &base)
{
    const bool isOwn = net::HostKey(base) == net::HostKey(source.defaultBase());
    return isOwn ? source.facts().leastInterval : std::chrono::milliseconds(0);
}

net::Pace withInterval(net::Pace pace, std::chrono::milliseconds least)
{
    pace.delay = std::max<decltype(pace.delay)>(pace.delay, least);
    return pace;
}

} // namespace

SearchLane::SearchLane(const SearchSpec::Source &source, const SearchSpec &spec, const net::Pace &pace,
                       const Finder &finder)
    : m_id(source.id)
    , m_source(*sourceById(source.id))
    , m_base(source.base.isEmpty() ? m_source.defaultBase() : source.base)
    , m_leastInterval(leastIntervalAt(m_source, m_base))
    , m_details(spec.details)
    , m_countOnly(spec.countOnly)
    , m_contacts(source.query.contacts)
    , m_plan(m_source)
    , m_report(m_source, spec, withInterval(pace, m_leastInterval))
{
    m_detailKind = m_id + "/detail"_L1;
    std::vector<Query> queries{source.query};
    queries.insert(queries.end(), source.more.begin(), source.more.end());
    for (size_t i = 0; i < queries.size(); ++i) {
        for (Query &query : m_source.split(queries[i], spec.day)) {
            const int place = queries.size() > 1 ? int(i) + 1 : 0;
            m_finders.push_back(finder.place > 0 ? finder : Finder{place, query.title()});
            m_plan.add(std::move(query));
        }
    }
    m_ownListings = qsizetype(m_plan.all().size());
    nameNewKinds();
    m_hosts = {hostOf(m_base)};
    for (const Listing &listing : m_plan.all()) {
        if (const QString host = hostOf(m_source.listPage(listing.query, m_base, 0).url);
            !m_hosts.contains(host))
            m_hosts.append(host);
    }
}

void SearchLane::nameNewKinds()
{
    while (m_listKinds.size() < qsizetype(m_plan.all().size()))
        m_listKinds.append(u"%1/list/%2"_s.arg(m_id).arg(m_listKinds.size()));
}

QStringList SearchLane::kindsToAsk() const
{
    QStringList kinds = m_listKinds.first(m_ownListings);
    QStringList rests;
    for (qsizetype i = m_ownListings; i < m_listKinds.size(); ++i)
        (m_plan[int(i)].isRest ? rests : kinds).append(m_listKinds[i]);
    return !rests.isEmpty() && m_plan.isRead() ? kinds + rests : kinds;
}

bool SearchLane::owns(const QString &kind) const
{
    return kind == m_detailKind || m_listKinds.contains(kind);
}

int SearchLane::listingOf(const store::WorkItem &item) const
{
    const int listing = item.kind.section(u'/', 2, 2).toInt();
    return std::clamp(listing, 0, int(m_plan.all().size()) - 1);
}

Finder SearchLane::finder(const store::WorkItem &item) const
{
    return m_finders[size_t(m_plan.rootOf(listingOf(item)))];
}

bool SearchLane::isAnswered() const
{
    return std::ranges::all_of(
        m_plan.all(), [](const Listing &listing) { return listing.parent >= 0 || listing.hasAnswered; });
}

store::WorkAdd SearchLane::pageWork(int listing, int page) const
{
    const Query &query = m_plan[listing].query;
    const QUrl url = m_source.listPage(query, m_base, page).url;
    return {keyOf(url), listKinds()[listing], hostOf(url), QString(), page};
}

std::vector<store::WorkAdd> SearchLane::firstWork() const
{
    std::vector<store::WorkAdd> work;
    for (int i = 0; i < int(m_ownListings); ++i)
        work.push_back(pageWork(i, 0));
    return work;
}

/// Of the file that is the source's list, as opposed to its pieces.
bool SearchLane::isFetch(const store::WorkItem &item) const
{
    return m_source.facts().listIsFile && !isDetail(item) &&
           (item.ref.isEmpty() || listfile::asksAgain(item.ref.sliced(Next.size())));
}

/// Whoever only counts does not fetch so much: how many there are stays unknown.
net::Request SearchLane::fetch(const store::WorkItem &item) const
{
    constexpr qint64 LargestFile = qint64(16) * 1024 * 1024 * 1024;
    net::Request request = m_source.listPage(m_plan[listingOf(item)].query, m_base, 0);
    const QString path = listfile::pathOf(request.url);
    request.method = m_countOnly ? net::Method::Head : net::Method::Get;
    if (!m_countOnly) {
        request.toFile = path;
        request.maxBody = LargestFile;
        request.headers += listfile::ask(path);
    }
    request.read = [&source = m_source, path, countOnly = m_countOnly,
                    lock = std::exchange(m_lock, {})](const net::Response &response) {
        ParsedAnswer parsed;
        if (response.status != 304)
            parsed.judgement = source.judge(response);
        if (parsed.judgement.verdict == Verdict::Usable && !countOnly)
            parsed.page = listfile::fetched(path, source.id(), response);
        return net::Reading{std::move(parsed), {}};
    };
    return request;
}

std::function<ParsedAnswer()> SearchLane::readHere(const store::WorkItem &item) const
{
    if (!m_source.facts().listIsFile || isDetail(item) || isFetch(item))
        return {};
    const Query &asked = m_plan[listingOf(item)].query;
    return [&source = m_source, asked, base = m_base, name = item.ref.sliced(Next.size()),
            path = listfile::pathOf(m_source.listPage(asked, m_base, 0).url)] {
        return ParsedAnswer{.judgement = {}, .page = listfile::piece(path, name, source, asked, base)};
    };
}

bool SearchLane::mayBegin(const store::WorkItem &item)
{
    if (m_countOnly || !isFetch(item))
        return true;
    m_lock =
        listfile::lock(listfile::pathOf(m_source.listPage(m_plan[listingOf(item)].query, m_base, 0).url));
    return m_lock != nullptr;
}

net::Request SearchLane::request(const store::WorkItem &item) const
{
    if (isFetch(item))
        return fetch(item);
    net::Request request;
    if (isDetail(item)) {
        request = m_source.detail(QUrl(item.key, QUrl::StrictMode));
        request.read = [&source = m_source, contacts = m_contacts](const net::Response &response) {
            return readDetail(source, response, contacts);
        };
    } else {
        const Query &asked = m_plan[listingOf(item)].query;
        request = item.ref.startsWith(Next) ? m_source.nextPage(asked, m_base, item.ref.sliced(Next.size()))
                                            : m_source.listPage(asked, m_base, item.depth);
        request.read = [&source = m_source, asked, base = m_base](const net::Response &response) {
            return readList(source, response, asked, base);
        };
    }
    return request;
}

std::vector<qint64> SearchLane::timesOf(const ListPage &page) const
{
    std::vector<qint64> times;
    const auto add = [&](const Vacancy &vacancy) {
        if (const auto time = m_source.windowTime(vacancy))
            times.push_back(*time);
    };
    constexpr size_t Enough = 20;
    std::ranges::for_each(page.vacancies, add);
    if (times.size() < Enough) // else in the source's order
        std::ranges::for_each(page.leftOut, add, &LeftOut::vacancy);
    return times;
}

void SearchLane::takeNumbers(Listing &listing, const store::WorkItem &item, const ListPage &page)
{
    constexpr qint64 Least = 10; // fewer are rather a page that lacks some
    listing.found = std::max(listing.found, page.found);
    if (page.perPage > 0 && page.perPage < listing.perPage)
        listing.perPage = page.perPage;
    const qint64 here = adsOn(page);
    if (m_source.facts().cutsPages && item.depth == 0 && here >= Least && here < listing.perPage &&
        here < page.found)
        listing.perPage = int(here);
    listing.pages = page.pages;
    // Whole pages of what it has cannot be asked.
    if (page.pages > 0 && page.found >= qint64(page.pages + 1) * listing.perPage)
        m_plan.lowerCap(qint64(page.pages) * listing.perPage);
    if (page.pages >= 0 && page.found >= 0 && m_source.facts().cutsPages)
        listing.pages = int((page.found + listing.perPage - 1) / listing.perPage);
    if (page.isLast && (listing.pages < 0 || listing.pages > item.depth + 1))
        listing.pages = item.depth + 1;
}

std::vector<store::WorkAdd> SearchLane::workAfter(const store::WorkItem &item, const ListPage &page,
                                                  qint64 now)
{
    const int index = listingOf(item);
    std::vector<store::WorkAdd> work;
    Listing &listing = m_plan[index];
    takeNumbers(listing, item, page);
    if (isPlain(item)) {
        ++listing.ended;
        listing.read += adsOn(page);
    }
    if (m_source.facts().listIsFile && listfile::asksAgain(page.next))
        listing.read = 0;
    if (page.isLast && listing.found < 0) // it never says how many there are
        listing.found = listing.read;
    std::vector<int> first;
    if (isPlain(item) && item.depth == 0)
        first = m_plan.answered(index, timesOf(page), now); // may move the listings
    if (m_countOnly)
        return work;
    addPlanned(first, work);
    const Listing &read = m_plan[index];
    if (!page.next.isEmpty()) {
        addNext(item, page.next, work);
        return withDetails(page, std::move(work));
    }
    const bool isNew = adsOn(page) > page.unreadable && !isRepeated(index, page);
    if (read.pages < 0 && item.depth + 1 < m_plan.pageLimit(read) && isNew) {
        work.push_back(pageWork(index, item.depth + 1));
        ++m_plan[index].planned;
    }
    if (const int wanted = item.ref.sliced(isLook(item) ? Look.size() : item.ref.size()).toInt();
        wanted > 0 && wanted < std::min(read.pages, m_plan.pageLimit(read))) {
        store::WorkAdd again = pageWork(index, wanted);
        again.key += "#again"_L1;
        again.ref = Again;
        work.push_back(std::move(again));
    }
    return withDetails(page, std::move(work));
}

std::vector<store::WorkAdd> SearchLane::withDetails(const ListPage &page,
                                                    std::vector<store::WorkAdd> work) const
{
    for (size_t i = 0; m_details && i < page.details.size(); ++i)
        work.push_back(
            {keyOf(page.details[i]), detailKind(), hostOf(page.details[i]), page.vacancies[i].key(), 0});
    return work;
}

/// A page that names itself, or that comes after as many as are wanted, is not asked.
void SearchLane::addNext(const store::WorkItem &item, const QString &next, std::vector<store::WorkAdd> &work)
{
    const int index = listingOf(item);
    Listing &listing = m_plan[index];
    if (item.depth + 1 >= m_plan.pageLimit(listing) || item.ref == Next + next) {
        listing.pages = item.depth + 1;
        return;
    }
    store::WorkAdd page = pageWork(index, item.depth + 1);
    page.key = m_source.facts().listIsFile ? page.key + u'#' + next
                                           : keyOf(m_source.nextPage(listing.query, m_base, next).url);
    page.ref = Next + next;
    work.push_back(std::move(page));
    ++listing.planned;
}

/// Some sources answer any page past the last with the last one.
bool SearchLane::isRepeated(int listing, const ListPage &page)
{
    size_t ads = 0;
    const auto add = [&ads](const Vacancy &vacancy) { ads = qHash(vacancy.id, ads); };
    std::ranges::for_each(page.vacancies, add);
    std::ranges::for_each(page.leftOut, add, &LeftOut::vacancy);
    return std::exchange(m_lastAds[listing], ads) == ads;
}

std::vector<store::WorkAdd> SearchLane::workAfterFailure(const store::WorkItem &item, qint64 now)
{
    std::vector<store::WorkAdd> work;
    if (isDetail(item) || !isPlain(item))
        return work;
    const int index = listingOf(item);
    ++m_plan[index].ended;
    if (item.depth == 0)
        addPlanned(m_plan.answered(index, {}, now), work);
    return work;
}

/// The first pages of these, and the further ones of all: those that appear while others are read, too.
void SearchLane::addPlanned(const std::vector<int> &first, std::vector<store::WorkAdd> &work)
{
    nameNewKinds();
    for (const int listing : first)
        work.push_back(pageWork(listing, 0));
    for (int i = 0; i < int(m_plan.all().size()); ++i) {
        Listing &listing = m_plan[i];
        const int last = std::min(listing.pages, m_plan.pageLimit(listing));
        for (; listing.isPaged && listing.planned < last; ++listing.planned)
            work.push_back(pageWork(i, listing.planned));
    }
}

bool SearchLane::isLook(const store::WorkItem &item) const
{
    return item.ref.startsWith(Look);
}

bool SearchLane::isPastEnd(const store::WorkItem &item) const
{
    const Listing &listing = m_plan[listingOf(item)];
    return canLook(item) && listing.pages >= 0 && item.depth >= listing.pages;
}

bool SearchLane::canLook(const store::WorkItem &item) const
{
    return m_source.facts().failsPastEnd && !isDetail(item) && item.depth > 0 && item.ref.isEmpty();
}

store::WorkAdd SearchLane::look(const store::WorkItem &item)
{
    store::WorkAdd first = pageWork(listingOf(item), 0);
    first.ref = Look + QString::number(item.depth);
    first.key += u"#"_s + first.ref;
    return first;
}

qint64 SearchLane::found() const
{
    qint64 sum = 0;
    for (int i = 0; i < int(m_ownListings); ++i) {
        if (m_plan[i].found < 0)
            return -1;
        sum += m_plan.total(i);
    }
    return sum;
}

qint64 SearchLane::reachable() const
{
    qint64 sum = 0;
    for (int i = 0; i < int(m_ownListings); ++i) {
        if (m_plan[i].found < 0)
            return -1;
        sum += m_plan.reachable(i);
    }
    return sum;
}

bool SearchLane::isCutByUser() const
{
    return std::ranges::any_of(m_plan.all(), [this](const Listing &listing) {
        return listing.query.pages != 0 &&
               listing.found > qint64(m_plan.pageLimit(listing)) * listing.perPage;
    });
}

QStringList SearchLane::tooLargeNotes()
{
    QStringList notes;
    for (int i = 0; i < int(m_plan.all().size()); ++i) {
        if (m_tooLarge.contains(i) || !m_plan.isTooLarge(i))
            continue;
        m_tooLarge.insert(i);
        const TimeWindow &window = m_plan[i].query.window;
        const auto time = [](const std::optional<qint64> &seconds) {
            return seconds ? utcText(*seconds) : u"…"_s;
        };
        const QString span =
            window.isOpen() ? QString() : u" of %1 to %2"_s.arg(time(window.from), time(window.to));
        notes.append(u"%1: %2 of %3 ads%4 can be reached, and nothing parts them"_s.arg(m_id)
                         .arg(m_plan.cap())
                         .arg(m_plan[i].found)
                         .arg(span));
    }
    return notes;
}

std::vector<store::RowWrite> SearchLane::listingRows(const store::WorkItem &item)
{
    std::vector<int> changed;
    if (isDetail(item))
        return {};
    if (m_countOnly || item.depth > 0) {
        changed = {listingOf(item)};
    } else { // there may be new ones, and what the others reach is another sum
        changed.resize(m_plan.all().size());
        std::iota(changed.begin(), changed.end(), 0);
    }
    return m_report.rows(m_plan, changed, m_listKinds, m_finders);
}

QJsonObject SearchLane::toJson() const
{
    return m_plan.toJson();
}

void SearchLane::restore(const QJsonObject &json)
{
    m_plan.restore(json);
    nameNewKinds();
}

} // namespace linnet::vacancies
