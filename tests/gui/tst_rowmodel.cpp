// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowmodel.h"

#include "support/crawlrows.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::RowModel;
using table::Condition;
using table::Filter;
using table::FilterOp;
using table::VacancyColumn;

class TestRowModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsPages();
    void appendsWhatIsCommitted();
    void firstRowsAreShownFirst();
    void filterDecidesAboutNewRows();
    void lateRowsStayBelow();
    void updatesOnlyChangeCells();
    void runsAreApart();
    void totalWithoutHavingSeenAll();
    void badFilterIsTold();
    void racesEndRight();
    void readsWhatTakesLongWhenItIsLookedAt();
    void manyRows();
    void closingWhileAsking();

private:
    void open();
    void post(const store::Unit &unit);
    QString text(int row, VacancyColumn column) const;
    /// The display text once its page is there.
    QString loadedText(int row, VacancyColumn column) const;
    QStringList columnTexts(VacancyColumn column) const;
    bool isQuiet() const;

    std::unique_ptr<test::TempProject> m_project;
    std::unique_ptr<store::QueryThread> m_queries;
    std::unique_ptr<store::PageReader> m_pages;
    std::unique_ptr<RowModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    store::RunId m_run = 0;
};

namespace {

const Filter RubOnly{{Condition{u"currency"_s, FilterOp::OneOf, {u"RUR"_s}, false}}};

} // namespace

void TestRowModel::init()
{
    m_project = std::make_unique<test::TempProject>();
    QVERIFY(m_project->isOpen());
    m_run = m_project->writer().postRun(u"vacancies"_s, {});
    m_model = std::make_unique<RowModel>(table::vacancySchema());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&m_project->writer(), &store::Writer::committed, m_model.get(), &RowModel::commit);
}

void TestRowModel::cleanup()
{
    m_model->setReaders(nullptr, nullptr);
    m_tester.reset();
    m_model.reset();
    m_queries.reset();
    m_pages.reset();
    m_project.reset();
}

void TestRowModel::open()
{
    m_queries = std::make_unique<store::QueryThread>(m_project->path());
    m_pages = std::make_unique<store::PageReader>(m_project->path());
    m_model->setReaders(m_queries.get(), m_pages.get());
}

void TestRowModel::post(const store::Unit &unit)
{
    m_project->writer().post(unit);
    QVERIFY(m_project->flush());
}

QString TestRowModel::text(int row, VacancyColumn column) const
{
    return m_model->index(row, int(column)).data().toString();
}

QString TestRowModel::loadedText(int row, VacancyColumn column) const
{
    const QModelIndex index = m_model->index(row, int(column));
    const bool loaded = QTest::qWaitFor([&] { return index.data(RowModel::LoadedRole).toBool(); }, 30'000);
    return loaded ? index.data().toString() : u"<not loaded>"_s;
}

QStringList TestRowModel::columnTexts(VacancyColumn column) const
{
    QStringList result;
    for (int row = 0; row < m_model->rowCount(); ++row)
        result << loadedText(row, column);
    return result;
}

bool TestRowModel::isQuiet() const
{
    return !m_model->isBuilding();
}

void TestRowModel::showsPages()
{
    post(test::inventedUnit(m_run, 0, 600));
    open();
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setQuery({m_run}, {}, {});
    QVERIFY(m_model->isBuilding());
    QTRY_COMPARE(m_model->rowCount(), 600);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_model->total(), 600);
    QCOMPARE(text(303, VacancyColumn::Vacancy), u"…"_s);
    QCOMPARE(m_model->index(303, 0).data(RowModel::LoadedRole).toBool(), false);
    QCOMPARE(loadedText(303, VacancyColumn::Vacancy), u"Бухгалтер, первичка 303"_s);
    QCOMPARE(loadedText(599, VacancyColumn::Id), u"599"_s);
    QCOMPARE(loadedText(4, VacancyColumn::Id), u"4"_s);
    const QModelIndex salary = m_model->index(4, int(VacancyColumn::SalaryFrom));
    QCOMPARE(salary.data(RowModel::RawRole).toDouble(), 40'000.0 + 4 * 7919);
    QCOMPARE(Qt::Alignment(salary.data(Qt::TextAlignmentRole).toInt()), Qt::AlignRight | Qt::AlignVCenter);
    QVERIFY(salary.data(Qt::ToolTipRole).toString().contains(u"71676"_s));
    QVERIFY(salary.data(Qt::AccessibleTextRole).toString().startsWith(u"Salary from: "_s));
    QCOMPARE(m_model->headerData(int(VacancyColumn::Employer), Qt::Horizontal).toString(), u"Employer"_s);
    QCOMPARE(m_model->headerData(int(VacancyColumn::Description), Qt::Horizontal, Qt::ToolTipRole).toString(),
             u"Sorted by the first 64 characters"_s);
}

void TestRowModel::appendsWhatIsCommitted()
{
    open();
    m_model->setQuery({m_run}, {}, {});
    QTRY_VERIFY(isQuiet());
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    for (int i = 0; i < 30; ++i)
        m_project->writer().post(test::inventedUnit(m_run, i * 20, 20));
    QTRY_COMPARE(m_model->rowCount(), 600);
    QVERIFY2(inserted.size() <= 30, "rows are inserted in batches");
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->lateRows(), 0);
    QCOMPARE(m_model->total(), 600);
    for (int n = 0; n < 600; ++n)
        QCOMPARE(loadedText(n, VacancyColumn::Id), QString::number(n));
}

