// SPDX-License-Identifier: GPL-3.0-or-later
// The pace as the server sees it: a search of one page and 100 details with 0.05 s between starts, the engine
// alone with 0.2 s for twenty seconds and with 0.01 s for a minute. The distances are taken twice: from the
// moments at which the packets were at the server, and from those at which its program came to read them.
// Beside the engine a bare loop keeps the same pace, and the host of a virtual machine tells how much of the
// time it gave to others: nobody can be more punctual than the machine.
#include "support/arrivalserver.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/enginerig.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpSocket>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

using Times = std::vector<qint64>;

double ms(qint64 ns)
{
    return double(ns) / 1e6;
}

Times sorted(Times times)
{
    std::ranges::sort(times);
    return times;
}

Times differences(const Times &later, const Times &earlier)
{
    Times result;
    for (size_t i = 0; i < std::min(later.size(), earlier.size()); ++i)
        result.push_back(later[i] - earlier[i]);
    return result;
}

void printGaps(const char *where, const Times &times, double leastMs)
{
    const Times gaps = sorted(differences(Times(times.begin() + 1, times.end()), times));
    const auto under = std::ranges::lower_bound(gaps, qint64(leastMs * 1e6)) - gaps.begin();
    std::printf("  %s: gap min %.2f, median %.2f, max %.2f ms; under %.1f ms: %td\n", where, ms(gaps.front()),
                ms(gaps[gaps.size() / 2]), ms(gaps.back()), leastMs, under);
}

void printDelays(const char *what, Times delays)
{
    delays = sorted(std::move(delays));
    std::printf("  %s: median %.2f, 99 %% %.2f, max %.2f ms\n", what, ms(delays[delays.size() / 2]),
                ms(delays[delays.size() * 99 / 100]), ms(delays.back()));
}

/// attempts: the engine's own record, if there is one.
void report(const char *what, const std::vector<test::ArrivalServer::Arrival> &arrivals, double intervalMs,
            double leastMs, const QList<net::Attempt> &attempts = {})
{
    Times came;
    Times read;
    for (const auto &arrival : arrivals) {
        came.push_back(arrival.atNs);
        read.push_back(arrival.readNs);
    }
    came = sorted(std::move(came));
    const double ideal = intervalMs * double(came.size() - 1);
    std::printf("%s: %zu starts, whole / ideal %.4f\n", what, came.size(),
                ms(came.back() - came.front()) / ideal);
    printGaps("packets came", came, leastMs);
    printGaps("server read ", read, leastMs);
    printDelays("from packet to reading", differences(read, came));
    if (attempts.isEmpty())
        return;
    Times admitted;
    Times sent;
    for (const net::Attempt &attempt : attempts) {
        admitted.push_back(nsOf(attempt.admitted));
        sent.push_back(nsOf(attempt.sent));
    }
    admitted = sorted(std::move(admitted));
    sent = sorted(std::move(sent));
    printDelays("from admission to packet", differences(came, admitted));
    printDelays("from packet to the engine's \"sent\"", differences(sent, came));
}

/// Starts as punctual as a thread can be that does nothing else, late ones made up for by one millisecond.
void bareLoop(const QUrl &url, std::chrono::nanoseconds interval, int count)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto Tick = std::chrono::milliseconds(1);
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.waitForConnected();
    Clock::time_point due = Clock::now();
    for (int i = 0; i < count; ++i) {
        std::this_thread::sleep_until(due);
        socket.write("GET / HTTP/1.1\r\n\r\n");
        socket.flush();
        due = std::max(due, Clock::now() - Tick) + interval;
        while (socket.waitForReadyRead(0))
            socket.readAll();
    }
}

/// Jiffies of all processors so far that the host gave to others, and of all; 0 where nobody tells.
std::pair<double, double> stolen()
{
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> fields = file.readLine().simplified().split(' ');
    double all = 0;
    for (const QByteArray &field : fields.mid(1, 8))
        all += field.toDouble();
    return {fields.value(8).toDouble(), all};
}

bool search()
{
    test::CountedPractice practice;
    const auto base = practice.start();
    if (!base)
        return false;
    const test::ArrivalServer server(quint16(base->port()));
    const test::CliRunner cli(QCoreApplication::applicationDirPath());
    const auto result =
        cli.run({u"vacancies"_s, u"--base-url"_s, server.url().toString(), u"--field"_s, u"any"_s, u"-p"_s,
                 u"1"_s, u"-d"_s, u"0.05"_s, u"--quiet"_s, u"-o"_s, u"rows.csv"_s});
    const auto arrivals = server.arrivals();
    if (result.status != 0 || arrivals.size() < 2) {
        std::fprintf(stderr, "%s\n", result.err.constData());
        return false;
    }
    report("search, 50 ms", arrivals, 50, 49);
    return true;
}

void engineAlone(const char *what, int intervalMs, double leastMs, int count)
{
    const test::ArrivalServer server;
    const test::ArrivalServer other;
    test::EngineRig rig;
    const std::chrono::milliseconds interval(intervalMs);
    rig.engine.setPace({interval, 6, 64});
    const auto before = stolen();
    std::thread bare([&] { bareLoop(other.url(), interval, count); });
    for (int i = 0; i < count; ++i)
        rig.get(server.url());
    rig.wait(intervalMs * count * 2);
    bare.join();
    const auto after = stolen();
    rig.waitAttempts(count);
    report(what, server.arrivals(), intervalMs, leastMs, rig.attempts());
    report("  a bare loop", other.arrivals(), intervalMs, leastMs);
    if (after.second > before.second)
        std::printf("  the host took %.1f %% of the processors away\n",
                    100 * (after.first - before.first) / (after.second - before.second));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (!search())
        return 1;
    engineAlone("engine, 200 ms", 200, 199, 101);
    engineAlone("engine, 10 ms", 10, 8.5, 6001);
    return 0;
}
