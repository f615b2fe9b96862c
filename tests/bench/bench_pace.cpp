// SPDX-License-Identifier: GPL-3.0-or-later
// The pace as the server sees it: a search of one page and 100 details with 0.05 s between starts, the engine
// alone with 0.01 s for a minute and with 0.2 s for twenty seconds.
#include "practice/practiceserver.h"
#include "support/clirunner.h"
#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

void report(const char *what, const std::vector<qint64> &arrivals, double intervalMs, double leastMs)
{
    std::vector<double> gaps;
    for (size_t i = 1; i < arrivals.size(); ++i)
        gaps.push_back(double(arrivals[i] - arrivals[i - 1]) / 1e6);
    const auto shortest = std::ranges::min_element(gaps) - gaps.begin() + 1;
    const double whole = double(arrivals.back() - arrivals.front()) / 1e6;
    const double ideal = intervalMs * double(gaps.size());
    std::ranges::sort(gaps);
    std::printf(
        "%s: %zu starts, gap min %.2f (before start %td), median %.2f, max %.2f ms; under %.1f ms: %td; "
        "whole / ideal %.4f\n",
        what, arrivals.size(), gaps.front(), shortest + 1, gaps[gaps.size() / 2], gaps.back(), leastMs,
        std::ranges::lower_bound(gaps, leastMs) - gaps.begin(), whole / ideal);
}

bool search()
{
    practice::PracticeServer server;
    const auto base = server.start();
    if (!base)
        return false;
    const test::CliRunner cli(QCoreApplication::applicationDirPath());
    const auto result = cli.run({u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                                 u"-p"_s, u"1"_s, u"-d"_s, u"0.05"_s, u"--quiet"_s, u"-o"_s, u"rows.csv"_s});
    const std::vector<qint64> arrivals = server.arrivals();
    if (result.status != 0 || arrivals.size() < 2) {
        std::fprintf(stderr, "%s\n", result.err.constData());
        return false;
    }
    report("search, 50 ms", arrivals, 50, 49);
    return true;
}

void engineAlone(const char *what, int intervalMs, double leastMs, int count)
{
    test::FaultServer server;
    test::EngineRig rig;
    rig.engine.setPace({std::chrono::milliseconds(intervalMs), 6, 64});
    for (int i = 0; i < count; ++i)
        rig.get(server.url());
    rig.wait(intervalMs * count * 2);
    std::vector<qint64> arrivals;
    double latest = 0;
    const QList<test::Seen> seen = server.seen();
    rig.waitAttempts(count);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        arrivals.push_back(seen[i].atNs);
        latest = std::max(latest, double(seen[i].atNs - rig.attempts()[i].sentNs) / 1e6);
    }
    report(what, arrivals, intervalMs, leastMs);
    std::printf("  the server was told at most %.2f ms after the engine had sent\n", latest);
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