void TestRowModel::firstRowsAreShownFirst()
{
    store::Unit unit = test::inventedUnit(m_run, 0, 8000);
    for (store::RowWrite &row : unit.rows)
        row.cells[size_t(VacancyColumn::Vacancy)] = u"analyst of all things whatsoever"_s;
    post(unit);
    open();
    QSignalSpy resets(m_model.get(), &RowModel::modelReset);
    QSignalSpy inserts(m_model.get(), &RowModel::rowsInserted);
    const Filter slow{{{u"vacancy"_s, FilterOp::Matches, {u"^(.*)(.*)(.*)(.*)x$|analyst"_s}, false}}};
    m_model->setQuery({m_run}, slow, {});
    QTRY_VERIFY_WITH_TIMEOUT(!resets.isEmpty(), 60'000);
    QVERIFY(m_model->isBuilding());
    const int shown = m_model->rowCount();
    QVERIFY(shown > 0);
    QCOMPARE(loadedText(0, VacancyColumn::Vacancy), u"analyst of all things whatsoever"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 60'000);
    // The others came below, nothing else moved.
    QCOMPARE(m_model->rowCount(), 8000);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(inserts[0][1].toInt(), shown);
}

void TestRowModel::filterDecidesAboutNewRows()
{
    open();
    m_model->setQuery({m_run}, RubOnly, {});
    QTRY_VERIFY(isQuiet());
    post(test::inventedUnit(m_run, 0, 300));
    // Two of three have a salary, of these one in ten in dollars.
    const int expected = int(m_project->reader()->count(m_model->query()).value_or(-1));
    QVERIFY(expected > 100 && expected < 300);
    QTRY_COMPARE(m_model->rowCount(), expected);
    QTRY_COMPARE(m_model->total(), 300);
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(loadedText(row, VacancyColumn::Currency), u"RUR"_s);
}

void TestRowModel::lateRowsStayBelow()
{
    post(test::inventedUnit(m_run, 100, 50));
    open();
    m_model->setQuery({m_run}, {}, {{u"salary_from"_s, true}});
    QTRY_COMPARE(m_model->rowCount(), 50);
    const qint64 first = m_model->idAt(0);
    QSignalSpy counts(m_model.get(), &RowModel::countsChanged);
    post(test::inventedUnit(m_run, 0, 20));
    QTRY_COMPARE(m_model->rowCount(), 70);
    QCOMPARE(m_model->lateRows(), 20);
    QVERIFY(!counts.isEmpty());
    QCOMPARE(m_model->idAt(0), first);
    QCOMPARE(loadedText(50, VacancyColumn::Id), u"0"_s);

    m_model->refresh();
    QTRY_VERIFY(isQuiet());
    QCOMPARE(m_model->lateRows(), 0);
    QCOMPARE(m_model->rowCount(), 70);
    QTRY_VERIFY(m_model->index(0, 0).data(RowModel::LoadedRole).toBool());
    double before = 1e18;
    for (int row = 0; row < 70; ++row) {
        const QVariant raw = m_model->index(row, int(VacancyColumn::SalaryFrom)).data(RowModel::RawRole);
        const double amount = raw.isNull() ? -1 : raw.toDouble();
        QVERIFY(amount <= before);
        before = amount;
    }
}

void TestRowModel::updatesOnlyChangeCells()
{
    post(test::inventedUnit(m_run, 0, 300, false));
    open();
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 300);
    QCOMPARE(loadedText(10, VacancyColumn::State), u"not read yet"_s);
    QCOMPARE(text(10, VacancyColumn::Skills), QString());
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    post(test::inventedUnit(m_run, 10, 1, true, store::RowMode::Merge));
    QTRY_COMPARE(text(10, VacancyColumn::State), u"read"_s);
    QCOMPARE(text(10, VacancyColumn::Skills), u"SQL; Python; A/B tests"_s);
    QCOMPARE(text(11, VacancyColumn::State), u"not read yet"_s);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->changedRows(), 0);

    m_model->setQuery({m_run}, {{Condition{u"state"_s, FilterOp::OneOf, {u"listed"_s}, false}}}, {});
    QTRY_COMPARE(m_model->rowCount(), 299);
    post(test::inventedUnit(m_run, 20, 5, true, store::RowMode::Merge));
    QTRY_COMPARE(m_model->changedRows(), 5);
    QCOMPARE(m_model->rowCount(), 299);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 294);
    QCOMPARE(m_model->changedRows(), 0);
}

