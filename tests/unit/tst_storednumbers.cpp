// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"

#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;

/// Numbers that stand in project files. A test that fails here says that files which people have would be
/// read wrongly: put the number back, and give a new enumerator a number that was never used.
class TestStoredNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAsInEveryFile();
    void areAllListed();
    void areWhatFilesHold();

private:
    /// All that the switch below knows, by hand.
    static int numberOf(RunState state);
    static int numberOf(WorkState state);
    static int numberOf(AttachmentWrite::Kind kind);
};

// A new enumerator is a warning of the compiler here, and warnings are errors.
int TestStoredNumbers::numberOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return 0;
    case RunState::Paused:
        return 1;
    case RunState::Finished:
        return 2;
    case RunState::Stopped:
        return 3;
    }
    return -1;
}

int TestStoredNumbers::numberOf(WorkState state)
{
    switch (state) {
    case WorkState::Pending:
        return 0;
    case WorkState::Done:
        return 1;
    case WorkState::Failed:
        return 2;
    }
    return -1;
}

int TestStoredNumbers::numberOf(AttachmentWrite::Kind kind)
{
    switch (kind) {
    case AttachmentWrite::Kind::Fragments:
        return 0;
    case AttachmentWrite::Kind::Body:
        return 1;
    case AttachmentWrite::Kind::HopFragment:
        return 2;
    case AttachmentWrite::Kind::Places:
        return 3;
    case AttachmentWrite::Kind::Counts:
        return 4;
    }
    return -1;
}

void TestStoredNumbers::areAsInEveryFile()
{
    QCOMPARE(storedNumber(RunState::Running), 0);
    QCOMPARE(storedNumber(RunState::Paused), 1);
    QCOMPARE(storedNumber(RunState::Finished), 2);
    QCOMPARE(storedNumber(RunState::Stopped), 3);
    QCOMPARE(storedNumber(WorkState::Pending), 0);
    QCOMPARE(storedNumber(WorkState::Done), 1);
    QCOMPARE(storedNumber(WorkState::Failed), 2);
    QCOMPARE(storedNumber(AttachmentWrite::Kind::Fragments), 0);
    QCOMPARE(storedNumber(AttachmentWrite::Kind::Body), 1);
    QCOMPARE(storedNumber(AttachmentWrite::Kind::HopFragment), 2);
    QCOMPARE(storedNumber(AttachmentWrite::Kind::Places), 3);
    QCOMPARE(storedNumber(AttachmentWrite::Kind::Counts), 4);
    QCOMPARE(storedSql(WorkState::Failed), "2");
}

void TestStoredNumbers::areAllListed()
{
    for (int number = 0; number <= 3; ++number) {
        QCOMPARE(numberOf(RunState(number)), number);
        QCOMPARE(numberOf(AttachmentWrite::Kind(number)), number);
    }
    for (int number = 0; number <= 2; ++number)
        QCOMPARE(numberOf(WorkState(number)), number);
}

void TestStoredNumbers::areWhatFilesHold()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"k"_s, {});
    Unit unit;
    unit.run = run;
    unit.addresses = {{1, "http://a/", false}};
    unit.attachments = {{1, AttachmentWrite::Kind::HopFragment, "x"}};
    unit.newWork = {{u"pending"_s, u"k"_s, u"h"_s, {}, 0}, {u"failed"_s, u"k"_s, u"h"_s, {}, 0}};
    unit.state = RunState::Stopped;
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    Unit end;
    end.run = run;
    end.ended = {{2, WorkState::Failed, 1, {}}};
    temp.writer().post(std::move(end));
    QVERIFY(temp.flush());
    auto file = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(file);
    QCOMPARE(file->integer("SELECT state FROM run"), 3);
    QCOMPARE(file->integer("SELECT kind FROM attachment"), 2);
    QCOMPARE(file->integer("SELECT state FROM work WHERE key = 'pending'"), 0);
    QCOMPARE(file->integer("SELECT state FROM work WHERE key = 'failed'"), 2);
    // Work that waits is found through an index over just that number.
    QCOMPARE(file->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'work_pending' AND "
                           "sql LIKE '%WHERE state = 0'"),
             1);
}

QTEST_GUILESS_MAIN(TestStoredNumbers)
#include "tst_storednumbers.moc"
