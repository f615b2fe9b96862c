// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cutvfs.h"
#include "support/fakeclock.h"
#include "support/vacancyrows.h"

#include "store/project/project.h"
#include "store/sqlite/database.h"
#include "store/write/projectconnection.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <optional>
#include <random>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using linnet::test::CutVfs;
using linnet::test::FakeClock;
using linnet::test::vacancyRow;
using table::VacancyColumn;
using table::vacancySchema;

namespace {

constexpr int RowsPerUnit = 7;
constexpr auto Promise = 5s; // ARCHITECTURE.md

QString longText(qint64 unit)
{
    return u"Обязанности: %1. "_s.arg(unit).repeated(40 + int(unit % 30));
}

Unit unitOf(RunId run, qint64 number)
{
    Unit unit;
    unit.run = run;
    for (int i = 0; i < RowsPerUnit; ++i)
        unit.rows.push_back(
            vacancyRow(u"%1-%2"_s.arg(number).arg(i),
                       {{VacancyColumn::Vacancy, u"row of unit %1"_s.arg(number)},
                        {VacancyColumn::Description, i == 3 ? longText(number) : QString()}}));
    unit.newWork = {{u"https://a.example/%1"_s.arg(number), u"hh/detail"_s, u"a.example"_s, {}, 1}};
    return unit;
}

/// A writer at work on a disk whose power can be cut. What happens to rows and disk is told in the writer's
/// thread, in its order.
class Desk
{
public:
    explicit Desk(std::chrono::milliseconds perCommit = 300ms)
        : m_vfs(m_folder.path())
        , m_perCommit(perCommit)
    {
        m_vfs.setWatch([this](CutVfs::Event event, const QString &name) { onEvent(event, name); });
    }
    ~Desk() { close(); }

    /// Called at events of the disk with the number of rows that have to outlive a cut now.
    std::function<void(qint64 promised)> atEvent;

