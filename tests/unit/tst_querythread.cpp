// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "store/read/querythread.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using linnet::test::TempProject;
using linnet::test::vacancyRow;
using C = VacancyColumn;

namespace {

/// Collects what a QueryThread answers.
class Answers
{
public:
    explicit Answers(QueryThread &thread)
    {
        QObject::connect(&thread, &QueryThread::built, &m_context,
                         [this](quint64 generation, const Result<IdVectorPtr> &ids) {
                             built.emplace_back(generation, ids);
                             if (ids)
                                 all.insert(all.end(), (*ids)->begin(), (*ids)->end());
                         });
        QObject::connect(&thread, &QueryThread::appended, &m_context,
                         [this](quint64 generation, const Result<IdVectorPtr> &ids) {
                             appended.emplace_back(generation, ids);
                             if (ids)
                                 all.insert(all.end(), (*ids)->begin(), (*ids)->end());
                         });
        QObject::connect(
            &thread, &QueryThread::facetReady, &m_context,
            [this](quint64 ticket, const QString &, const Result<std::vector<FacetEntry>> &entries) {
                facets.emplace(ticket, entries);
            });
        QObject::connect(&thread, &QueryThread::statisticsReady, &m_context,
                         [this](quint64 ticket, const QString &, const Result<ColumnStatistics> &numbers) {
                             statistics.emplace(ticket, numbers);
                         });
    }

    std::vector<std::pair<quint64, Result<IdVectorPtr>>> built;
    std::vector<std::pair<quint64, Result<IdVectorPtr>>> appended;
    std::vector<qint64> all; // of all builds and appends
    std::map<quint64, Result<std::vector<FacetEntry>>> facets;
    std::map<quint64, Result<ColumnStatistics>> statistics;

private:
    QObject m_context;
};

RowQuery query(QList<Condition> conditions = {})
{
    RowQuery result;
    result.schema = &vacancySchema();
    result.filter.conditions = std::move(conditions);
    return result;
}

/// Takes long for many rows, and is easily interrupted.
RowQuery slowQuery()
{
    return query({{u"vacancy"_s, FilterOp::Matches, {u"(.*)(.*)(.*)(.*)x$"_s}, false}});
}

} // namespace

class TestQueryThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void builds();
    void firstRowsComeFirst();
    void newestBuildWins();
    void aFacetLetsABuildPass();
    void newestFacetOfAColumnWins();
    void dropsTickets();
    void statistics();
    void errors();
    void appendsEachRowOnce();
    void endsWhileBusy();

private:
    std::unique_ptr<TempProject> m_temp;
    static constexpr int Rows = 20'000;
};

void TestQueryThread::initTestCase()
{
    m_temp = std::make_unique<TempProject>();
    const RunId run = m_temp->writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    for (int i = 0; i < Rows; ++i)
        unit.rows.push_back(
            vacancyRow(QString::number(i), {{C::Vacancy, u"analyst of all things, number %1"_s.arg(i)},
                                            {C::SalaryFrom, double(i)},
                                            {C::Area, i % 3 ? u"A"_s : u"B"_s}}));
    m_temp->writer().post(unit);
    QVERIFY(m_temp->flush());
}

void TestQueryThread::builds()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    const quint64 generation = thread.build(query({{u"salary_from"_s, FilterOp::Less, {3.0}, false}}));
    QVERIFY(answers.built.empty());
    QTRY_COMPARE(answers.built.size(), 1u);
    QCOMPARE(answers.built[0].first, generation);
    QCOMPARE(**answers.built[0].second, (IdVector{1, 2, 3}));
}

void TestQueryThread::firstRowsComeFirst()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    IdVector first;
    size_t builtBefore = 0;
    QObject context;
    QObject::connect(&thread, &QueryThread::begun, &context, [&](quint64, const IdVectorPtr &ids) {
        QVERIFY(first.empty());
        first = *ids;
        builtBefore = answers.built.size();
    });
    // All pass, each after a while.
    thread.build(query({{u"salary_from"_s, FilterOp::Less, {8000.0}, false},
                        {u"vacancy"_s, FilterOp::Matches, {u"^(.*)(.*)(.*)(.*)x$|analyst"_s}, false}}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.built.size(), 1u, 60'000);
    QVERIFY(!first.empty());
    QCOMPARE(builtBefore, 0u);
    const IdVector &all = **answers.built[0].second;
    QCOMPARE(all.size(), 8000u);
    QVERIFY(first.size() < all.size());
    QVERIFY(std::equal(first.begin(), first.end(), all.begin()));
    // In another order nothing is known before all is.
    RowQuery sorted = query();
    sorted.sort = {{u"vacancy"_s, true, {}}};
    const IdVector before = first;
    thread.build(sorted);
    QTRY_COMPARE(answers.built.size(), 2u);
    QCOMPARE(first, before);
}

void TestQueryThread::newestBuildWins()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    quint64 newest = 0;
    for (int i = 0; i < 30; ++i) {
        thread.build(slowQuery());
        newest = thread.build(query());
    }
    QTRY_COMPARE(answers.built.size(), 1u);
    QCOMPARE(answers.built[0].first, newest);
    QCOMPARE((*answers.built[0].second)->size(), size_t(Rows));
    // Nothing of an old generation may come in later.
    const quint64 ticket = thread.facet(query(), u"area"_s, 5);
    QTRY_VERIFY(answers.facets.contains(ticket));
    QCOMPARE(answers.built.size(), 1u);
}

