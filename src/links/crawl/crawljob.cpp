// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawljob.h"

#include "base/clock.h"
#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/crawlrequest.h"
#include "links/crawl/pagecells.h"
#include "links/hreflang/alternatelist.h"
#include "net/engine/engine.h"
#include "net/rules/redirectpolicy.h"
#include "store/project/project.h"
#include "url/engineurl.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QtConcurrentRun>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;
using table::PageColumn;

namespace {

constexpr qint64 EnoughWork = 100;      // to go on with while more is being stored
constexpr size_t AdmittedAtOnce = 1000; // addresses in one turn of the event loop

net::Origin originAt(const QString &host, bool https)
{
    return {net::HostKey::restored(host), https};
}

/// Made from the key under which the work is stored and taken, so that it is the same wherever it is needed.
net::Origin originOf(const store::WorkItem &item)
{
    return originAt(item.host, CrawlKind::of(item).https);
}

/// The page itself, as one that names addresses.
Finders::Finder finderOf(const store::WorkItem &item)
{
    return Finders::Finder::of(quint32(item.address), item.depth, Frontier::keyOf(item.key.toStdString()));
}

quint8 schemeBit(bool https)
{
    return https ? 2 : 1;
}

} // namespace

CrawlJob::CrawlJob(jobs::JobContext context, CrawlSpec spec, jobs::RequestSpec requests, CrawlSecrets secrets,
                   QObject *parent)
    : EngineJob(context, std::move(requests), table::linkSchema(), parent)
    , m_spec(std::move(spec))
    , m_headers(std::move(secrets))
    , m_rules(std::make_shared<const CrawlRules>(m_spec))
    , m_robots(
          context.engine, context.clock, [this](net::Request &request) { complete(request); }, this)
{
    connect(&m_robots, &RobotsBook::arrived, this, &CrawlJob::onRobots);
    if (m_spec.cookieJar)
        m_headers.cookies.keepAll();
    for (const QString &host : std::as_const(m_spec.secretHosts)) {
        if (!m_headers.secrets.hasHost(host))
            note(u"%1: asked without the login or headers of before"_s.arg(host));
    }
}

CrawlJob::~CrawlJob() = default;

/// The addresses were posted by whoever started the run; they must be there before anything is read.
void CrawlJob::start()
{
    store::Writer &writer = context().project.writer();
    if (!m_spec.start.isEmpty()) { // an earlier version stored the run; what is there already stays as it is
        QHash<QString, QByteArray> logins;
        store::Unit first = m_spec.takeStart(&logins);
        for (auto login = logins.cbegin(); login != logins.cend(); ++login)
            m_headers.secrets.add(login.key(), "Authorization", *login);
        first.run = context().run;
        writer.post(std::move(first));
    }
    writer.flush(this, [this](const Result<void> &) {
        if (!isStopping())
            load();
    });
}

void CrawlJob::load()
{
    auto *watcher = new QFutureWatcher<Result<CrawlMemory>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        Result<CrawlMemory> memory = watcher->result();
        if (memory && !isStopping())
            begin(std::move(*memory));
        else if (!memory)
            stop(QString(), memory.error(), context().project.path());
    });
    watcher->setFuture(
        QtConcurrent::run(&CrawlMemory::load, context().project.path(), context().run, m_spec));
}

void CrawlJob::begin(CrawlMemory memory)
{
    m_discovery = std::make_unique<Discovery>(
        std::move(memory.frontier), std::move(memory.finders),
        m_spec.traps ? std::optional(Traps(context().clock.utc().date().year())) : std::nullopt);
    m_headers.secrets.setStarts(memory.startOrigins);
    m_rules = std::move(memory.rules);
    m_chains = std::move(memory.chains);
    m_asked = memory.asked;
    m_discovery->expectForms(std::move(memory.forms));
    qint64 openSitemaps = 0;
    for (const CrawlMemory::Pending &pending : memory.pending) {
        if (pending.kind.isLeveled())
            m_levels.added(pending.kind.depth, pending.count);
        if (pending.kind.task == CrawlKind::Task::Sitemap)
            openSitemaps += pending.count;
        else
            m_schemes[pending.host] |= schemeBit(pending.kind.https);
    }
    m_sitemaps = std::make_unique<SitemapIntake>(*m_discovery, m_spec.maxPages);
    m_sitemaps->restore(memory.sitemaps, openSitemaps);
    if (m_spec.sitemap)
        m_sitemaps->lookFor(std::move(memory.startOrigins));
    WorkJob::start();
}

