// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"

#include "store/project/worklist.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using linnet::test::TempProject;

namespace {

WorkAdd work(const QString &url, const QString &kind = u"list"_s, const QString &host = u"a"_s)
{
    return {url, kind, host, u"ref "_s + url, 2};
}

QStringList urls(const Result<std::vector<WorkItem>> &items)
{
    QStringList result;
    for (const WorkItem &item : *items)
        result.append(item.key);
    return result;
}

} // namespace

class TestWorkList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void handsOutWhatIsCommitted();
    void takesInOrder();
    void putsBack();
    void knowsTheEnd();
    void ignoresDuplicates();
    void resumes();
    void asksAgain();
    void endedByOthers();
    void manyHosts();
    void largeBacklog();

private:
    void add(std::vector<WorkAdd> added);
    void end(qint64 id, WorkState state = WorkState::Done);

    std::unique_ptr<TempProject> m_temp;
    RunId m_run = 0;
};

void TestWorkList::init()
{
    m_temp = std::make_unique<TempProject>();
    m_run = m_temp->writer().postRun(u"test"_s, {});
    QVERIFY(m_temp->flush());
}

void TestWorkList::cleanup()
{
    m_temp.reset();
}

void TestWorkList::add(std::vector<WorkAdd> added)
{
    Unit unit;
    unit.run = m_run;
    unit.newWork = std::move(added);
    m_temp->writer().post(unit);
    QVERIFY(m_temp->flush());
}

void TestWorkList::end(qint64 id, WorkState state)
{
    Unit unit;
    unit.run = m_run;
    unit.ended = {{id, state, 1, {}}};
    m_temp->writer().post(unit);
    QVERIFY(m_temp->flush());
}

void TestWorkList::handsOutWhatIsCommitted()
{
    WorkList list(m_temp->project(), m_run);
    QSignalSpy available(&list, &WorkList::available);
    QVERIFY(list.isFinished());
    QCOMPARE(list.waitingHosts(), 0);
    Unit unit;
    unit.run = m_run;
    unit.newWork = {work(u"1"_s), work(u"2"_s, u"detail"_s)};
    m_temp->writer().post(unit);
    QCOMPARE(list.pending(), 0); // the commit is not heard of before the event loop runs
    QCOMPARE(urls(list.take(u"list"_s, u"a"_s, 5)), QStringList());
    QTRY_COMPARE(list.pending(), 2);
    QCOMPARE(available.count(), 1);
    QCOMPARE(list.waitingHosts(), 1);
    const Result<std::vector<WorkItem>> items = list.take(u"detail"_s, u"a"_s, 5);
    QVERIFY(items);
    QCOMPARE(items->size(), 1u);
    const WorkItem &item = items->front();
    QCOMPARE(item.key, u"2"_s);
    QCOMPARE(item.kind, u"detail"_s);
    QCOMPARE(item.host, u"a"_s);
    QCOMPARE(item.ref, u"ref 2"_s);
    QCOMPARE(item.depth, 2);
    QCOMPARE(item.attempts, 0);
    QCOMPARE(list.pending(), 1);
    QCOMPARE(list.taken(), 1);
    QCOMPARE(list.waitingHosts(), 1);
    QCOMPARE(list.hostAfter(u"a"_s), u"a"_s);
}

void TestWorkList::takesInOrder()
{
    WorkList list(m_temp->project(), m_run);
    std::vector<WorkAdd> added;
    QStringList expected;
    for (int i = 0; i < 300; ++i) {
        added.push_back(work(QString::number(i), u"list"_s, i % 2 ? u"b"_s : u"a"_s));
        if (i % 2)
            expected.append(QString::number(i));
    }
    add(added);
    QTRY_COMPARE(list.pending(), 300);
    QStringList taken;
    for (const int n : {1, 70, 7, 0, 100})
        taken += urls(list.take(u"list"_s, u"b"_s, n));
    QCOMPARE(taken, expected);
    QCOMPARE(urls(list.take(u"list"_s, u"b"_s, 1)), QStringList());
    QCOMPARE(urls(list.take(u"nothing"_s, u"b"_s, 1)), QStringList());
    QCOMPARE(list.pending(), 150);
    QCOMPARE(list.taken(), 150);
}