void TestQueryThread::aFacetLetsABuildPass()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    bool facetFirst = false;
    QObject context;
    QObject::connect(&thread, &QueryThread::built, &context, [&] { facetFirst = !answers.facets.empty(); });
    const quint64 ticket = thread.facet(slowQuery(), u"area"_s, 5);
    thread.build(query());
    QTRY_COMPARE(answers.built.size(), 1u);
    QVERIFY(!facetFirst);
    QTRY_VERIFY_WITH_TIMEOUT(answers.facets.contains(ticket), 30'000);
    QVERIFY(answers.facets.at(ticket));
    QVERIFY(answers.facets.at(ticket)->empty());
}

void TestQueryThread::newestFacetOfAColumnWins()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    const quint64 old = thread.facet(slowQuery(), u"area"_s, 5);
    const quint64 other = thread.facet(query(), u"has_test"_s, 5);
    const quint64 newer = thread.facet(query(), u"area"_s, 5);
    QTRY_COMPARE(answers.facets.size(), 2u);
    QVERIFY(!answers.facets.contains(old));
    QVERIFY(answers.facets.contains(other));
    const std::vector<FacetEntry> expected{{u"A"_s, Rows - (Rows + 2) / 3}, {u"B"_s, (Rows + 2) / 3}};
    QCOMPARE(*answers.facets.at(newer), expected);
}

void TestQueryThread::dropsTickets()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    thread.facet(slowQuery(), u"area"_s, 5);
    thread.facet(query(), u"has_test"_s, 5);
    thread.dropTickets();
    thread.build(query());
    QTRY_COMPARE(answers.built.size(), 1u);
    const quint64 ticket = thread.facet(query(), u"state"_s, 5);
    QTRY_VERIFY(answers.facets.contains(ticket));
    QCOMPARE(answers.facets.size(), 1u);
}

void TestQueryThread::statistics()
{
    QueryThread thread(m_temp->path());
    Answers answers(thread);
    const quint64 ticket = thread.statistics(query(), u"salary_from"_s, 10);
    QTRY_VERIFY(answers.statistics.contains(ticket));
    const ColumnStatistics &numbers = *answers.statistics.at(ticket);
    QCOMPARE(numbers.known, Rows);
    QCOMPARE(numbers.max, Rows - 1.0);
    QCOMPARE(numbers.buckets, std::vector<qint64>(10, Rows / 10));
}

void TestQueryThread::errors()
{
    QueryThread bad(m_temp->filePath(u"none.linnet"_s));
    Answers badAnswers(bad);
    bad.build(query());
    const quint64 ticket = bad.facet(query(), u"area"_s, 5);
    QTRY_VERIFY(badAnswers.facets.contains(ticket));
    QCOMPARE(badAnswers.facets.at(ticket).error().reason, Reason::Io);
    QCOMPARE(badAnswers.built.at(0).second.error().reason, Reason::Io);

    QueryThread thread(m_temp->path());
    Answers answers(thread);
    thread.build(query({{u"nowhere"_s, FilterOp::Empty, {}, false}}));
    QTRY_COMPARE(answers.built.size(), 1u);
    QCOMPARE(answers.built[0].second.error().reason, Reason::BadValue);
}

// While rows come in, builds and appends together have every row once, whatever was committed when.
void TestQueryThread::appendsEachRowOnce()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    QueryThread thread(temp.path());
    Answers answers(thread);
    const RowQuery wanted = query({{u"salary_from"_s, FilterOp::Less, {5.0}, false}});
    quint64 generation = 0;
    QObject context;
    QObject::connect(&temp.writer(), &Writer::committed, &context, [&](const Committed &change) {
        for (const Committed::Rows &rows : change.rows)
            thread.appendNew(generation, wanted, rows.firstId, rows.lastId);
    });
    constexpr int Units = 400;
    for (int i = 0; i < Units; ++i) {
        Unit unit;
        unit.run = run;
        for (int j = 0; j < 10; ++j)
            unit.rows.push_back(vacancyRow(u"%1/%2"_s.arg(i).arg(j), {{C::SalaryFrom, double(j)}}));
        temp.writer().post(unit);
        if (i == Units / 4)
            QVERIFY(temp.flush()); // so that something is there
        if (i == Units / 2)
            generation = thread.build(wanted);
        if (i == Units * 3 / 4)
            QTRY_COMPARE(answers.built.size(), 1u); // so that the rest can only be appended
        QCoreApplication::sendPostedEvents();
    }
    QVERIFY(temp.flush());
    QTRY_COMPARE(answers.all.size(), size_t(Units * 5));
    IdVector expected = *temp.reader()->ids(wanted);
    QCOMPARE(answers.all, expected);
    QVERIFY(!answers.appended.empty());
    // Appends of an old generation, or before the first build, are not answered.
    const size_t before = answers.appended.size();
    thread.build(query());
    thread.appendNew(generation, wanted, 1, 10);
    QueryThread fresh(temp.path());
    Answers none(fresh);
    fresh.appendNew(0, wanted, 1, 10);
    const quint64 ticket = fresh.facet(wanted, u"area"_s, 1);
    QTRY_VERIFY(none.facets.contains(ticket));
    QVERIFY(none.appended.empty());
    QTRY_COMPARE(answers.built.size(), 2u);
    QCOMPARE(answers.appended.size(), before);
}

void TestQueryThread::endsWhileBusy()
{
    size_t answered = 0;
    for (int i = 0; i < 20; ++i) {
        QueryThread thread(m_temp->path());
        Answers answers(thread);
        for (int n = 0; n < 10; ++n)
            thread.facet(slowQuery(), vacancySchema().columns[size_t(n)].key, 5);
        thread.build(slowQuery());
        if (i % 2)
            QThread::usleep(ulong(i) * 300);
        answered += answers.built.size() + answers.facets.size();
    }
    QCOMPARE(answered, 0u); // what was not delivered before the end is not delivered
}

QTEST_GUILESS_MAIN(TestQueryThread)
#include "tst_querythread.moc"