void CrawlJob::restore(const QJsonObject &counts)
{
    CrawlRules rules = *m_rules;
    for (const QJsonValue &url : counts[u"scope"_s].toArray()) {
        m_widened.append(url.toString());
        rules.widen(url.toString().toStdString());
    }
    m_rules = std::make_shared<const CrawlRules>(std::move(rules));
    const QJsonObject leftOut = counts[u"left_out"_s].toObject();
    m_leftOutBefore = {leftOut[u"sitemap"_s].toInteger(), leftOut[u"sitemap_entry"_s].toInteger()};
    QStringList needed = m_spec.loginOrigins;
    for (const QJsonValue &origin : counts[u"login_origins"_s].toArray())
        needed.append(origin.toString());
    if (const net::Origin missing = m_headers.missingLogin(needed); !missing.isEmpty())
        stop(u"auth"_s,
             {Reason::BadValue, 0,
              u"--login-file: the login of "_s + missing.toString() + u" is not stored"_s},
             missing.toString());
}

QJsonObject CrawlJob::counts() const
{
    QJsonArray logins;
    for (const net::Origin &origin : m_headers.secrets.logins())
        logins.append(origin.toString());
    QJsonObject counts = WorkJob::counts();
    counts[u"asked"_s] = m_asked;
    counts[u"scope"_s] = QJsonArray::fromStringList(m_widened);
    counts[u"login_origins"_s] = logins;
    const qint64 sitemaps = m_leftOutBefore.first + (m_sitemaps ? m_sitemaps->sitemapsLeftOut() : 0);
    const qint64 entries = m_leftOutBefore.second + (m_sitemaps ? m_sitemaps->entriesLeftOut() : 0);
    counts[u"left_out"_s] = QJsonObject{{u"sitemap"_s, sitemaps}, {u"sitemap_entry"_s, entries}};
    return counts;
}

void CrawlJob::refresh(jobs::Progress &progress)
{
    if (m_discovery)
        progress.found = qint64(m_discovery->frontier()->size());
    constexpr std::chrono::seconds noticed(2);
    if (const RobotsBook::Delay &delay = m_robots.longestDelay(); delay.time >= noticed) {
        progress.crawlDelayHost = delay.host.toString();
        progress.crawlDelayMs = delay.time.count();
    }
    if (isOverLimit())
        stopWhenAnswered(u"limit"_s);
}

bool CrawlJob::isOverLimit() const
{
    const jobs::Progress &now = progress();
    return (m_spec.maxPages > 0 && m_asked >= m_spec.maxPages) ||
           (m_spec.maxTime.count() > 0 && now.elapsedMs >= m_spec.maxTime.count() * 1000) ||
           (m_spec.maxBytes > 0 && now.bytes >= m_spec.maxBytes);
}

void CrawlJob::complete(net::Request &request) const
{
    requests().applyTo(request, context().run);
    context().moved.apply(request);
    const std::string url = request.url.toEncoded().toStdString();
    request.headers += m_headers.ofText(request.url, m_rules->isInternal(url));
}

/// Whether the robots of an origin are known, or not wanted.
bool CrawlJob::isReady(const QString &host, bool https) const
{
    const net::Origin origin = originAt(host, https);
    return (!m_rules->obeysRobots() && !m_sitemaps->isWaitingFor(origin)) || m_robots.known(origin);
}

/// Sends for the robots that the work at a host still needs.
void CrawlJob::askRobots(const QString &host)
{
    for (const bool https : {true, false}) {
        if ((m_schemes.value(host) & schemeBit(https)) != 0 && !isReady(host, https))
            m_robots.ask(originAt(host, https));
    }
}

