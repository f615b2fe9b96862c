// SPDX-License-Identifier: GPL-3.0-or-later
// Which of many ads are one job: how long it takes to compare them, against one pass that only reads what is
// compared. The ads are invented, in Russian and English, of 0.7 to 3 KB, some published several times.
#include "analysis/regroup.h"
#include "store/project/project.h"
#include "store/read/rowreader.h"
#include "support/labelledads.h"
#include "support/memory.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <utility>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

constexpr int PerSet = 2000;

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

void fill(store::Project &project, int count)
{
    const RunId run = project.writer().postRun(u"vacancies"_s, {});
    for (int set = 0; set * PerSet < count; ++set) {
        store::Unit unit{.run = run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
        for (test::LabelledAd &ad : test::labelledAds(PerSet, unsigned(set) + 1)) {
            const QString id = QString::number(set * PerSet + int(unit.rows.size()));
            ad.cells[size_t(std::to_underlying(VacancyColumn::Id))] = id;
            unit.rows.push_back({&table::vacancySchema(), u"hh:"_s + id, std::move(ad.cells)});
        }
        project.writer().post(std::move(unit));
        if (set % 10 == 9)
            flush(project);
    }
    flush(project);
}

/// Milliseconds for reading the columns that are compared, and nothing else.
qint64 readOnce(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const auto reader = store::RowReader::open(path);
    const auto ids = (*reader)->ids({&table::vacancySchema(), {}, {}, {}});
    const auto cursor = (*reader)->cursor(table::vacancySchema(), analysis::Ad::columns());
    qint64 bytes = 0;
    const Result<void> read = (*cursor)->read(*ids, [&bytes](size_t, table::CellViews cells) {
        if (const auto *text = std::get_if<QByteArrayView>(&cells.back()))
            bytes += text->size();
        return true;
    });
    if (!read)
        qFatal("not read");
    std::printf("texts: %.0f MB\n", double(bytes) / 1e6);
    return timer.elapsed();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ads.linnet"_s);
    auto project = store::Project::open(path);
    if (!project)
        return 1;
    fill(**project, count);
    const qint64 plain = readOnce(path);

    QElapsedTimer timer;
    timer.start();
    const qint64 before = test::residentBytes();
    auto ads = analysis::readAds(path, {}, {});
    const qint64 read = timer.restart();
    const qint64 held = test::residentBytes() - before;
    if (!ads)
        return 1;
    const std::vector<analysis::GroupChange> changes = analysis::changedGroups(std::move(*ads));
    const qint64 compared = timer.restart();
    auto units = analysis::unitsOf(path, changes, {});
    if (!units)
        return 1;
    for (store::Unit &unit : *units)
        (*project)->writer().post(std::move(unit));
    flush(**project);
    const qint64 written = timer.elapsed();
    std::printf(
        "%d ads: read %.1f s, compared %.1f s, %zu rows written in %.1f s; together %.1f times one pass "
        "that only reads (%.1f s); the ads took %.0f MB\n",
        count, double(read) / 1000, double(compared) / 1000, changes.size(), double(written) / 1000,
        double(read + compared + written) / double(std::max<qint64>(1, plain)), double(plain) / 1000,
        double(held) / 1e6);
    return 0;
}
