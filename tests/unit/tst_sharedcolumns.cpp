// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arrays/arraycache.h"

#include "store/schema/changefile.h"
#include "store/sqlite/database.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QFile>
#include <QFuture>
#include <QTest>
#include <QtConcurrentRun>

#include <array>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using P = PageColumn;

/// What one connection has read the others take over, when it is of the same rows.
class TestSharedColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areTakenOver();
    void notAfterSomethingWasWritten();
    void notOfAnotherFile();
    void notWhereRulesDiffer();
    void goWithTheirReaders();
    void fromManyThreads();

private:
    using Arrays = std::vector<std::shared_ptr<const ColumnArray>>;

    /// One connection.
    struct Reader
    {
        explicit Reader(const QString &path)
            : database(std::move(*ChangeFile::openProject(path)))
            , cache(path)
        {
        }

        Arrays ask(const RowQuery &query)
        {
            const auto found =
                cache.select(database, query, std::array{&pageSchema().columns[size_t(P::Status)]});
            return found && *found ? (*found)->columns : Arrays();
        }

        Database database;
        ArrayCache cache;
    };

    static void fill(test::TempProject &temp, int pages);
    static void addPage(test::TempProject &temp, RunId run, int number);

    std::unique_ptr<test::TempProject> m_temp;
    const RowQuery m_all{&pageSchema(), {1}, {}, {}};
    static constexpr int Pages = 500;
};

void TestSharedColumns::addPage(test::TempProject &temp, RunId run, int number)
{
    test::CrawlRows rows(run);
    rows.address(number, qPrintable(u"http://s.example/%1"_s.arg(number)));
    rows.page(number, number % 3 ? 200 : 404);
    temp.writer().post(rows.take());
}

void TestSharedColumns::fill(test::TempProject &temp, int pages)
{
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    for (int page = 1; page <= pages; ++page)
        addPage(temp, run, page);
    QVERIFY(temp.flush());
}

void TestSharedColumns::init()
{
    m_temp = std::make_unique<test::TempProject>();
    fill(*m_temp, Pages);
}

void TestSharedColumns::areTakenOver()
{
    Reader one(m_temp->path());
    Reader other(m_temp->path());
    const Arrays first = one.ask(m_all);
    QVERIFY(!first.empty());
    QCOMPARE(other.ask(m_all), first);
    // A filter on it costs no look at the rows, either.
    RowQuery broken = m_all;
    broken.filter.conditions.append({u"status"_s, FilterOp::AtLeast, {qint64(400)}, false});
    const auto recalled = other.cache.recall(other.database, broken);
    QVERIFY(recalled && *recalled);
    QCOMPARE((*recalled)->among.count(true), Pages / 3);
    // Rows of other runs are other rows.
    QVERIFY(other.ask({&pageSchema(), {}, {}, {}}) != first);
}

void TestSharedColumns::notAfterSomethingWasWritten()
{
    Reader one(m_temp->path());
    const Arrays before = one.ask(m_all);
    addPage(*m_temp, 1, Pages + 1);
    QVERIFY(m_temp->flush());
    Reader other(m_temp->path());
    const Arrays after = other.ask(m_all);
    QVERIFY(!after.empty());
    QCOMPARE(after.front()->ids()->size(), size_t(Pages) + 1);
    QCOMPARE(one.ask(m_all), after);
    QCOMPARE(before.front()->ids()->size(), size_t(Pages)); // whoever holds it still can
}

/// As often written to, at the same place.
void TestSharedColumns::notOfAnotherFile()
{
    test::TempProject temp;
    fill(temp, Pages);
    Reader one(m_temp->path());
    Reader other(temp.path());
    const Arrays first = one.ask(m_all);
    QVERIFY(first != other.ask(m_all));
    QVERIFY(m_temp->close());
    QVERIFY(temp.close());
    QVERIFY(QFile::rename(m_temp->path(), m_temp->filePath(u"before.linnet"_s)));
    QVERIFY(QFile::copy(temp.path(), m_temp->path()));
    Reader third(m_temp->path());
    const Arrays arrays = third.ask(m_all);
    QVERIFY(!arrays.empty() && arrays != first);
}

void TestSharedColumns::notWhereRulesDiffer()
{
    Reader one(m_temp->path());
    Reader other(m_temp->path());
    other.cache.shareNothing();
    const Arrays first = one.ask(m_all);
    const Arrays own = other.ask(m_all);
    QVERIFY(!own.empty() && own != first);
    Reader third(m_temp->path());
    QCOMPARE(third.ask(m_all), first);
}

void TestSharedColumns::goWithTheirReaders()
{
    std::weak_ptr<const ColumnArray> array;
    {
        Reader one(m_temp->path());
        array = one.ask(m_all).front();
        QVERIFY(!array.expired());
    }
    QVERIFY(array.expired());
}

void TestSharedColumns::fromManyThreads()
{
    QList<QFuture<bool>> answers;
    for (int thread = 0; thread < 8; ++thread) {
        answers.append(QtConcurrent::run([this] {
            constexpr int Rounds = 20;
            for (int round = 0; round < Rounds; ++round) {
                Reader reader(m_temp->path());
                const Arrays arrays = reader.ask(m_all);
                const auto values =
                    arrays.empty() ? std::vector<FacetEntry>() : arrays.front()->facet(10, QBitArray());
                if (values.size() != 2 || values.front().count != Pages - Pages / 3)
                    return false;
            }
            return true;
        }));
    }
    for (const QFuture<bool> &answer : answers)
        QVERIFY(answer.result());
}

QTEST_GUILESS_MAIN(TestSharedColumns)
#include "tst_sharedcolumns.moc"