QStringList CrawlJob::kindsAt(const QString &host)
{
    QStringList kinds;
    if (!m_discovery || isOverLimit()) // addresses are heard of before the memory is loaded
        return kinds;
    askRobots(host);
    const int first = m_levels.first();
    const int open = m_levels.open(context().clock.nowNs());
    kinds << CrawlKind::sitemap().toString();
    for (const bool https : {true, false}) {
        if ((m_schemes.value(host) & schemeBit(https)) == 0 || !isReady(host, https))
            continue;
        for (int depth = first; depth >= 0 && depth <= open; ++depth)
            kinds << CrawlKind::page(https, depth).toString() << CrawlKind::head(https, depth).toString();
        kinds << CrawlKind::external(https).toString() << CrawlKind::form(https).toString();
        if (m_levels.isEmpty() && !m_sitemaps->isOpen())
            kinds << CrawlKind::listed(https).toString();
    }
    return kinds;
}

jobs::WorkJob::Begun CrawlJob::mayAsk(const store::WorkItem &item)
{
    const CrawlKind::Task task = CrawlKind::of(item).task;
    if (task == CrawlKind::Task::Sitemap)
        return Begun::Yes;
    if (task == CrawlKind::Task::Listed || task == CrawlKind::Task::Form) {
        const Frontier::Key key = Frontier::keyOf(item.key.toStdString());
        if (!m_discovery->frontier()->find(key).open) { // a link was met meanwhile
            store::Unit ended = unit();
            ended.ended.push_back({item.id, store::WorkState::Done, 0, {}});
            send(std::move(ended), &item);
            return Begun::Ended;
        }
    }
    if (const Begun allowed = isAllowed(item); allowed != Begun::Yes)
        return allowed;
    if (task == CrawlKind::Task::Listed)
        m_discovery->frontier()->close(Frontier::keyOf(item.key.toStdString()));
    ++m_asked;
    return Begun::Yes;
}

/// Whether the robots let it be asked.
jobs::WorkJob::Begun CrawlJob::isAllowed(const store::WorkItem &item)
{
    if (!m_rules->obeysRobots())
        return Begun::Yes;
    const std::string url = item.key.toStdString();
    const std::shared_ptr<const Robots> robots = m_robots.known(originOf(item));
    if (!robots) // they have just expired; kindsAt() asks for them, onRobots() comes
        return Begun::NotYet;
    if (robots->source() == Robots::Source::Unreachable) {
        // A server that does not answer at all is told apart from one that has trouble with that file.
        Error error = robots->error();
        if (error.status > 0)
            error.detail = u"robots.txt: HTTP %1"_s.arg(error.status);
        onFailure(item, 0, error);
        return Begun::Ended;
    }
    std::optional<Choice> no = CrawlRules::forbidden(url, *robots);
    if (!no)
        return Begun::Yes;
    no->internal = m_rules->isInternal(url);
    endSkipped(item, *no);
    return Begun::Ended;
}

void CrawlJob::endSkipped(const store::WorkItem &item, const Choice &choice)
{
    store::Unit ended = unit();
    PageRow row = PageRow::skipped(quint32(item.address), choice);
    row[PageColumn::Depth] = qint64(item.depth);
    m_discovery->tellFinder(row);
    ended.rows.push_back(std::move(row).take());
    ended.ended.push_back({item.id, store::WorkState::Done, 0, {}});
    send(std::move(ended), &item);
}

net::Request CrawlJob::request(const store::WorkItem &item) const
{
    const CrawlKind kind = CrawlKind::of(item);
    AnswerContext reading;
    reading.rules = m_rules;
    reading.frontier = m_discovery->frontier();
    reading.url = item.key.toStdString();
    reading.depth = item.depth;
    reading.internal = m_rules->isInternal(reading.url);
    if (m_rules->obeysRobots())
        reading.robots = m_robots.known(originOf(item));
    net::Request request = crawlRequest(m_spec, kind, reading);
    request.headers = m_headers.of(kind, reading.url, quint32(item.address), request.url, reading.internal);
    return request;
}

