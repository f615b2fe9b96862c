// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/test/proxytestjob.h"

#include "base/clock.h"
#include "net/engine/engine.h"
#include "table/proxyschema.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Host = u"proxies"_s;
const QString Kind = u"proxies/check"_s;

table::Value yesNo(std::optional<bool> value)
{
    return value ? table::Value(*value) : table::Value();
}

table::Value seconds(double value)
{
    return value > 0 ? table::Value(value) : table::Value();
}

table::Value code(QLatin1StringView text)
{
    return text.isEmpty() ? table::Value() : table::Value(QString(text));
}

table::Cells rowOf(const Proxy &proxy, const TestResult &result, const QString &place,
                   const QString &checkedAt)
{
    using enum table::ProxyColumn;
    table::Cells row(size_t(std::to_underlying(Count)));
    const auto cell = [&row](table::ProxyColumn column) -> table::Value & {
        return row[size_t(std::to_underlying(column))];
    };
    const bool unsupported = result.fault == net::ProxyFault::Unsupported && !result.alive;
    cell(table::ProxyColumn::Proxy) = proxy.address();
    cell(Status) = unsupported ? u"unsupported"_s : result.alive ? u"alive"_s : u"dead"_s;
    cell(ExitAddress) = result.exitAddress.isEmpty() ? table::Value() : table::Value(result.exitAddress);
    cell(table::ProxyColumn::Anonymity) = code(anonymityCode(result.anonymity));
    cell(Latency) = seconds(result.latency);
    cell(table::ProxyColumn::Reason) = code(net::proxyFaultCode(result.fault));
    cell(LatencyP95) = seconds(result.latencyP95);
    cell(Http) = yesNo(result.http);
    cell(Connect) = yesNo(result.tunnel);
    cell(Tls) = yesNo(result.tls);
    cell(Scheme) = QString(schemeName(proxy.scheme));
    cell(Login) = proxy.hasLogin();
    cell(Place) = place.isEmpty() ? table::Value() : table::Value(place);
    cell(Detail) = result.detail.isEmpty() ? table::Value() : table::Value(result.detail);
    cell(CheckedAt) = checkedAt;
    return row;
}

} // namespace

ProxyTestJob::ProxyTestJob(jobs::JobContext context, TestSpec spec, const jobs::RequestSpec &requests,
                           const QHash<QString, Proxy> &known, QObject *parent)
    : WorkJob(context, requests, table::proxySchema(), parent)
    , m_judges(spec.judges)
    , m_known(known)
    , m_total(requests.pace.total)
{
    m_rules.samples = spec.samples;
    m_rules.timeout = requests.timeout;
    m_rules.userAgent = requests.userAgent.trimmed().isEmpty() ? QByteArray("Linnet/" LINNET_VERSION)
                                                               : requests.userAgent.trimmed();
    m_rules.tls = context.engine.tls();
    m_pace.setInterval(requests.pace.delay);
    m_paceTimer.setSingleShot(true);
    m_paceTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_paceTimer, &QTimer::timeout, this, &ProxyTestJob::letThrough);
    for (const TestSpec::Item &item : std::as_const(spec.items)) {
        if (!m_known.contains(item.key))
            m_known.insert(item.key, item.proxy);
        m_first.push_back({.key = item.key, .kind = Kind, .host = Host, .ref = item.place, .depth = 0});
    }
}

ProxyTestJob::~ProxyTestJob() = default;

void ProxyTestJob::start()
{
    WorkJob::start();
    for (const QUrl &judge : std::as_const(m_judges))
        askBaseline(judge);
}

std::vector<store::WorkAdd> ProxyTestJob::firstWork()
{
    return std::exchange(m_first, {});
}

/// Nothing is tested before it is known what the judges say without a proxy.
QStringList ProxyTestJob::kindsAt(const QString &)
{
    return m_baselines == m_judges.size() ? QStringList{Kind} : QStringList();
}

bool ProxyTestJob::knows(const QString &kind) const
{
    return kind == Kind;
}