void TestWorkList::putsBack()
{
    WorkList list(m_temp->project(), m_run);
    add({work(u"1"_s), work(u"2"_s), work(u"3"_s)});
    QTRY_COMPARE(list.pending(), 3);
    Result<std::vector<WorkItem>> items = list.take(u"list"_s, u"a"_s, 2);
    QSignalSpy available(&list, &WorkList::available);
    (*items)[0].attempts = 4;
    list.putBack((*items)[0]);
    QCOMPARE(available.count(), 0);
    QTRY_COMPARE(available.count(), 1);
    QCOMPARE(list.pending(), 2);
    QCOMPARE(list.taken(), 1);
    items = list.take(u"list"_s, u"a"_s, 5);
    QCOMPARE(urls(items), (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(items->front().attempts, 4);
}

void TestWorkList::knowsTheEnd()
{
    WorkList list(m_temp->project(), m_run);
    add({work(u"1"_s)});
    QTRY_COMPARE(list.pending(), 1);
    const Result<std::vector<WorkItem>> items = list.take(u"list"_s, u"a"_s, 1);
    QVERIFY(!list.isFinished());
    QSignalSpy settled(&list, &WorkList::settled);
    Unit unit; // an answer that brings new work with its end
    unit.run = m_run;
    unit.newWork = {work(u"2"_s)};
    unit.ended = {{items->front().id, WorkState::Done, 1, {}}};
    m_temp->writer().post(unit);
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(!list.isFinished());
    end(list.take(u"list"_s, u"a"_s, 1)->front().id, WorkState::Failed);
    QTRY_COMPARE(settled.count(), 2);
    QVERIFY(list.isFinished());
}

void TestWorkList::ignoresDuplicates()
{
    WorkList list(m_temp->project(), m_run);
    add({work(u"1"_s), work(u"1"_s)});
    add({work(u"1"_s), work(u"2"_s)});
    QTRY_COMPARE(list.pending(), 2);
    QCOMPARE(urls(list.take(u"list"_s, u"a"_s, 5)), (QStringList{u"1"_s, u"2"_s}));
}

void TestWorkList::resumes()
{
    add({work(u"1"_s), work(u"2"_s), work(u"3"_s)});
    {
        WorkList list(m_temp->project(), m_run);
        QCOMPARE(list.pending(), 3);
        end(list.take(u"list"_s, u"a"_s, 2)->front().id);
    }
    QVERIFY(m_temp->reopen());
    WorkList list(m_temp->project(), m_run);
    QCOMPARE(list.taken(), 0);
    QCOMPARE(urls(list.take(u"list"_s, u"a"_s, 5)), (QStringList{u"2"_s, u"3"_s}));
}

void TestWorkList::asksAgain()
{
    WorkList list(m_temp->project(), m_run);
    add({work(u"1"_s), work(u"2"_s)});
    QTRY_COMPARE(list.pending(), 2);
    QSignalSpy available(&list, &WorkList::available);
    end(list.take(u"list"_s, u"a"_s, 1)->front().id, WorkState::Pending);
    QTRY_COMPARE(list.taken(), 0);
    QCOMPARE(available.count(), 1);
    QCOMPARE(list.pending(), 2);
    const Result<std::vector<WorkItem>> items = list.take(u"list"_s, u"a"_s, 5);
    QCOMPARE(urls(items), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(items->front().attempts, 1);
}

// A list made while ends of an earlier one are still on their way to the disk.
void TestWorkList::endedByOthers()
{
    add({work(u"1"_s), work(u"2"_s), work(u"3"_s)});
    WorkList list(m_temp->project(), m_run);
    QCOMPARE(urls(list.take(u"list"_s, u"a"_s, 1)), QStringList{u"1"_s});
    end(2);
    QTRY_COMPARE(list.pending(), 1);
    QCOMPARE(list.taken(), 1);
    QCOMPARE(urls(list.take(u"list"_s, u"a"_s, 5)), QStringList{u"3"_s});
    QCOMPARE(list.pending(), 0);
    end(1);
    end(3);
    QTRY_VERIFY(list.isFinished());
}

void TestWorkList::manyHosts()
{
    WorkList list(m_temp->project(), m_run);
    std::vector<WorkAdd> added;
    for (int i = 0; i < 1000; ++i)
        added.push_back(work(QString::number(i), u"list"_s, u"host%1"_s.arg(i)));
    add(added);
    QTRY_COMPARE(list.pending(), 1000);
    QCOMPARE(list.waitingHosts(), 1000);
    // In turn, and round again over those that still have some.
    QString host;
    for (int i = 0; i < 1500; ++i) {
        host = list.hostAfter(host);
        QCOMPARE(host, u"host%1"_s.arg(i < 1000 ? i : 2 * (i - 1000) + 1));
        if (i % 2 == 0 || i >= 1000)
            QCOMPARE(list.take(u"list"_s, host, 3)->size(), 1u);
    }
    QCOMPARE(list.waitingHosts(), 0);
    QCOMPARE(list.hostAfter(host), QString());
}

// A large backlog stays on disk: what is taken is right at its beginning and far behind.
void TestWorkList::largeBacklog()
{
    constexpr int Count = 50'000;
    WorkList list(m_temp->project(), m_run);
    for (int from = 0; from < Count; from += 1000) {
        Unit unit;
        unit.run = m_run;
        for (int i = from; i < from + 1000; ++i)
            unit.newWork.push_back(work(u"https://a.example/page%1.html"_s.arg(i)));
        m_temp->writer().post(unit);
    }
    QVERIFY(m_temp->flush());
    QTRY_COMPARE(list.pending(), Count);
    qint64 last = 0;
    qint64 taken = 0;
    while (list.pending() > 0) {
        const Result<std::vector<WorkItem>> items = list.take(u"list"_s, u"a"_s, 100);
        QVERIFY(items && !items->empty());
        for (const WorkItem &item : *items) {
            QVERIFY(item.id > last);
            last = item.id;
        }
        taken += qint64(items->size());
    }
    QCOMPARE(taken, Count);
}

QTEST_GUILESS_MAIN(TestWorkList)
#include "tst_worklist.moc"