/// Posts a unit and keeps count of what it adds and ends.
void CrawlJob::send(store::Unit unit, const store::WorkItem *ended)
{
    for (const store::WorkAdd &work : unit.newWork) {
        const std::optional<CrawlKind> kind = CrawlKind::parse(work.kind);
        Q_ASSERT(kind);
        if (kind->isLeveled())
            m_levels.added(kind->depth);
        if (kind->task != CrawlKind::Task::Sitemap)
            m_schemes[work.host] |= schemeBit(kind->https);
    }
    unit.isPatient = waiting() > EnoughWork;
    if (ended && CrawlKind::of(*ended).isLeveled())
        m_levels.ended(ended->depth, context().clock.nowNs());
    post(std::move(unit));
}

void CrawlJob::onAnswer(Answer answer)
{
    if (CrawlKind::of(answer.item).task == CrawlKind::Task::Sitemap)
        onSitemap(answer);
    else
        onPage(answer);
}

void CrawlJob::onRobots(const net::Origin &origin)
{
    if (m_sitemaps->isWaitingFor(origin)) {
        store::Unit found = unit();
        m_sitemaps->onRobots(origin, m_robots.known(origin).get(), found);
        send(std::move(found), nullptr);
    }
    pump();
}

void CrawlJob::onSitemap(const Answer &answer)
{
    const auto *content = std::any_cast<std::shared_ptr<SitemapAnswer>>(&answer.content);
    Q_ASSERT(content);
    if (m_sitemaps->add(answer.item, *content, answer.response.attempts))
        takeNextOfSitemap();
}

void CrawlJob::takeNextOfSitemap()
{
    if (isStopping())
        return;
    store::Unit part = unit();
    const bool more = m_sitemaps->takeNext(part);
    if (const QString told = m_sitemaps->takeNote(); !told.isEmpty())
        note(told);
    send(std::move(part), nullptr);
    if (more)
        QMetaObject::invokeMethod(this, &CrawlJob::takeNextOfSitemap, Qt::QueuedConnection);
}

void CrawlJob::onFailure(const store::WorkItem &item, int attempts, const Error &error)
{
    const CrawlKind::Task task = CrawlKind::of(item).task;
    store::Unit failed = failureOf(item, attempts, error);
    if (task == CrawlKind::Task::Sitemap) {
        m_sitemaps->failed(item.key, error, failed);
        send(std::move(failed), &item);
        return;
    }
    m_headers.cookies.end(quint32(item.address));
    PageRow row;
    row[PageColumn::Url] = item.address;
    row[PageColumn::Depth] = qint64(item.depth);
    row[PageColumn::Internal] = m_rules->isInternal(item.key.toStdString());
    setAddressCells(row, item.key.toStdString());
    row[PageColumn::FetchedAt] = context().clock.utc().toString(Qt::ISODate);
    m_discovery->tellFinder(row);
    row.setFailure(error, certificate());
    // That nobody answers to a form of the start address is what was to be known.
    if (task == CrawlKind::Task::Form)
        failed.ended = {{item.id, store::WorkState::Done, attempts, {}}};
    else
        row.tellIfOnce(error, item.failedAt, context().clock.utc());
    failed.rows.push_back(written(std::move(row), item));
    send(std::move(failed), &item);
}

/// The row of an answer. A form of the start address is told of unless it is a page of the crawl as well.
store::RowWrite CrawlJob::written(PageRow row, const store::WorkItem &item)
{
    if (CrawlKind::of(item).task != CrawlKind::Task::Form)
        return std::move(row).take();
    row[PageColumn::StartForm] = true;
    row[PageColumn::Internal] = true;
    store::RowWrite form = std::move(row).take();
    form.mode = store::RowMode::Keep;
    return form;
}

void CrawlJob::onForm(const Answer &answer, CrawlAnswer &read, store::Unit unit)
{
    PageRow &page = read.page;
    page[PageColumn::Url] = answer.item.address;
    page[PageColumn::FetchedAt] = context().clock.utc().toString(Qt::ISODate);
    if (read.redirect >= 0)
        page[PageColumn::RedirectTo] =
            qint64(m_discovery->mention(read.targets[size_t(read.redirect)], unit));
    unit.rows.push_back(written(std::move(page), answer.item));
    send(std::move(unit), &answer.item);
}

