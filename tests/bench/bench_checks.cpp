// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 addresses on 1,000 loopback hosts, 64 at a time: the check job with its project, against the bare
// engine over the same addresses with as many of them handed over, in turns; what both cost this process, the
// descriptors in use and how long the main thread was kept from its events.
#include "base/clock.h"
#include "checks/checkspec.h"
#include "net/engine/engine.h"
#include "net/proxy/directselector.h"
#include "session/runparams.h"
#include "session/session.h"
#include "support/nginxserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Hosts = 1000;
constexpr int Count = 10'000;
constexpr int InFlight = 64;
constexpr int Window = 2000; ///< handed to the engine at once, as the job does
constexpr int Rounds = 4;

QString hostOf(int number)
{
    return u"127.0.%1.%2"_s.arg(number / 250 + 1).arg(number % 250 + 1);
}

std::vector<checks::CheckAddress> addresses(int port)
{
    std::vector<checks::CheckAddress> list;
    for (int i = 0; i < Count; ++i)
        list.push_back({QUrl(u"http://%1:%2/page.html?%3"_s.arg(hostOf(i % Hosts)).arg(port).arg(i)), i + 1});
    return list;
}

int descriptors()
{
    return int(QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size());
}

/// What was seen from the main thread while something ran.
class Watch
{
public:
    Watch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(10);
        m_last.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            longestMs = std::max(longestMs, m_last.restart());
            if (++m_ticks % 20 == 0)
                mostDescriptors = std::max(mostDescriptors, descriptors());
        });
        m_timer.start();
        m_wall.start();
    }
    double perSecond() const { return Count * 1e9 / double(m_wall.nsecsElapsed()); }
    /// Of all threads, for each address: on a busy machine it says more than the rate.
    double cpuMicroseconds() const { return double(std::clock() - m_cpu) / CLOCKS_PER_SEC * 1e6 / Count; }

    qint64 longestMs = 0;
    int mostDescriptors = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    QElapsedTimer m_wall;
    std::clock_t m_cpu = std::clock();
    int m_ticks = 0;
};

struct Rate
{
    double perSecond = 0; ///< 0 when not all were answered
    double cpuMicroseconds = 0;
};

Rate engineRate(const std::vector<checks::CheckAddress> &list)
{
    const SystemClock clock;
    net::DirectSelector direct;
    net::Engine engine(clock, direct);
    engine.setPace({std::chrono::nanoseconds(0), 6, InFlight});
    QObject owner;
    QEventLoop loop;
    size_t next = 0;
    int good = 0;
    int done = 0;
    std::function<void()> ask = [&] {
        net::Request request;
        request.url = list[next++].address.url();
        QObject::connect(engine.get(std::move(request), &owner), &net::Fetch::done, &owner,
                         [&](const Result<net::Response> &result) {
                             good += result && result->status == 200 ? 1 : 0;
                             if (++done == Count)
                                 loop.quit();
                             else if (next < list.size())
                                 ask();
                         });
    };
    const Watch watch;
    for (int i = 0; i < Window; ++i)
        ask();
    loop.exec();
    return good == Count ? Rate{watch.perSecond(), watch.cpuMicroseconds()} : Rate();
}

struct JobRate : Rate
{
    int descriptors = 0;
    qint64 longestMs = 0;
    jobs::Progress last;
};

JobRate jobRate(const std::vector<checks::CheckAddress> &list)
{
    QTemporaryDir folder;
    session::Session session(folder.path());
    session.network().setDirect(true);
    if (!session.projectSlot().open(folder.filePath(u"bench.linnet"_s)))
        return {};
    checks::CheckSpec spec;
    jobs::RequestSpec requests;
    requests.pace = {std::chrono::nanoseconds(0), 6, InFlight};
    QEventLoop loop;
    JobRate rate;
    const Watch watch;
    session::RunHandle *run =
        session.start(session::RunParams::of(spec, requests, checks::firstWork(spec, list, {})));
    QObject::connect(run, &session::RunHandle::ended, &loop, [&](const jobs::Progress &last) {
        rate = {{watch.perSecond(), watch.cpuMicroseconds()}, watch.mostDescriptors, watch.longestMs, last};
        loop.quit();
    });
    loop.exec();
    return rate;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return 1;
    const int port = probe.serverPort();
    probe.close();
    QByteArray listens = "keepalive_requests 1000000;\n";
    for (int i = 0; i < Hosts; ++i)
        listens += "listen " + hostOf(i).toLatin1() + ':' + QByteArray::number(port) + ";\n";
    test::NginxServer nginx;
    const QByteArray page = "<html><head><title>A page</title></head><body><p>" +
                            QByteArray("some words of text ").repeated(20) + "</p></body></html>\n";
    if (!test::NginxServer::isInstalled() || !nginx.addFile(u"page.html"_s, page) || !nginx.start(listens)) {
        std::fprintf(stderr, "nginx: %s\n", qPrintable(nginx.errorText()));
        return 1;
    }
    const auto list = addresses(port);
    Rate bestEngine;
    JobRate bestJob;
    bool whole = true;
    for (int round = 0; round < Rounds; ++round) {
        const Rate engine = engineRate(list);
        const JobRate job = jobRate(list);
        whole = whole && engine.perSecond > 0 && job.last.rows == Count && job.last.failed == 0;
        std::printf("round %d: engine %.0f/s at %.0f us CPU; job %.0f/s at %.0f us CPU, rows %lld, failed "
                    "%lld, descriptors at most %d, main thread kept at most %lld ms\n",
                    round + 1, engine.perSecond, engine.cpuMicroseconds, job.perSecond, job.cpuMicroseconds,
                    static_cast<long long>(job.last.rows), static_cast<long long>(job.last.failed),
                    job.descriptors, static_cast<long long>(job.longestMs));
        if (engine.perSecond > bestEngine.perSecond)
            bestEngine = engine;
        if (job.perSecond > bestJob.perSecond)
            bestJob = job;
    }
    std::printf("job / engine %.2f (at least 0.80 is wanted), by CPU %.2f\n",
                bestJob.perSecond / bestEngine.perSecond,
                bestEngine.cpuMicroseconds / bestJob.cpuMicroseconds);
    return whole ? 0 : 1;
}
