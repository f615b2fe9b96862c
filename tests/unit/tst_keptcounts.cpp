// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectmerge.h"
#include "store/read/rowcursor.h"
#include "store/read/sieve/keptcounts.h"
#include "store/sqlite/payfunction.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using table::Filter;
using table::FilterOp;

/// What was counted of a crawl stays in the project, as long as it is true.
class TestKeptCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areKnownAgain();
    void onlyOfTheirMoment();
    void onlyOfTheirProgram();
    void onlyOfTheirProject();
    void otherBytes();
    void keysTellFiltersApart();
    void whatRowsAreLookedAtWithLeavesThem();

private:
    static constexpr qint64 Pages = 40;
    static constexpr qint64 Told = 7777; ///< what no counting gives

    void addPage(qint64 number, int status);
    qint64 countOf(const Filter &filter);
    void keep(const QByteArray &counts);
    /// The project says something else of the filter than its rows.
    void keepOther(const Filter &filter);
    qint64 writes();

    std::unique_ptr<test::TempProject> m_temp;
    RunId m_run = 0;
    const Filter m_broken{{{u"status"_s, FilterOp::AtLeast, {qint64(400)}, false}}};
    const Filter m_fine{{{u"status"_s, FilterOp::Equals, {qint64(200)}, false}}};
};

void TestKeptCounts::init()
{
    m_temp = std::make_unique<test::TempProject>();
    m_run = m_temp->writer().postRun(u"crawl"_s, {});
    for (qint64 page = 1; page <= Pages; ++page)
        addPage(page, page % 4 ? 200 : 404);
}

void TestKeptCounts::addPage(qint64 number, int status)
{
    test::CrawlRows rows(m_run);
    rows.address(number, qPrintable(u"http://s.example/%1"_s.arg(number)));
    rows.page(number, status);
    m_temp->writer().post(rows.take());
    QVERIFY(m_temp->flush());
}

qint64 TestKeptCounts::countOf(const Filter &filter)
{
    const auto counts = m_temp->reader()->counts({&table::pageSchema(), {m_run}, {}, {}}, {{filter}});
    return counts ? counts->front() : -1;
}

void TestKeptCounts::keep(const QByteArray &counts)
{
    m_temp->writer().postAttachment(m_run, {0, AttachmentWrite::Kind::Counts, counts});
    QVERIFY(m_temp->flush());
}

qint64 TestKeptCounts::writes()
{
    const auto reader = m_temp->reader();
    const auto cursor = reader->cursor(table::pageSchema(), {0});
    return (*cursor)->writes().value_or(-1);
}

void TestKeptCounts::keepOther(const Filter &filter)
{
    const RowQuery query{&table::pageSchema(), {m_run}, filter, {}};
    keep(KeptCounts{writes(), {{KeptCounts::keyOf(query), Told}}}.pack());
}

void TestKeptCounts::areKnownAgain()
{
    const RowQuery all{&table::pageSchema(), {m_run}, {}, {}};
    {
        const auto reader = m_temp->reader();
        QVERIFY(reader->countsToKeep(m_run)->isEmpty()); // nothing was counted
        QCOMPARE(reader->countsInMemory(all, {{m_broken, m_fine}}), (std::vector<qint64>{10, 30}));
        keep(*reader->countsToKeep(m_run));
    }
    const auto reader = m_temp->reader();
    QCOMPARE(reader->counts(all, {{m_fine, m_broken}}), (std::vector<qint64>{30, 10}));
    QVERIFY(reader->countsToKeep(m_run)->isEmpty()); // it has them
    const Filter left{{{u"depth"_s, FilterOp::Empty, {}, false}}};
    const auto beside = reader->beside();
    QVERIFY(beside);
    QCOMPARE((*beside)->counts(all, {{left}})->front(), Pages);
    const KeptCounts both = KeptCounts::unpack(*reader->countsToKeep(m_run));
    QCOMPARE(both.counts.size(), 3);
    QCOMPARE(both.counts.value(KeptCounts::keyOf({&table::pageSchema(), {m_run}, left, {}})), Pages);
}

