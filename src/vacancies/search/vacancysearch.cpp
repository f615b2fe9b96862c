// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/vacancysearch.h"

#include "base/clock.h"
#include "jobs/inpool.h"
#include "net/engine/engine.h"
#include "store/project/project.h"
#include "table/leftoutschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/listlane.h"
#include "vacancies/search/sources.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

store::RowWrite stateOnly(const QString &key, const QString &state)
{
    table::Cells cells(table::vacancySchema().columns.size());
    cells[std::to_underlying(table::VacancyColumn::State)] = state;
    return {&table::vacancySchema(), key, std::move(cells), store::RowMode::Merge};
}

std::unique_ptr<Lane> makeLane(const SearchSpec::Source &source, const SearchSpec &spec,
                               const net::Pace &pace)
{
    if (spec.list)
        return std::make_unique<ListLane>(source, spec, pace);
    return std::make_unique<SearchLane>(source, spec, pace);
}

/// Of one query nothing is to be gathered.
store::RowWrite foundRow(const table::Schema &schema, const QString &key, table::Cells cells,
                         const Finder &finder)
{
    const auto mode = finder.place > 0 ? store::RowMode::Gather : store::RowMode::Keep;
    return {&schema, key, std::move(cells), mode, finder.place};
}

} // namespace

VacancySearch::VacancySearch(jobs::JobContext context, SearchSpec spec, jobs::RequestSpec requests,
                             Tokens tokens, QObject *parent)
    : EngineJob(context, std::move(requests), table::vacancySchema(), parent)
    , m_tokens(std::move(tokens))
    , m_countOnly(spec.countOnly)
    , m_isList(spec.list.has_value())
{
    for (const SearchSpec::Source &source : spec.sources) {
        m_lanes.push_back(makeLane(source, spec, this->requests().pace));
        const QStringList ignored = sourceById(source.id)->ignoredFields(source.query); // same in all of them
        if (!ignored.isEmpty())
            note(u"%1 cannot search by: %2"_s.arg(source.id, ignored.join(u", ")));
        if (const auto least = m_lanes.back()->leastInterval(); least.count() > 0) {
            for (const QString &host : m_lanes.back()->hosts())
                context.engine.setHostInterval(net::HostKey::restored(host), least);
        }
    }
    connect(&m_captcha, &CaptchaWatch::tryDue, this, [this] { pump(); });
    connect(&m_captcha, &CaptchaWatch::gaveUp, this,
            [this] { stop(u"captcha"_s, progress().error, m_captcha.url()); });
}

VacancySearch::~VacancySearch() = default;

/// The queries of a list, and the ads that are asked alone, were posted by whoever started the run; they must
/// be there before anything is counted.
void VacancySearch::start()
{
    if (!m_isList && !m_confirms) {
        EngineJob::start();
        return;
    }
    context().project.writer().flush(this, [this](const Result<void> &) {
        if (!isStopping())
            EngineJob::start();
    });
}

std::vector<store::WorkAdd> VacancySearch::firstWork()
{
    std::vector<store::WorkAdd> work;
    if (m_confirms)
        return work; // the run was begun with it
    for (const auto &lane : m_lanes)
        std::ranges::move(lane->firstWork(), std::back_inserter(work));
    return work;
}

void VacancySearch::restore(const QJsonObject &counts)
{
    m_offered = counts[u"offered"_s].toInteger();
    const QJsonObject leftOut = counts[u"left_out"_s].toObject();
    for (auto rule = leftOut.begin(); rule != leftOut.end(); ++rule)
        m_leftOut[rule.key()] = rule.value().toInteger();
    for (const auto &lane : m_lanes)
        lane->restore(counts[u"listings"_s][lane->id()].toObject());
}

void VacancySearch::retryNow()
{
    m_captcha.tryNow();
}

