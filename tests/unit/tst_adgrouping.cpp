// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/adgrouping.h"

#include "session/projectslot.h"
#include "store/read/rowreader.h"
#include "support/labelledads.h"
#include "table/vacancyschema.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <set>
#include <utility>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// That the rows of a project say which ads are one job, and go on saying it.
class TestAdGrouping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsSayTheirJob();
    void secondSearchIsCompared();
    void apartForGood();
    void closedMeanwhile();
    void oneProcessor();

private:
    struct Rig
    {
        Rig()
            : slot(folder.path(), [] { return false; })
            , grouping(slot)
        {
        }
        ~Rig() { (void)slot.close(); }

        RunId add(int ads, unsigned seed)
        {
            store::Writer &writer = slot.project().writer();
            const RunId run = writer.postRun(u"vacancies"_s, {});
            store::Unit unit{.run = run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
            for (test::LabelledAd &ad : test::labelledAds(ads, seed)) {
                const QString id = table::toText(at(ad.cells, VacancyColumn::Id));
                unit.rows.push_back({&table::vacancySchema(), u"hh:"_s + id, std::move(ad.cells)});
            }
            writer.post(std::move(unit));
            return run;
        }
        bool compare()
        {
            bool done = false;
            grouping.start();
            grouping.whenDone(&grouping, [&done] { done = true; });
            return QTest::qWaitFor([&done] { return done; }, 30'000);
        }
        std::vector<table::Cells> rows(RunId run)
        {
            const auto reader = store::RowReader::open(slot.project().path());
            const auto ids = (*reader)->ids({&table::vacancySchema(), {run}, {}, {}});
            return *(*reader)->rows(table::vacancySchema(), *ids);
        }

        QTemporaryDir folder;
        session::ProjectSlot slot;
        session::AdGrouping grouping;
    };
    static table::Value at(const table::Cells &row, VacancyColumn column)
    {
        return row[size_t(std::to_underlying(column))];
    }
    /// Rows by job; those that are alone are left out.
    static std::map<qint64, std::vector<table::Cells>> jobs(const std::vector<table::Cells> &rows)
    {
        std::map<qint64, std::vector<table::Cells>> result;
        for (const table::Cells &row : rows) {
            if (const auto *job = std::get_if<qint64>(&row[size_t(std::to_underlying(VacancyColumn::Group))]))
                result[*job].push_back(row);
        }
        return result;
    }
};

void TestAdGrouping::rowsSayTheirJob()
{
    Rig rig;
    QVERIFY(rig.slot.openNew());
    const RunId run = rig.add(400, 5);
    const QSignalSpy failed(&rig.grouping, &session::AdGrouping::failed);
    QVERIFY(rig.compare());
    QVERIFY(failed.isEmpty());
    const auto rows = rig.rows(run);
    int standing = 0;
    int repeats = 0;
    for (const auto &[job, ads] : jobs(rows)) {
        int first = 0;
        for (const table::Cells &ad : ads) {
            QCOMPARE(std::get<qint64>(at(ad, VacancyColumn::GroupSize)), qint64(ads.size()));
            first += int(!std::get<bool>(at(ad, VacancyColumn::Repeat)));
        }
        QCOMPARE(first, 1); // one of them stands for the job
        ++standing;
        repeats += int(ads.size()) - 1;
    }
    QVERIFY(standing > 30 && repeats > 40);
    // The filter that shows each job once.
    const auto reader = store::RowReader::open(rig.slot.project().path());
    const table::Filter once{{{u"repeat"_s, table::FilterOp::Equals, {true}, true}}};
    QCOMPARE((*reader)->count({&table::vacancySchema(), {run}, once, {}}), qint64(rows.size()) - repeats);
    // Compared again, nothing is written.
    const auto before = rig.rows(run);
    const QSignalSpy committed(&rig.slot.project().writer(), &store::Writer::committed);
    QVERIFY(rig.compare());
    QVERIFY(committed.isEmpty());
    QCOMPARE(rig.rows(run), before);
}

/// The same ads, read again a day later: jobs keep their numbers, and each run shows each of them once.
void TestAdGrouping::secondSearchIsCompared()
{
    Rig rig;
    QVERIFY(rig.slot.openNew());
    const RunId first = rig.add(300, 6);
    QVERIFY(rig.compare());
    const auto before = jobs(rig.rows(first));
    const RunId second = rig.add(300, 6);
    QVERIFY(rig.compare());
    const auto after = jobs(rig.rows(second));
    for (const auto &[job, ads] : before) {
        QVERIFY(after.contains(job));
        QCOMPARE(after.at(job).size(), ads.size());
        QCOMPARE(std::get<qint64>(at(after.at(job).front(), VacancyColumn::GroupSize)), qint64(ads.size()));
        const auto standing = std::ranges::count_if(after.at(job), [](const table::Cells &ad) {
            return !std::get<bool>(ad[size_t(std::to_underlying(VacancyColumn::Repeat))]);
        });
        QCOMPARE(standing, 1);
    }
}

void TestAdGrouping::apartForGood()
{
    Rig rig;
    QVERIFY(rig.slot.openNew());
    const RunId run = rig.add(300, 7);
    QVERIFY(rig.compare());
    const auto before = jobs(rig.rows(run));
    const auto pair = std::ranges::find_if(before, [](const auto &job) { return job.second.size() == 2; });
    QVERIFY(pair != before.end());
    const QString key = u"hh:"_s + table::toText(at(pair->second.back(), VacancyColumn::Id));
    rig.grouping.setApart(key, true);
    QVERIFY(rig.compare());
    const auto sizeOf = [&](const QString &id) {
        for (const table::Cells &row : rig.rows(run)) {
            if (u"hh:"_s + table::toText(at(row, VacancyColumn::Id)) == id)
                return table::toText(at(row, VacancyColumn::GroupSize));
        }
        return QString();
    };
    QCOMPARE(sizeOf(key), u"1"_s);
    rig.add(50, 8); // another search does not bring it back
    QVERIFY(rig.compare());
    QCOMPARE(sizeOf(key), u"1"_s);
    rig.grouping.setApart(key, false);
    QVERIFY(rig.compare());
    QCOMPARE(sizeOf(key), u"2"_s);
}

/// The project closes while its ads are compared: at once, and who waits is told.
void TestAdGrouping::closedMeanwhile()
{
    Rig rig;
    QVERIFY(rig.slot.openNew());
    rig.add(2000, 9);
    for (int after = 0; after < 20; ++after) {
        bool done = false;
        rig.grouping.start();
        rig.grouping.whenDone(&rig.grouping, [&done] { done = true; });
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < after * 2'000'000LL)
            QCoreApplication::processEvents();
        const QString path = rig.slot.project().path();
        QVERIFY(rig.slot.close());
        QVERIFY(done);
        QVERIFY(rig.slot.open(path));
    }
    QVERIFY(rig.compare());
}

/// A computer with one processor has one thread in its pool.
void TestAdGrouping::oneProcessor()
{
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    QThreadPool::globalInstance()->setMaxThreadCount(1);
    Rig rig;
    QVERIFY(rig.slot.openNew());
    rig.add(2000, 9);
    const bool compared = rig.compare();
    QThreadPool::globalInstance()->setMaxThreadCount(threads);
    QVERIFY(compared);
}

QTEST_GUILESS_MAIN(TestAdGrouping)
#include "tst_adgrouping.moc"
