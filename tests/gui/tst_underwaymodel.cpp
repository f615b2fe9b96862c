// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/underwaymodel.h"
#include "models/activity/waterfall.h"
#include "support/tempproject.h"
#include "table/filterparser.h"
#include "table/requestschema.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::UnderWayFilter;
using models::UnderWayModel;
using net::UnderWay;
using Wait = UnderWay::Wait;

/// Requests under way as rows.
class TestUnderWayModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows();
    void rowsKeepTheirPlaces();
    void filterOfTheTable_data();
    void filterOfTheTable();
    void whatIsNotKnownHoldsNobodyBack();
    void bars();

private:
    static constexpr qint64 Now = 100'000'000'000;
    static UnderWay request(quint64 id, Wait wait, const QString &host, int number = 1)
    {
        UnderWay result;
        result.id = id;
        result.wait = wait;
        result.attempt.run = 1;
        result.attempt.host = net::HostKey(QUrl(u"http://"_s + host));
        result.attempt.url = u"http://%1/Page-%2"_s.arg(host).arg(id);
        result.attempt.number = number;
        result.attempt.queued = momentAt(Now - 4'000'000'000);
        if (wait > Wait::Retry) {
            result.attempt.admitted = momentAt(Now - 1'500'000'000);
            result.attempt.proxy = net::ProxyKey::restored(u"http://proxy.example:8080"_s);
        }
        return result;
    }
    static QList<UnderWay> some()
    {
        return {request(7, Wait::Headers, u"a.example"_s), request(3, Wait::Body, u"b.example"_s),
                request(5, Wait::Retry, u"a.example"_s, 2), request(9, Wait::Queue, u"ä.example"_s),
                request(8, Wait::Limiter, u"b.example:81"_s, 3)};
    }
    static table::Filter filter(const QString &text)
    {
        return table::FilterParser(table::requestSchema()).parse(text).value_or(table::Filter());
    }
    static QStringList column(const UnderWayModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }
};

void TestUnderWayModel::rows()
{
    UnderWayModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRequests(some(), Now);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.underWay(), 0);
    model.setRuns({1});
    QCOMPARE(model.underWay(), 5);
    QCOMPARE(column(model, UnderWayModel::State),
             (QStringList{u"receiving"_s, u"pause before attempt 2"_s, u"waiting for the first byte"_s,
                          u"waiting for the limiter"_s, u"in the queue"_s}));
    QCOMPARE(column(model, UnderWayModel::Seconds),
             (QStringList{u"1.5"_s, u"4.0"_s, u"1.5"_s, u"4.0"_s, u"4.0"_s}));
    QCOMPARE(column(model, UnderWayModel::Attempt), (QStringList{u"1"_s, u"2"_s, u"1"_s, u"3"_s, u"1"_s}));
    QCOMPARE(model.index(0, UnderWayModel::Proxy).data().toString(), u"http://proxy.example:8080"_s);
    QCOMPARE(model.index(0, UnderWayModel::Address).data().toString(), u"/Page-3"_s);
    QCOMPARE(model.index(0, UnderWayModel::Address).data(Qt::ToolTipRole).toString(),
             u"http://b.example/Page-3"_s);
    model.setWait(Wait::Limiter);
    QCOMPARE(column(model, UnderWayModel::Host), QStringList{u"b.example:81"_s});
    QCOMPARE(model.underWay(), 5);
    model.setRuns({2});
    QCOMPARE(model.underWay(), 0);
}

/// A row that is looked at stays the same one while others come and go.
void TestUnderWayModel::rowsKeepTheirPlaces()
{
    UnderWayModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({1});
    model.setRequests(some(), Now);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex watched(model.index(2, UnderWayModel::Address));
    QList<UnderWay> next = some();
    next.removeAt(1);
    next[0].wait = Wait::Body;
    next.prepend(request(1, Wait::Queue, u"c.example"_s));
    next.append(request(12, Wait::Queue, u"c.example"_s));
    model.setRequests(next, Now + 1'000'000'000);
    QCOMPARE(model.rowCount(), 6);
    QVERIFY(watched.isValid());
    QCOMPARE(watched.data().toString(), u"/Page-7"_s);
    QCOMPARE(watched.sibling(watched.row(), UnderWayModel::State).data().toString(), u"receiving"_s);
    QCOMPARE(watched.sibling(watched.row(), UnderWayModel::Seconds).data().toString(), u"2.5"_s);
    model.setRequests({}, Now);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!watched.isValid());
    QCOMPARE(resets.size(), 0);
}