void ProxyTestJob::askBaseline(const QUrl &judge)
{
    const QByteArray marker = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    net::ProbeOrder order;
    order.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    order.url = JudgeAnswer::marked(judge, marker);
    order.headers = {
        {"User-Agent", m_rules.userAgent}, {"Accept", "*/*"}, {JudgeAnswer::MarkerHeader, marker}};
    order.timeout = m_rules.timeout;
    order.tls = m_rules.tls;
    order.gated = true;
    auto *probe = new net::ProxyProbe(context().clock, std::move(order), this);
    connect(probe, &net::ProxyProbe::connected, this, [this, probe] {
        ++m_requests;
        m_gate.push_back(probe);
        letThrough();
    });
    connect(probe, &net::ProxyProbe::done, this,
            [this, probe, judge, marker](const net::ProbeAnswer &answer) {
                probe->deleteLater();
                onBaseline(judge, marker, answer);
            });
    probe->start();
}

void ProxyTestJob::onBaseline(const QUrl &judge, const QByteArray &marker, const net::ProbeAnswer &answer)
{
    if (isStopping())
        return;
    m_bytes += answer.body.size();
    const JudgeAnswer seen = JudgeAnswer::read(answer.body, marker);
    const bool heard = answer.fault == net::ProxyFault::None && answer.status == 200;
    if (!heard || seen.fault != net::ProxyFault::None) {
        QString detail = answer.detail.isEmpty()
                             ? QString(net::proxyFaultCode(heard ? seen.fault : answer.fault))
                             : answer.detail;
        if (answer.status > 0 && answer.status != 200)
            detail = u"HTTP %1"_s.arg(answer.status);
        stop(QString(), {heard ? Reason::BadBody : Reason::Network, answer.status, u"judge: "_s + detail},
             judge.toDisplayString());
        return;
    }
    (judge.scheme() == "https"_L1 ? m_rules.secure : m_rules.plain) = TestRules::Judge{judge, seen};
    if (++m_baselines == m_judges.size())
        pump();
}

jobs::WorkJob::Begun ProxyTestJob::beginItem(const store::WorkItem &item)
{
    const Proxy proxy = m_known.value(item.key);
    auto test = std::make_unique<ProxyTest>(context().clock, m_rules, proxy, nullptr);
    connect(test.get(), &ProxyTest::wantsJudge, this, [this](net::ProxyProbe *probe) {
        m_gate.push_back(probe);
        letThrough();
    });
    connect(test.get(), &ProxyTest::done, this,
            [this, item, proxy](const TestResult &result) { onDone(item, proxy, result); });
    ProxyTest *raw = test.get();
    m_tests[item.id] = {item, std::move(test)};
    raw->start();
    return Begun::Yes;
}

void ProxyTestJob::letThrough()
{
    const Moment now = context().clock.now();
    while (!m_gate.empty()) {
        const QPointer<net::ProxyProbe> probe = m_gate.front();
        if (!probe || !probe->isWaiting()) {
            m_gate.pop_front();
            continue;
        }
        if (const Moment ready = m_pace.readyAt(); ready > now) {
            m_paceTimer.start(std::chrono::ceil<std::chrono::milliseconds>(ready - now));
            return;
        }
        m_gate.pop_front();
        m_pace.take(now);
        m_pace.sent(now);
        probe->proceed();
    }
}

void ProxyTestJob::onDone(const store::WorkItem &item, const Proxy &proxy, const TestResult &result)
{
    const auto found = m_tests.find(item.id);
    if (found == m_tests.end())
        return;
    // It is in the middle of its signal.
    found->second.second.release()->deleteLater();
    m_tests.erase(found);
    m_requests += result.requests;
    m_bytes += result.bytes;
    store::Unit unit = this->unit();
    unit.rows.push_back({&table::proxySchema(), item.key,
                         rowOf(proxy, result, item.ref, context().clock.utc().toString(Qt::ISODate)),
                         store::RowMode::Keep});
    // A dead proxy is a result, not a failure.
    unit.ended.push_back({item.id, store::WorkState::Done, 1, {}});
    over(item, [&] { post(std::move(unit)); });
}

void ProxyTestJob::cancelUnderWay()
{
    auto tests = std::exchange(m_tests, {});
    for (const auto &[id, entry] : tests)
        over(entry.first, [this, &item = entry.first] { putBack(item); });
    // Called by a signal of one of them, perhaps.
    for (auto &[id, entry] : tests)
        entry.second.release()->deleteLater();
}

void ProxyTestJob::measure(jobs::Progress &progress)
{
    progress.requests += m_requests;
    progress.bytes += m_bytes;
}

} // namespace linnet::proxies
