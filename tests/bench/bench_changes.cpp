// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two runs of many ads: how long it takes to tell, how much memory it takes, and how
// soon it stops when it is told to. Of the ads 3 % are gone, 3 % are new and 5 % have another salary.
#include "jobs/requestspec.h"
#include "session/changes/runchanges.h"
#include "session/runparams.h"
#include "store/project/project.h"
#include "support/inventedvacancies.h"
#include "support/memory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <ctime>
#include <thread>
#include <utility>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

void flush(store::Project &project)
{
    QEventLoop loop;
    project.writer().flush(&loop, [&loop](const Result<void> &done) {
        if (!done)
            qFatal("not written");
        loop.quit();
    });
    loop.exec();
}

store::RowWrite ad(int n, bool isLater)
{
    store::RowWrite row = test::inventedVacancy(n);
    const auto set = [&row](VacancyColumn column, table::Value value) {
        row.cells[size_t(std::to_underlying(column))] = std::move(value);
    };
    set(VacancyColumn::Description,
        QString(u"Number %1. "_s.arg(n) + u"What has to be done every day. "_s.repeated(30)));
    if (isLater && n % 20 == 7)
        set(VacancyColumn::SalaryFrom, 12'345.0 + n);
    return row;
}

void addRun(store::Project &project, int first, int count, bool isLater)
{
    constexpr int Together = 2000;
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, {}, {}, {}}};
    const session::RunParams params = session::RunParams::of(spec, jobs::RequestSpec());
    const RunId run = project.writer().postRun(params.kind, params.params);
    for (int n = first; n < first + count; n += Together) {
        store::Unit unit{.run = run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
        for (int i = n; i < std::min(n + Together, first + count); ++i)
            unit.rows.push_back(ad(i, isLater));
        if (n + Together >= first + count)
            unit.state = store::RunState::Finished;
        project.writer().post(std::move(unit));
        if (n / Together % 20 == 0)
            flush(project);
    }
    flush(project);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + u"/changes-XXXXXX"_s : QString());
    const QString path = folder.filePath(u"ads.linnet"_s);
    auto project = store::Project::open(path);
    if (!project)
        return 1;
    addRun(**project, 0, count, false);
    addRun(**project, count * 3 / 100, count, true);
    const auto reader = store::RowReader::open(path);
    const auto runs = session::chooseRuns(**reader, u"1,2"_s, nullptr);
    if (!runs)
        return 1;

    const qint64 before = test::residentBytes();
    QElapsedTimer timer;
    timer.start();
    const std::clock_t worked = std::clock();
    analysis::ComparisonProgress progress;
    std::atomic<qint64> most = 0;
    std::jthread watch([&most](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            most = std::max(most.load(), test::residentBytes());
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    const auto changes = session::RunChanges::find(path, *runs, {}, progress, {});
    const qint64 took = timer.elapsed();
    const double work = double(std::clock() - worked) / CLOCKS_PER_SEC;
    watch.request_stop();
    if (!changes)
        return 1;
    const analysis::ComparisonCounts &counts = (*changes)->counts();
    std::printf("%d against %d ads: %.1f s (%.1f s of processors), %.0f MB at most; %lld new, %lld missing, "
                "%lld changed\n",
                count, count, double(took) / 1000, work, double(most - before) / 1e6,
                counts.changes.value(u"new"_s),
                counts.changes.value(u"gone"_s) + counts.changes.value(u"not_seen"_s),
                counts.changes.value(u"changed"_s));

    qint64 latest = 0;
    for (const int share : {10, 40, 70, 95}) {
        std::stop_source stop;
        QElapsedTimer stopping;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(took * share / 100));
            stopping.start();
            stop.request_stop();
        });
        const auto stopped = session::RunChanges::find(path, *runs, {}, progress, stop.get_token());
        if (!stopped)
            latest = std::max(latest, stopping.elapsed());
    }
    std::printf("stopped after %lld ms at the latest\n", latest);
    return 0;
}