QStringList VacancySearch::kindsAt(const QString &host)
{
    const bool detailsFirst = ++m_pulls % 2 == 0;
    QStringList kinds;
    if (m_isList && m_lanes.front()->hosts().contains(host))
        kinds.append(RefusedQueryKind);
    for (const auto &lane : m_lanes) {
        if (!lane->hosts().contains(host))
            continue;
        if (detailsFirst)
            kinds.append(lane->detailKind());
        kinds.append(lane->kindsToAsk());
        if (!detailsFirst)
            kinds.append(lane->detailKind());
    }
    return kinds;
}

bool VacancySearch::knows(const QString &kind) const
{
    return (m_isList && kind == RefusedQueryKind) ||
           std::ranges::any_of(m_lanes, [&kind](const auto &lane) { return lane->owns(kind); });
}

Lane &VacancySearch::laneOf(const store::WorkItem &item) const
{
    const auto lane = std::ranges::find_if(m_lanes, [&](const auto &known) { return known->owns(item); });
    Q_ASSERT(lane != m_lanes.end()); // only kinds that kindsAt() named are taken
    return **lane;
}

VacancySearch::Begun VacancySearch::mayAsk(const store::WorkItem &item)
{
    if (item.kind != RefusedQueryKind)
        return laneOf(item).mayBegin(item) ? Begun::Yes : Begun::NotYet;
    post(failureOf(item, 0, {Reason::BadLine, 0, item.ref}));
    return Begun::Ended;
}

/// What lies on this computer is read beside the network thread.
VacancySearch::Begun VacancySearch::beginItem(const store::WorkItem &item)
{
    const auto read =
        item.kind == RefusedQueryKind ? std::function<ParsedAnswer()>() : laneOf(item).readHere(item);
    if (!read)
        return EngineJob::beginItem(item);
    net::Response onDisk;
    onDisk.status = 200;
    jobs::inPool(this, read, [this, item, onDisk](const ParsedAnswer &came) {
        over(item, [&] {
            if (isStopping())
                putBack(item);
            else
                onAnswer({item, onDisk, came});
        });
    });
    return Begun::Yes;
}

net::Request VacancySearch::request(const store::WorkItem &item) const
{
    const Lane &lane = laneOf(item);
    net::Request request = lane.request(item);
    lane.source().authorise(request, m_tokens.value(lane.id()));
    return request;
}

void VacancySearch::onAnswer(Answer answer)
{
    auto &parsed = *std::any_cast<ParsedAnswer>(&answer.content);
    const Error &error = parsed.judgement.error;
    if (parsed.judgement.verdict != Verdict::Captcha)
        endCaptcha();
    switch (parsed.judgement.verdict) {
    case Verdict::Usable:
        onUsable(answer, parsed);
        break;
    case Verdict::EndOfList:
        postPage(answer.item, endOf(answer));
        break;
    case Verdict::StopAll:
        putBack(answer.item);
        stop(u"auth"_s, error, answer.item.key);
        break;
    case Verdict::Gone:
    case Verdict::Failed:
        onFailure(answer.item, answer.response.attempts, error);
        break;
    case Verdict::Captcha:
        onCaptcha(answer.item, error);
        break;
    }
}

void VacancySearch::onUsable(const Answer &answer, ParsedAnswer &parsed)
{
    const bool isDetail = laneOf(answer.item).isDetail(answer.item);
    if (isDetail && parsed.vacancy)
        storeDetail(answer, *parsed.vacancy);
    else if (m_countOnly && parsed.page)
        storeCount(answer, *parsed.page);
    else if (!isDetail && parsed.page)
        storePage(answer, *parsed.page);
    else
        onFailure(answer.item, answer.response.attempts,
                  isDetail ? parsed.vacancy.error() : parsed.page.error());
}

