// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/course.h"

#include "store/project/projectcompact.h"
#include "store/project/projectmerge.h"
#include "store/read/sizereader.h"
#include "store/rescue/projectcheck.h"
#include "store/rescue/projectrescue.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

/// What takes long with a project; new files go into `folder`.
using Deed = std::function<Result<void>(const QString &project, const QString &folder, const Course &course)>;

template <typename T> Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

Q_DECLARE_METATYPE(Deed)

/// What takes long says how far it is, and can be stopped.
class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parts();
    void tells_data();
    void tells();
    void stops_data() { tells_data(); }
    void stops();

private:
    std::unique_ptr<test::TempProject> m_temp;
};

/// Some megabytes, with a part that a compaction gives back.
void TestCourse::initTestCase()
{
    m_temp = std::make_unique<test::TempProject>();
    for (int i = 0; i < 2; ++i) {
        const RunId run = m_temp->writer().postRun(u"vacancies"_s, {});
        for (int row = 0; row < 4000; ++row) {
            const QString key = u"hh:%1-%2"_s.arg(i).arg(row);
            Unit unit;
            unit.run = run;
            unit.rows = {test::vacancyRow(key, {{VacancyColumn::Vacancy, key},
                                                {VacancyColumn::Description, (key + u' ').repeated(120)}})};
            m_temp->writer().post(std::move(unit));
        }
    }
    m_temp->writer().removeRun(1);
    QVERIFY(m_temp->flush());
    QVERIFY(m_temp->close());
}

void TestCourse::parts()
{
    std::vector<double> told;
    const Course whole({}, [&told](double share) { told.push_back(share); });
    const Course second = whole.part(0.5, 1);
    whole.part(0, 0.5).at(0.5);
    second.at(1, 2);
    second.at(1, 2);           // once is enough
    second.at(0.25);           // it never falls
    second.part(0.5, 1).at(7); // no more than all
    QCOMPARE(told, (std::vector<double>{0.25, 0.75, 1}));
    Course().at(1); // nobody listens
    std::stop_source stop;
    const Course stopped = Course(stop.get_token()).part(0, 0.1);
    QVERIFY(!stopped.isStopped());
    stop.request_stop();
    QVERIFY(stopped.isStopped());
}

void TestCourse::tells_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::newRow("sizes") << Deed([](const QString &project, const QString &, const Course &course) {
        return done(readSizes(project, course));
    });
    QTest::newRow("check") << Deed([](const QString &project, const QString &, const Course &course) {
        return done(checkProject(project, course));
    });
    QTest::newRow("compaction") << Deed([](const QString &project, const QString &, const Course &course) {
        return done(compactProject(project, course));
    });
    QTest::newRow("rescue") << Deed([](const QString &project, const QString &folder, const Course &course) {
        return done(rescueProject(
            project, folder + u"/new.linnet"_s, [](const table::Schema &) { return u"x"_s; }, course));
    });
    QTest::newRow("merging") << Deed([](const QString &project, const QString &folder, const Course &course) {
        return done(mergeProjects(project, project, folder + u"/new.linnet"_s, {}, course));
    });
}

void TestCourse::tells()
{
    QFETCH(const Deed, deed);
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"p.linnet"_s);
    QVERIFY(QFile::copy(m_temp->path(), project));
    std::vector<double> told;
    const auto end =
        deed(project, folder.path(), Course({}, [&told](double share) { told.push_back(share); }));
    QVERIFY2(end, end ? "" : qPrintable(end.error().detail));
    QVERIFY2(told.size() >= 10, qPrintable(QString::number(told.size())));
    QVERIFY(std::ranges::is_sorted(told));
    QVERIFY(told.front() > 0 && told.front() < 0.3);
    QVERIFY2(told.back() > 0.6 && told.back() <= 1, qPrintable(QString::number(told.back())));
    // No leap over more than a third.
    double before = 0;
    for (const double share : told)
        QVERIFY2(std::exchange(before, share) > share - 0.34, qPrintable(QString::number(share)));
}

/// In the middle: nothing is changed, and nothing is left.
void TestCourse::stops()
{
    QFETCH(const Deed, deed);
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"p.linnet"_s);
    QVERIFY(QFile::copy(m_temp->path(), project));
    const QByteArray before = bytesOf(project);
    std::stop_source stop;
    const auto end = deed(project, folder.path(), Course(stop.get_token(), [&stop](double share) {
                              if (share > 0.3)
                                  stop.request_stop();
                          }));
    QVERIFY(!end);
    QCOMPARE(end.error().reason, Reason::Cancelled);
    // A compaction finishes the index of words first.
    QVERIFY(bytesOf(project) == before || QTest::currentDataTag() == "compaction"_ba);
    QVERIFY(checkProject(project, {})->isWhole());
    QCOMPARE(filesOf(folder.path()), QStringList{u"p.linnet"_s});
}

QTEST_GUILESS_MAIN(TestCourse)
#include "tst_course.moc"