void CrawlJob::onPage(const Answer &answer)
{
    const store::WorkItem &item = answer.item;
    const auto *content = std::any_cast<std::shared_ptr<CrawlAnswer>>(&answer.content);
    Q_ASSERT(content);
    CrawlAnswer &read = **content;
    store::Unit unit = endOf(answer);
    if (CrawlKind::of(item).task == CrawlKind::Task::Form) {
        onForm(answer, read, std::move(unit));
        return;
    }
    if (read.isToBeRead) {
        // A script or picture that turns out to be a page is read like one.
        const bool https = item.key.startsWith(u"https:");
        unit.newWork.push_back({u'g' + QString::number(item.address),
                                CrawlKind::page(https, item.depth).toString(), item.host, item.ref,
                                item.depth, item.address});
        send(std::move(unit), &item);
        return;
    }
    m_headers.secrets.addLogin(links::originOf(item.key.toStdString()), read.login);
    const Hop hop = follow(answer, read, unit);
    if (hop == Hop::Again) {
        send(std::move(unit), &item);
        return;
    }
    if (hop == Hop::None)
        m_headers.cookies.end(quint32(item.address));
    PageRow &page = read.page;
    page[PageColumn::Url] = item.address;
    page[PageColumn::FetchedAt] = context().clock.utc().toString(Qt::ISODate);
    m_discovery->tellFinder(page);
    if (hop == Hop::Taken && read.hopFragment)
        unit.attachments.push_back(
            {item.address, store::AttachmentWrite::Kind::HopFragment, std::move(*read.hopFragment)});
    if (read.error.reason != Reason::None)
        unit.ended = failureOf(item, answer.response.attempts, read.error).ended;
    page.tellIfOnce(read.error, item.failedAt, context().clock.utc());
    if (read.redirect >= 0 || read.targets.size() <= AdmittedAtOnce) {
        admit(item, read, unit);
        conclude(item, read, std::move(unit));
        return;
    }
    m_arrivals.push_back({item, *content, std::move(unit)});
    if (m_arrivals.size() == 1)
        admitNext();
}

/// Takes in the next addresses that an answer names.
void CrawlJob::admit(const store::WorkItem &item, CrawlAnswer &read, store::Unit &unit)
{
    if (read.redirect >= 0) // follow() did it
        return;
    std::vector<qint64> &numbers = read.links.targets;
    const size_t end = std::min(read.targets.size(), numbers.size() + AdmittedAtOnce);
    numbers.reserve(read.targets.size());
    const Discovery::Origin origin{read.isSheet ? item.depth : item.depth + 1,
                                   CrawlRef{quint32(item.address), 0, false}.toString(), finderOf(item)};
    while (numbers.size() < end) {
        Target target = std::move(read.targets[numbers.size()]);
        numbers.push_back(m_discovery->admit(target, origin, unit));
    }
}

/// A page may name a hundred thousand addresses, and the thread has other things to do. Each part is posted
/// before the next: numbers are given and posted in one order. The page's own unit comes last, so that after
/// a crash in between it is asked again and finds its addresses there.
void CrawlJob::admitNext()
{
    if (m_arrivals.empty() || isStopping())
        return;
    const Arrival &first = m_arrivals.front();
    CrawlAnswer &read = *first.answer;
    store::Unit part = unit();
    admit(first.item, read, part);
    send(std::move(part), nullptr);
    if (read.links.targets.size() == read.targets.size()) {
        Arrival arrival = std::move(m_arrivals.front());
        m_arrivals.pop_front();
        conclude(arrival.item, read, std::move(arrival.unit));
    }
    if (!m_arrivals.empty())
        QMetaObject::invokeMethod(this, &CrawlJob::admitNext, Qt::QueuedConnection);
}