void VacancySearch::leaveOut(std::vector<LeftOut> &ads, const Finder &finder, store::Unit &stored)
{
    const QString fetchedAt = context().clock.utc().toString(Qt::ISODate);
    for (LeftOut &ad : ads) {
        ad.vacancy.fetchedAt = fetchedAt;
        ad.vacancy.query = finder.title;
        ad.vacancy.queries = {finder.title};
        const QString key = ad.vacancy.key();
        if (!m_leftOutKeys.contains(key)) {
            m_leftOutKeys.insert(key);
            ++m_leftOut[ad.rule];
        }
        table::Cells cells = ad.vacancy.toRow();
        cells.emplace_back(QString(ad.rule));
        stored.rows.push_back(foundRow(table::leftOutSchema(), key, std::move(cells), finder));
    }
}

void VacancySearch::storeCount(const Answer &answer, const ListPage &page)
{
    Lane &lane = laneOf(answer.item);
    store::Unit stored = endOf(answer);
    lane.takeTime(answer.item, answer.response.untilHeaders);
    stored.newWork = lane.workAfter(answer.item, page, now());
    std::ranges::move(lane.listingRows(answer.item), std::back_inserter(stored.rows));
    lane.settle(answer.item);
    refreshProgress();
    stored.counts = counts();
    post(std::move(stored));
}

void VacancySearch::storePage(const Answer &answer, ListPage &page)
{
    Lane &lane = laneOf(answer.item);
    const QString fetchedAt = context().clock.utc().toString(Qt::ISODate);
    const Finder finder = lane.finder(answer.item);
    store::Unit stored = endOf(answer);
    for (Vacancy &vacancy : page.vacancies) {
        vacancy.fetchedAt = fetchedAt;
        vacancy.query = finder.title;
        vacancy.queries = {finder.title};
        stored.rows.push_back(foundRow(table::vacancySchema(), vacancy.key(), vacancy.toRow(), finder));
    }
    if (answer.response.untilHeaders.count() > 0)
        lane.takeTime(answer.item, answer.response.untilHeaders);
    stored.newWork = lane.workAfter(answer.item, page, now());
    std::ranges::move(lane.listingRows(answer.item), std::back_inserter(stored.rows));
    leaveOut(page.leftOut, finder, stored);
    if (!lane.isLook(answer.item) && !lane.isCut(answer.item)) { // parts offer it themselves
        m_offered += qint64(page.vacancies.size() + page.leftOut.size()) + page.unreadable;
        for (auto rule = page.onlyCounted.begin(); rule != page.onlyCounted.end(); ++rule) {
            m_offered += *rule;
            m_leftOut[rule.key()] += *rule;
        }
        if (page.unreadable > 0)
            m_leftOut[u"unreadable"_s] += page.unreadable;
    }
    for (const QString &text : std::as_const(page.notes))
        note(text);
    lane.settle(answer.item);
    for (const QString &text : lane.tooLargeNotes())
        note(text);
    refreshProgress();
    stored.counts = counts();
    post(std::move(stored));
}

void VacancySearch::storeDetail(const Answer &answer, Vacancy &vacancy)
{
    vacancy.fetchedAt = context().clock.utc().toString(Qt::ISODate);
    store::Unit stored = endOf(answer); // its list said which search found it
    stored.rows.push_back({&table::vacancySchema(), answer.item.ref, vacancy.toRow(), store::RowMode::Merge});
    post(std::move(stored));
}

/// Lists get shorter while they are read; then there is nothing at a page that was there before. An error of
/// the server, also one within an answer "200 OK", may mean just that.
bool VacancySearch::mayHaveEnded(const store::WorkItem &item, int attempts, const Error &error)
{
    Lane &lane = laneOf(item);
    const bool server = error.status >= 500 || error.reason == Reason::BadBody;
    if (!server || !lane.canLook(item))
        return false;
    store::Unit ended = unit();
    ended.ended.push_back({item.id, store::WorkState::Done, attempts, {}});
    if (!lane.isPastEnd(item))
        ended.newWork.push_back(lane.look(item));
    postPage(item, std::move(ended));
    return true;
}