void TestKeptCounts::onlyOfTheirMoment()
{
    keepOther(m_broken);
    QCOMPARE(countOf(m_broken), Told); // it is not counted
    QCOMPARE(countOf(m_fine), 30);
    const auto reader = m_temp->reader();
    const RowQuery all{&table::pageSchema(), {m_run}, {}, {}};
    QCOMPARE(reader->counts(all, {{m_broken}})->front(), Told);
    addPage(Pages + 1, 404);
    QCOMPARE(reader->counts(all, {{m_broken}})->front(), 11);
    QCOMPARE(countOf(m_broken), 11);
}

void TestKeptCounts::onlyOfTheirProgram()
{
    keepOther(m_broken);
    const QString version = QCoreApplication::applicationVersion();
    QCoreApplication::setApplicationVersion(u"9.9.9"_s);
    const qint64 counted = countOf(m_broken);
    QCoreApplication::setApplicationVersion(version);
    QCOMPARE(counted, 10);
}

/// Another project has been written to as often by chance.
void TestKeptCounts::onlyOfTheirProject()
{
    test::TempProject other;
    const QString path = other.filePath(u"both.linnet"_s);
    keepOther(m_broken);
    const qint64 moment = writes();
    QVERIFY(m_temp->close());
    QCOMPARE(mergeProjects(other.path(), m_temp->path(), path), 1);
    const auto merged = RowReader::open(path);
    QVERIFY(merged);
    while ((*(*merged)->cursor(table::pageSchema(), {0}))->writes().value_or(moment) < moment) {
        const auto writer = Project::open(path);
        QVERIFY(writer);
        (*writer)->writer().postMemo(QLatin1StringView(PayRulesMemo), u"no rules"_s);
        QVERIFY((*writer)->close());
    }
    const auto counts = (*merged)->counts({&table::pageSchema(), {}, {}, {}}, {{m_broken}});
    QCOMPARE(counts->front(), 10);
    const RunId run = (*merged)->runs()->front().id;
    QCOMPARE((*merged)->counts({&table::pageSchema(), {run}, {}, {}}, {{m_broken}})->front(), 10);
}

void TestKeptCounts::otherBytes()
{
    const KeptCounts counts{3, {{"key", 4}}};
    const QByteArray packed = counts.pack();
    QCOMPARE(KeptCounts::unpack(packed).counts, counts.counts);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("counts"), packed.chopped(1), packed + '\0'})
        QCOMPARE(KeptCounts::unpack(bytes).writes, -1);
    keep("counts");
    QCOMPARE(countOf(m_broken), 10);
}

void TestKeptCounts::keysTellFiltersApart()
{
    const auto key = [](const Filter &filter) {
        return KeptCounts::keyOf({&table::pageSchema(), {1}, filter, {}});
    };
    const QList<Filter> filters{
        {},
        {{{u"status"_s, FilterOp::Equals, {qint64(1)}, false}}},
        {{{u"status"_s, FilterOp::Equals, {qint64(1)}, true}}},
        {{{u"status"_s, FilterOp::Equals, {1.0}, false}}},
        {{{u"status"_s, FilterOp::Equals, {u"1"_s}, false}}},
        {{{u"status"_s, FilterOp::Equals, {true}, false}}},
        {{{u"depth"_s, FilterOp::Equals, {qint64(1)}, false}}},
        {{{u"status"_s, FilterOp::OneOf, {qint64(1)}, false}}},
        {{{u"status"_s, FilterOp::OneOf, {qint64(1), qint64(1)}, false}}},
        {{{u"status"_s, FilterOp::OneOf, {}, false}, {u"status"_s, FilterOp::OneOf, {qint64(1)}, false}}},
    };
    QSet<QByteArray> keys;
    for (const Filter &filter : filters) {
        keys.insert(key(filter));
        keys.insert(KeptCounts::keyOf({&table::linkSchema(), {1}, filter, {}}));
    }
    QCOMPARE(keys.size(), 2 * filters.size());
}

/// The view of a table is written at each change of its filter.
void TestKeptCounts::whatRowsAreLookedAtWithLeavesThem()
{
    const qint64 before = writes();
    m_temp->writer().postMemo(u"view/1"_s, u"{}"_s);
    QVERIFY(m_temp->flush());
    QCOMPARE(writes(), before);
    m_temp->writer().postMemo(QLatin1StringView(PayRulesMemo), u"no rules"_s);
    QVERIFY(m_temp->flush());
    QCOMPARE(writes(), before + 1);
}

QTEST_GUILESS_MAIN(TestKeptCounts)
#include "tst_keptcounts.moc"