/// Posts what an answer brought, all addresses of which have numbers.
void CrawlJob::conclude(const store::WorkItem &item, CrawlAnswer &read, store::Unit unit)
{
    if (read.canonical >= 0)
        read.page[PageColumn::Canonical] = read.links.targets[size_t(read.canonical)];
    unit.rows.push_back(std::move(read.page).take());
    for (size_t i = 0; i < read.alternates.size(); ++i) {
        const int target = read.alternateTargets[i];
        unit.rows.push_back(AlternateList::write(
            std::move(read.alternates[i]), {}, item.address, i,
            target < 0 ? std::nullopt : std::optional(read.links.targets[size_t(target)])));
    }
    read.links.page = item.address;
    if (read.links.count() > 0)
        unit.links.push_back(std::move(read.links));
    if (!read.places.isNull())
        unit.attachments.push_back(
            {item.address, store::AttachmentWrite::Kind::Fragments, std::move(read.places)});
    if (!read.body.isNull())
        unit.attachments.push_back({item.address, store::AttachmentWrite::Kind::Body, std::move(read.body)});
    send(std::move(unit), &item);
}

/// The next hop of a redirect.
CrawlJob::Hop CrawlJob::follow(const Answer &answer, CrawlAnswer &read, store::Unit &unit)
{
    const store::WorkItem &item = answer.item;
    const auto from = quint32(item.address);
    const QUrl here = url::engineUrl(item.key.toStdString());
    if (read.redirect < 0) {
        m_headers.cookies.take(from, here, answer.response, {});
        return Hop::None;
    }
    Target &target = read.targets[size_t(read.redirect)];
    const bool hasNewCookie = m_headers.cookies.take(from, here, answer.response, url::engineUrl(target.url));
    const CrawlRef ref = CrawlRef::parse(item.ref);
    const auto giveUp = [&](Reason reason) {
        const auto status = int(std::get<qint64>(read.page[PageColumn::Status]));
        read.error = {reason, status, QString::fromStdString(target.url)};
        read.page.setFailure(read.error, false);
        return Hop::None;
    };
    const Frontier::Known known = m_discovery->frontier()->find(target.key);
    const bool isMetAgain = known.number != 0 && m_chains.closesLoop(from, known.number);
    if (isMetAgain && !hasNewCookie)
        return giveUp(Reason::RedirectLoop);
    if (ref.hops >= net::RedirectPolicy::MostHops)
        return giveUp(Reason::RedirectLimit);
    if (isMetAgain) {
        askAgain(item, target, known.number, unit);
        if (known.number == from)
            return Hop::Again;
        m_chains.add(from, known.number);
        read.page[PageColumn::RedirectTo] = qint64(known.number);
        return Hop::Taken;
    }
    if (ref.isFromStart && target.choice.why == "out_of_scope"_L1)
        widen(target, item.depth);
    const CrawlRef next{from, ref.hops + 1, ref.isFromStart};
    const size_t workBefore = unit.newWork.size();
    const quint32 to = m_discovery->admit(target, {item.depth, next.toString(), finderOf(item)}, unit);
    if (unit.newWork.size() > workBefore)
        m_headers.cookies.pass(from, to);
    else
        m_headers.cookies.end(from);
    m_chains.add(from, to);
    read.page[PageColumn::RedirectTo] = qint64(to);
    return Hop::Taken;
}

/// An address that a chain of redirects has met before is asked once more: it may answer otherwise to whoever
/// has a cookie. Its row is replaced by the new answer's.
void CrawlJob::askAgain(const store::WorkItem &item, const Target &target, quint32 number, store::Unit &unit)
{
    const auto from = quint32(item.address);
    CrawlRef next = CrawlRef::parse(item.ref);
    next.foundOn = number == from ? next.foundOn : from;
    ++next.hops;
    const QString key = u"c%1.%2.%3"_s.arg(number).arg(from).arg(next.hops);
    const CrawlKind kind{CrawlKind::of(item).task, target.https, CrawlKind::of(item).depth};
    unit.newWork.push_back(
        {key, kind.toString(), hostOf(target.url).toString(), next.toString(), item.depth, number});
    m_headers.cookies.pass(from, number);
    m_chains.remove(number);
}

/// Who starts at an address means the site that it leads to.
void CrawlJob::widen(Target &target, int depth)
{
    CrawlRules rules = *m_rules;
    rules.widen(target.url);
    m_rules = std::make_shared<const CrawlRules>(std::move(rules));
    m_widened.append(QString::fromStdString(target.url));
    target.choice = m_rules->judge(target.url, url::UrlKind::Http, Want::Get, {depth, false, nullptr});
}

} // namespace linnet::links