void TestRowModel::runsAreApart()
{
    const store::RunId other = m_project->writer().postRun(u"vacancies"_s, {});
    post(test::inventedUnit(m_run, 0, 10));
    open();
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 10);
    post(test::inventedUnit(other, 0, 25));
    post(test::inventedUnit(m_run, 10, 1));
    QTRY_COMPARE(m_model->rowCount(), 11);
    m_model->setQuery({}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 36);
    m_model->setQuery({other}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 25);
    QCOMPARE(m_model->total(), 25);
}

void TestRowModel::totalWithoutHavingSeenAll()
{
    post(test::inventedUnit(m_run, 0, 90));
    open();
    m_model->setQuery({m_run}, RubOnly, {});
    QTRY_COMPARE(m_model->total(), 90);
    QVERIFY(m_model->rowCount() < 90);
    post(test::inventedUnit(m_run, 90, 30));
    QTRY_COMPARE(m_model->total(), 120);
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 120);
    QCOMPARE(m_model->total(), 120);
}

void TestRowModel::badFilterIsTold()
{
    post(test::inventedUnit(m_run, 0, 10));
    open();
    QSignalSpy failed(m_model.get(), &RowModel::failed);
    m_model->setQuery({m_run}, {{Condition{u"vacancy"_s, FilterOp::Matches, {u"("_s}, false}}}, {});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_model->error().reason, Reason::BadValue);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_model->error().reason, Reason::None);
}

// Rows stream, are completed, and the user filters and sorts meanwhile: after it all the table is what a
// fresh query gives, without a row twice or missing.
void TestRowModel::racesEndRight()
{
    open();
    m_model->setQuery({m_run}, {}, {});
    std::mt19937 random(20261121);
    const QList<Filter> filters{
        {}, RubOnly, {{Condition{u"vacancy"_s, FilterOp::Contains, {u"аналитик"_s}, false}}}};
    const QList<table::Sort> sorts{
        {}, {{u"salary_from"_s, false}}, {{u"employer"_s, true}, {u"id"_s, false}}};
    for (int step = 0; step < 120; ++step) {
        m_project->writer().post(test::inventedUnit(m_run, step * 15, 15, false));
        if (step % 3 == 0)
            m_project->writer().post(test::inventedUnit(m_run, step * 5, 10, true, store::RowMode::Merge));
        if (random() % 4 == 0)
            m_model->setQuery({m_run}, filters[qsizetype(random() % 3)], sorts[qsizetype(random() % 3)]);
        if (random() % 3 == 0)
            QTest::qWait(int(random() % 8));
    }
    m_model->setQuery({m_run}, RubOnly, {});
    QVERIFY(m_project->flush());
    const auto expected = m_project->reader()->ids(m_model->query());
    QVERIFY(expected);
    QTRY_COMPARE(m_model->rowCount(), int(expected->size()));
    QCOMPARE(*m_model->ids(), *expected);
    QTRY_COMPARE(m_model->total(), 120 * 15);

    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 120 * 15);
    const auto reader = m_project->reader();
    const auto rows = reader->rows(m_model->schema(), *m_model->ids());
    QVERIFY(rows);
    for (int row = 0; row < m_model->rowCount(); row += 97)
        QTRY_COMPARE(text(row, VacancyColumn::State),
                     (*rows)[size_t(row)][size_t(VacancyColumn::State)] == table::Value(u"complete"_s)
                         ? u"read"_s
                         : u"not read yet"_s);
}

