// SPDX-License-Identifier: GPL-3.0-or-later
// A search of one page and 100 details with 0.05 s between starts: the gaps as the server sees them, and the
// whole against the ideal schedule.
#include "practice/practiceserver.h"
#include "support/clirunner.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    practice::PracticeServer server;
    const auto base = server.start();
    if (!base)
        return 1;
    const test::CliRunner cli(QCoreApplication::applicationDirPath());
    const auto result = cli.run({u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                                 u"-p"_s, u"1"_s, u"-d"_s, u"0.05"_s, u"--quiet"_s, u"-o"_s, u"rows.csv"_s});
    const std::vector<qint64> arrivals = server.arrivals();
    if (result.status != 0 || arrivals.size() < 2) {
        std::fprintf(stderr, "%s\n", result.err.constData());
        return 1;
    }
    std::vector<double> gaps;
    for (size_t i = 1; i < arrivals.size(); ++i)
        gaps.push_back(double(arrivals[i] - arrivals[i - 1]) / 1e6);
    const double whole = double(arrivals.back() - arrivals.front()) / 1e9;
    const double ideal = 0.05 * double(gaps.size());
    std::ranges::sort(gaps);
    std::printf("starts               %zu\n", arrivals.size());
    std::printf("gap, ms              min %.2f, median %.2f, max %.2f\n", gaps.front(), gaps[gaps.size() / 2],
                gaps.back());
    std::printf("gaps under 49 ms     %td\n", std::ranges::lower_bound(gaps, 49.0) - gaps.begin());
    std::printf("whole / ideal        %.4f\n", whole / ideal);
    return 0;
}