    bool open()
    {
        Result<std::unique_ptr<Project>> opened = Project::open(path());
        if (!opened)
            return false;
        m_project = std::move(*opened);
        writer().setClock(m_clock);
        QObject::connect(
            &writer(), &Writer::committed, &m_context,
            [this](const Committed &change) { onCommitted(change); }, Qt::DirectConnection);
        if (m_run == 0)
            m_run = writer().postRun(u"vacancies"_s, {});
        return true;
    }
    bool close()
    {
        const bool closed = m_project && m_project->close();
        m_project.reset();
        return closed;
    }
    /// Waits after each few units, so that they become commits of their own.
    bool post(int units, int atOnce = 8)
    {
        for (int i = 0; i < units; ++i) {
            writer().post(unitOf(m_run, ++m_units));
            if (i % atOnce == atOnce - 1 && !flush())
                return false;
        }
        return flush();
    }
    bool flush()
    {
        std::optional<Result<void>> answer;
        QObject context;
        writer().flush(&context, [&](const Result<void> &result) { answer = result; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 30'000) && answer->has_value();
    }

    QString path() const { return m_folder.filePath(u"cut.linnet"_s); }
    Writer &writer() { return m_project->writer(); }
    CutVfs &vfs() { return m_vfs; }
    qint64 rows() const { return m_units * RowsPerUnit; }
    RunId run() const { return m_run; }
    qint64 onDisk() const { return m_onDisk; }
    int commits() const { return m_commits; }
    int logSyncs() const { return m_logSyncs; }
    int fileSyncs() const { return m_fileSyncs; }
    std::chrono::nanoseconds longestUnsynced() const { return m_longest; }
    void forgetCounts() { m_commits = m_logSyncs = m_fileSyncs = 0; }

private:
    void onCommitted(const Committed &change)
    {
        for (const Committed::Rows &rows : change.rows)
            m_committed = std::max<qint64>(m_committed, rows.lastId);
        ++m_commits;
        m_clock.advance(std::chrono::nanoseconds(m_perCommit).count());
        if (m_oldest == Moment())
            m_oldest = m_clock.now();
        m_longest = std::max(m_longest, m_clock.now() - m_oldest);
    }
    void onEvent(CutVfs::Event event, const QString &name)
    {
        const bool isLog = name.endsWith("-wal"_L1);
        if (event == CutVfs::Event::Synced) {
            // Before a file is synced, so is its log.
            m_onDisk = m_committed.load();
            m_oldest = {};
            (isLog ? m_logSyncs : m_fileSyncs) += 1;
        }
        if (atEvent)
            atEvent(m_onDisk);
    }

    QTemporaryDir m_folder;
    CutVfs m_vfs;
    std::chrono::milliseconds m_perCommit;
    FakeClock m_clock; ///< moves in the writer's thread
    QObject m_context;
    std::unique_ptr<Project> m_project;
    RunId m_run = 0;
    qint64 m_units = 0;
    Moment m_oldest; ///< commit that is not on the disk
    std::chrono::nanoseconds m_longest{0};
    std::atomic<qint64> m_committed = 0;
    std::atomic<qint64> m_onDisk = 0;
    std::atomic<int> m_commits = 0;
    std::atomic<int> m_logSyncs = 0;
    std::atomic<int> m_fileSyncs = 0;
};

/// A copy of the disk as a cut left it, and what was promised.
struct Remains
{
    std::unique_ptr<QTemporaryDir> folder;
    qint64 promised = 0;
};

QString integrity(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Read);
    Result<Statement> statement =
        database ? database->prepare("PRAGMA integrity_check") : std::unexpected(database.error());
    const Result<bool> row = statement ? statement->step() : std::unexpected(statement.error());
    return row && *row ? statement->text(0) : row.error().detail;
}

} // namespace

/// What is there after a power cut: whole units, all but those of the last seconds.
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOutliveCuts_data();
    void rowsOutliveCuts();
    void syncsAreFew();
    void idleWriterKeepsNothingBack();
    void removingLeavesNothingBehind();

private:
    void check(const Remains &remains, RunId run, qint64 most);
};

void TestPowerCut::rowsOutliveCuts_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<CutVfs::Damage>("damage");
    for (quint32 seed = 1; seed <= 3; ++seed) {
        QTest::addRow("dropped %u", seed) << seed << CutVfs::Damage::Dropped;
        QTest::addRow("some left %u", seed) << seed << CutVfs::Damage::Some;
        QTest::addRow("torn %u", seed) << seed << CutVfs::Damage::Torn;
    }
}

