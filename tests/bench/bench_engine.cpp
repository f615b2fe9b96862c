// SPDX-License-Identifier: GPL-3.0-or-later
// 20,000 small requests to a loopback nginx without delay: the engine, a bare loop over as many
// QNetworkAccessManagers with as many requests in flight, and aiohttp with one shared session, in turns.
#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/proxy/directselector.h"
#include "support/nginxserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Count = 20'000;
constexpr int InFlight = 24;
constexpr int PerManager = 6;
constexpr int Rounds = 3;

/// How fast, and what it cost this process: on a busy machine the second says more.
struct Rate
{
    double perSecond = 0;
    double cpuMicroseconds = 0; ///< for each request
};

/// Runs from its making until it is asked.
class Watch
{
public:
    Watch() { m_wall.start(); }
    Rate rate() const
    {
        const double cpu = double(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        return {Count * 1e9 / double(m_wall.nsecsElapsed()), cpu * 1e6 / Count};
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu = std::clock();
};

/// The engine, fed as jobs feed it: twice its in-flight cap, one more for each answer.
Rate engineRate(const QUrl &url)
{
    const SystemClock clock;
    net::DirectSelector direct;
    net::Engine engine(clock, direct);
    engine.setPace({std::chrono::nanoseconds(0), InFlight, InFlight});
    QObject owner;
    QEventLoop loop;
    int left = Count;
    int good = 0;
    int done = 0;
    std::function<void()> next = [&] {
        net::Request request;
        request.url = url;
        --left;
        QObject::connect(engine.get(std::move(request), &owner), &net::Fetch::done, &owner,
                         [&](const Result<net::Response> &result) {
                             good += result && result->status == 200 ? 1 : 0;
                             if (++done == Count)
                                 loop.quit();
                             else if (left > 0)
                                 next();
                         });
    };
    const Watch watch;
    for (int i = 0; i < 2 * InFlight; ++i)
        next();
    loop.exec();
    return good == Count ? watch.rate() : Rate();
}

/// The same with nothing but Qt: no pacing, no limits, no record.
Rate bareRate(const QUrl &url)
{
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    for (int i = 0; i < InFlight / PerManager; ++i)
        managers.push_back(std::make_unique<QNetworkAccessManager>());
    QEventLoop loop;
    int left = Count;
    int good = 0;
    int done = 0;
    std::function<void(QNetworkAccessManager &)> next = [&](QNetworkAccessManager &manager) {
        --left;
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        QNetworkReply *reply = manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&, reply] {
            good += reply->error() == QNetworkReply::NoError && !reply->readAll().isEmpty() ? 1 : 0;
            reply->deleteLater();
            if (++done == Count)
                loop.quit();
            else if (left > 0)
                next(manager);
        });
    };
    const Watch watch;
    for (const auto &manager : managers) {
        manager->setProxy(QNetworkProxy::NoProxy);
        for (int i = 0; i < PerManager; ++i)
            next(*manager);
    }
    loop.exec();
    return good == Count ? watch.rate() : Rate();
}

/// 0 when it could not run.
double peerRate(const QUrl &url)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(LINNET_SOURCE_DIR "/tests/bench/aiohttp_fetcher.py"),
                                         url.toString(), QString::number(Count), QString::number(InFlight)});
    python.waitForFinished(600'000);
    const QList<QByteArray> words = python.readAllStandardOutput().trimmed().split(' ');
    if (words.size() != 2 || words[0].toInt() != Count) {
        std::fprintf(stderr, "%s\n", python.readAllStandardError().constData());
        return 0;
    }
    return Count / words[1].toDouble();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    test::NginxServer nginx;
    if (!test::NginxServer::isInstalled() || !nginx.start("keepalive_requests 1000000;") ||
        !nginx.addFile(u"small"_s,
                       "a small body, eighty bytes of text, as an API gives for a record that is short\n")) {
        std::fprintf(stderr, "nginx: %s\n", qPrintable(nginx.errorText()));
        return 1;
    }
    const QUrl url = nginx.url().resolved(QUrl(u"/small"_s));
    std::vector<Rate> engine;
    std::vector<Rate> bare;
    double peer = 0;
    for (int round = 0; round < Rounds; ++round) {
        bare.push_back(bareRate(url));
        engine.push_back(engineRate(url));
        const double peerNow = peerRate(url);
        std::printf(
            "round %d: engine %.0f/s at %.0f us CPU, bare QNAM %.0f/s at %.0f us CPU, aiohttp %.0f/s\n",
            round + 1, engine.back().perSecond, engine.back().cpuMicroseconds, bare.back().perSecond,
            bare.back().cpuMicroseconds, peerNow);
        peer = std::max(peer, peerNow);
    }
    const auto fastest = [](const std::vector<Rate> &rates) {
        return std::ranges::max(rates, {}, &Rate::perSecond).perSecond;
    };
    const auto cheapest = [](const std::vector<Rate> &rates) {
        return std::ranges::min(rates, {}, &Rate::cpuMicroseconds).cpuMicroseconds;
    };
    if (fastest(engine) == 0 || fastest(bare) == 0)
        return 1;
    std::printf("best of %d with %d in flight:\n", Rounds, InFlight);
    std::printf("engine / bare QNAM %.2f (at least 0.85 is wanted)\n", fastest(engine) / fastest(bare));
    std::printf("engine / bare QNAM by CPU %.2f\n", cheapest(bare) / cheapest(engine));
    if (peer > 0)
        std::printf("engine / aiohttp   %.2f (at least 1.30 is wanted)\n", fastest(engine) / peer);
    return 0;
}