void TestUnderWayModel::filterOfTheTable_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"host = a.example",
                              "host = A.Example",
                              "host contains example:",
                              "host in (a.example, b.example)",
                              "host != a.example",
                              "proxy contains proxy",
                              "proxy empty",
                              "proxy not empty",
                              "proxy in (empty, x)",
                              "url contains PAGE-7",
                              "url = http://a.example/page-7",
                              "host matches /^[AB][.]/",
                              "host not matches /^a/",
                              "attempt >= 2",
                              "attempt = 2",
                              "attempt between 2 and 3",
                              "attempt in (1, 3)",
                              "method = GET",
                              "method != get",
                              "host > b",
                              "host <= b.example",
                              "host contains \u00c4",
                              "* contains example:81",
                              "host has words A",
                              "host has words example",
                              "host has words exam*",
                              "url has words \"\"\"example page\"\"\"",
                              "url has words page-7",
                              "host not has words \"a example\"",
                              "attempt has words 2",
                              "proxy has words 8080",
                              "* has words \"example 81\"",
                              "* not has words proxy",
                              "* not contains proxy",
                              "host contains a and attempt < 2"})
        QTest::newRow(where) << QString::fromUtf8(where);
}

/// A condition means the same for those under way as for those in the table.
void TestUnderWayModel::filterOfTheTable()
{
    QFETCH(const QString, where);
    const auto parsed = table::FilterParser(table::requestSchema()).parse(where);
    QVERIFY2(parsed, qPrintable(where));
    test::TempProject temp;
    const store::RunId run = temp.writer().postRun(u"check"_s, {});
    std::vector<store::AttemptRecord> records;
    for (const UnderWay &one : some()) {
        store::AttemptRecord record;
        record.run = run;
        record.url = one.attempt.url;
        record.host = one.attempt.host.toString();
        record.method = u"GET"_s;
        record.number = one.attempt.number;
        record.proxy = one.attempt.proxy.toString();
        records.push_back(record);
    }
    temp.writer().postAttempts(records);
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const auto ids = reader->ids({&table::requestSchema(), {run}, *parsed, {}});
    QVERIFY(ids);
    const auto found = reader->rows(table::requestSchema(), *ids);
    QVERIFY(found);
    QStringList stored;
    for (const table::Cells &row : *found)
        stored << table::toText(row[size_t(table::RequestColumn::Url)]);
    UnderWayFilter live;
    live.setRuns({1});
    live.setFilter(*parsed);
    QStringList passing;
    for (const UnderWay &one : some()) {
        if (live.passes(one))
            passing << one.attempt.url;
    }
    QCOMPARE(passing, stored);
}

void TestUnderWayModel::whatIsNotKnownHoldsNobodyBack()
{
    UnderWayModel model;
    model.setRuns({1});
    model.setRequests(some(), Now);
    model.setFilter(filter(u"status = 404"_s));
    QCOMPARE(model.rowCount(), 5);
    model.setFilter(filter(u"status = 404 and host = a.example"_s));
    QCOMPARE(model.rowCount(), 2);
}

/// What a bar is made of while its request waits, and once it is let go.
void TestUnderWayModel::bars()
{
    UnderWay one = request(1, Wait::Limiter, u"a.example"_s, 2);
    one.attempt.paused = std::chrono::seconds(2);
    one.attempt.limited = std::chrono::seconds(1);
    models::WaterfallBar bar = models::Waterfall::bar(one, Now, 100'000, 90'000);
    QCOMPARE(bar.begin, 4.0);
    QCOMPARE(bar.paused, 2.0);
    QCOMPARE(bar.queued, 4.0);
    QCOMPARE(bar.held, 1.0);
    QCOMPARE(bar.end(), 10.0);
    QVERIFY(bar.toolTip().contains(u"Held by the pace for 1.00 s"_s));
    one.wait = Wait::Headers;
    one.attempt.admitted = momentAt(Now - 1'000'000'000);
    bar = models::Waterfall::bar(one, Now, 100'000, 90'000);
    QCOMPARE(bar.begin, 4.0);
    QCOMPARE(bar.queued, 3.0);
    QCOMPARE(bar.answer, 1.0);
    QCOMPARE(bar.end(), 10.0);
    bar = models::Waterfall::bar(request(1, Wait::Retry, u"a.example"_s, 2), Now, 100'000, 90'000);
    QCOMPARE(bar.paused, 4.0);
    QCOMPARE(bar.queued, 0.0);
    QCOMPARE(bar.end(), 10.0);
}

QTEST_MAIN(TestUnderWayModel)
#include "tst_underwaymodel.moc"