void TestPowerCut::rowsOutliveCuts()
{
    QFETCH(const quint32, seed);
    QFETCH(const CutVfs::Damage, damage);
    constexpr int MostCuts = 30;
    std::vector<Remains> cuts;
    std::mt19937 random(seed);
    Desk desk;
    desk.atEvent = [&](qint64 promised) {
        if (int(cuts.size()) >= MostCuts || random() % 40 != 0)
            return;
        cuts.push_back({std::make_unique<QTemporaryDir>(), promised});
        QVERIFY(desk.vfs().cut(cuts.back().folder->path(), random(), damage));
    };
    for (int round = 0; round < 2; ++round) {
        QVERIFY(desk.open());
        QVERIFY(desk.post(40));
        // A log of a megabyte goes into the file when nothing is written; then it begins anew.
        const int before = desk.fileSyncs();
        QVERIFY(desk.post(600));
        QTRY_VERIFY_WITH_TIMEOUT(desk.fileSyncs() > before, 30'000);
        QVERIFY(desk.post(40));
        QVERIFY(desk.close());
    }
    desk.atEvent = {};
    cuts.push_back({std::make_unique<QTemporaryDir>(), desk.rows()});
    QVERIFY(desk.vfs().cut(cuts.back().folder->path(), random(), damage));
    QVERIFY(cuts.size() > 20);
    for (const Remains &remains : cuts) {
        check(remains, desk.run(), desk.rows());
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(desk.longestUnsynced() < Promise, qPrintable(QString::number(desk.longestUnsynced() / 1ms)));
}

void TestPowerCut::check(const Remains &remains, RunId run, qint64 most)
{
    const QString path = remains.folder->filePath(u"cut.linnet"_s);
    if (remains.promised > 0)
        QVERIFY(QFile::exists(path));
    const Result<std::unique_ptr<Project>> project = Project::open(path);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().detail));
    QCOMPARE(integrity(path), u"ok"_s);
    const Result<std::unique_ptr<RowReader>> reader = (*project)->reader();
    QVERIFY(reader);
    const RowQuery query{&vacancySchema(), {}, {}, {}};
    const IdVector ids = (*reader)->ids(query).value_or(IdVector());
    const qint64 rows = qint64(ids.size());
    QVERIFY2(rows >= remains.promised, qPrintable(u"%1 of %2"_s.arg(rows).arg(remains.promised)));
    QVERIFY(rows <= most);
    // The first units, all of each.
    QCOMPARE(rows % RowsPerUnit, 0);
    const qint64 units = rows / RowsPerUnit;
    QCOMPARE((*reader)->workCounts(run)->pending, units);
    for (qint64 i = 0; i < rows; ++i)
        QCOMPARE(ids[size_t(i)], i + 1);
    const auto keys = (*reader)->keys(vacancySchema(), ids);
    const auto cells = (*reader)->rows(vacancySchema(), ids);
    QVERIFY(keys && cells);
    for (qint64 i = 0; i < rows; ++i) {
        const qint64 unit = i / RowsPerUnit + 1;
        QCOMPARE(keys->at(i), u"%1-%2"_s.arg(unit).arg(i % RowsPerUnit));
        const table::Value &text = (*cells)[size_t(i)][size_t(VacancyColumn::Description)];
        QCOMPARE(table::toText(text), i % RowsPerUnit == 3 ? longText(unit) : QString());
    }
    // It goes on from there.
    (*project)->writer().post(unitOf(units > 0 ? run : (*project)->writer().postRun(u"v"_s, {}), units + 1));
    QVERIFY((*project)->close());
    const Result<std::unique_ptr<RowReader>> after = RowReader::open(path);
    QVERIFY(after);
    QCOMPARE((*after)->count(query).value_or(-1), rows + RowsPerUnit);
}

void TestPowerCut::syncsAreFew()
{
    // Syncs cost time: there are as many as the promise needs, not one for each commit.
    constexpr auto PerCommit = 100ms;
    Desk desk(PerCommit);
    QVERIFY(desk.open());
    QVERIFY(desk.flush());
    desk.forgetCounts();
    QVERIFY(desk.post(300, 3));
    const auto passed = desk.commits() * PerCommit;
    QVERIFY(desk.commits() >= 100);
    QVERIFY(desk.logSyncs() >= int(passed / Promise));
    // The header of the log is synced too, and an idle moment may be among them.
    QVERIFY2(desk.logSyncs() <= passed / ProjectConnection::LongestUnsynced + 3,
             qPrintable(QString::number(desk.logSyncs())));
    QVERIFY(desk.longestUnsynced() < Promise);
}

void TestPowerCut::idleWriterKeepsNothingBack()
{
    Desk desk(0ms); // no time passes for the writer
    QVERIFY(desk.open());
    QVERIFY(desk.post(4));
    QTRY_COMPARE_WITH_TIMEOUT(desk.onDisk(), desk.rows(), 30'000);
}

void TestPowerCut::removingLeavesNothingBehind()
{
    // Whoever removes a large run lets all others wait, and what they have stored is safe before.
    Desk desk(0ms);
    QVERIFY(desk.open());
    QVERIFY(desk.post(4));
    const qint64 rows = desk.rows();
    desk.writer().removeRun(desk.run());
    QVERIFY(desk.flush());
    QVERIFY(desk.onDisk() >= rows);
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