/// What is reckoned of all pages of a crawl is empty until its column is shown.
void TestRowModel::readsWhatTakesLongWhenItIsLookedAt()
{
    using P = table::PageColumn;
    const store::RunId run = m_project->writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    for (int i = 1; i <= 2; ++i) {
        rows.address(i, i == 1 ? "https://site.example/a" : "https://site.example/b");
        rows.page(i, 200, {{P::Simhash, QString::number(i)}, {P::TextHash, QString::number(i)}});
    }
    RowModel model(table::pageSchema());
    connect(&m_project->writer(), &store::Writer::committed, &model, &RowModel::commit);
    post(rows.take());
    open();
    model.setReaders(m_queries.get(), m_pages.get());
    model.setQuery({run}, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, 30'000);
    const auto cells = [&] { return model.cells(1); };
    QTRY_VERIFY_WITH_TIMEOUT(cells(), 30'000);
    QVERIFY(table::isNull((*cells())[size_t(P::NearDistance)]));
    QCOMPARE((*cells())[size_t(P::Simhash)], table::Value(u"2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(model.index(1, int(P::NearDistance)).data().toString(), u"2"_s, 30'000);
    QCOMPARE(model.index(1, int(P::NearGroup)).data().toString(), u"https://site.example/a"_s);
    model.setReaders(nullptr, nullptr);
}

void TestRowModel::manyRows()
{
    constexpr int Count = 200'000;
    for (int first = 0; first < Count; first += 2000)
        m_project->writer().post(test::inventedUnit(m_run, first, 2000, false));
    QVERIFY(m_project->flush());
    open();
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), Count, 60'000);
    QCOMPARE(loadedText(Count - 1, VacancyColumn::Id), QString::number(Count - 1));
    QCOMPARE(m_model->rowOf(m_model->idAt(123'456)), 123'456);

    m_model->setQuery({m_run}, {{Condition{u"vacancy"_s, FilterOp::Contains, {u"УЧЕН"_s}, false}}},
                      {{u"salary_from"_s, true}});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), Count / 5, 60'000);
    QCOMPARE(m_model->total(), Count);
    QVERIFY(loadedText(0, VacancyColumn::Vacancy).startsWith(u"Учёный секретарь"_s));
    // Scrolling through everything keeps few pages and forgets what was passed.
    for (int row = 0; row < m_model->rowCount(); row += RowModel::PageRows) {
        m_model->index(row, 0).data();
        m_model->setVisibleRows(row, row + 30);
    }
    QVERIFY(loadedText(m_model->rowCount() - 1, VacancyColumn::Vacancy).startsWith(u"Учёный секретарь"_s));
}

void TestRowModel::closingWhileAsking()
{
    post(test::inventedUnit(m_run, 0, 2000));
    open();
    m_model->setQuery({m_run}, {}, {});
    QTRY_COMPARE(m_model->rowCount(), 2000);
    m_model->index(1500, 0).data();
    m_model->setQuery({m_run}, RubOnly, {{u"vacancy"_s, false}});
    m_model->setReaders(nullptr, nullptr);
    m_queries.reset();
    m_pages.reset();
    QCOMPARE(m_model->rowCount(), 0);
    post(test::inventedUnit(m_run, 2000, 10));
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