/// The end of a page without ads.
void VacancySearch::postPage(const store::WorkItem &item, store::Unit ended)
{
    Lane &lane = laneOf(item);
    std::ranges::move(lane.workAfterFailure(item, now()), std::back_inserter(ended.newWork));
    std::ranges::move(lane.listingRows(item), std::back_inserter(ended.rows));
    lane.settle(item);
    for (const QString &text : lane.tooLargeNotes())
        note(text);
    refreshProgress();
    ended.counts = counts();
    post(std::move(ended));
}

qint64 VacancySearch::now() const
{
    return context().clock.utc().toSecsSinceEpoch();
}

void VacancySearch::onFailure(const store::WorkItem &item, int attempts, const Error &error)
{
    if (mayHaveEnded(item, attempts, error))
        return;
    store::Unit failed = failureOf(item, attempts, error);
    if (!laneOf(item).isDetail(item)) {
        laneOf(item).failed(item);
        postPage(item, std::move(failed));
        return;
    }
    failed.rows.push_back(stateOnly(item.ref, error.reason == Reason::Gone ? u"gone"_s : u"failed"_s));
    post(std::move(failed));
}

void VacancySearch::onCaptcha(const store::WorkItem &item, const Error &error)
{
    putBack(item);
    if (isStopping())
        return;
    progress().error = error;
    progress().errorUrl = error.detail;
    const bool first = !m_captcha.isActive();
    m_captcha.begin(error.detail);
    // While it stands, one request at a time asks whether it is solved.
    setOneAtATime(true);
    if (first)
        cancelOutstanding();
    tick();
}

void VacancySearch::endCaptcha()
{
    if (!m_captcha.isActive())
        return;
    m_captcha.end();
    setOneAtATime(false);
    progress().error = {};
    restartPace();
}

void VacancySearch::refresh(jobs::Progress &progress)
{
    progress.found = progress.reachable = 0;
    for (const auto &lane : m_lanes) {
        const bool known = lane->found() >= 0 && progress.found >= 0;
        progress.found = known ? progress.found + lane->found() : -1;
        progress.reachable = known ? progress.reachable + lane->reachable() : -1;
    }
    progress.leftOut = m_leftOut;
    progress.filtered = std::accumulate(m_leftOut.begin(), m_leftOut.end(), qint64(0));
    if (progress.reachable >= 0) // parts that overlap may reach more than they must
        progress.reachable = std::max(progress.reachable, std::min(progress.found, progress.rows));
    progress.duplicates = std::max<qint64>(0, m_offered - progress.rows - progress.filtered);
    progress.limited = std::ranges::any_of(m_lanes, [](const auto &lane) { return lane->isCutByUser(); });
    if (isStopping())
        m_captcha.end();
    progress.captchaUrl = m_captcha.url();
    if (m_captcha.isActive() && progress.hold != jobs::Hold::Storage && progress.hold != jobs::Hold::User) {
        progress.hold = jobs::Hold::Captcha;
        progress.waitUntilUtcMs = 0;
    }
}

QJsonObject VacancySearch::counts() const
{
    QJsonObject listings;
    for (const auto &lane : m_lanes)
        listings[lane->id()] = lane->toJson();
    QJsonObject result = WorkJob::counts();
    result[u"found"_s] = progress().found;
    result[u"reachable"_s] = progress().reachable;
    result[u"offered"_s] = m_offered;
    result[u"filtered"_s] = progress().filtered;
    result[u"duplicates"_s] = progress().duplicates;
    QJsonObject leftOut;
    for (auto rule = m_leftOut.begin(); rule != m_leftOut.end(); ++rule)
        leftOut[rule.key()] = rule.value();
    result[u"left_out"_s] = leftOut;
    result[u"listings"_s] = listings;
    return result;
}

} // namespace linnet::vacancies
