// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/facetmodel.h"
#include "vacancies/search/sources.h"

#include "models/table/amountspread.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::AmountSpread;
using models::FacetModel;
using models::FilterState;
using table::VacancyColumn;

class TestFacetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { vacancies::nameSourcesInTables(); }
    void init();
    void cleanup();
    void counts();
    void countsForAllOtherFilters();
    void pickedValuesStay();
    void moreAndEmpty();
    void followsRows();
    void asksNothingWhileHidden();
    void amounts();

private:
    void open(int rows);
    QModelIndex title(const QString &column) const;
    QModelIndex value(const QString &column, const QString &text) const;
    qint64 count(const QString &column, const QString &text) const;
    void requery();

    std::unique_ptr<test::TempProject> m_project;
    std::unique_ptr<store::QueryThread> m_queries;
    std::unique_ptr<FilterState> m_state;
    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<AmountSpread> m_spread;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    store::RunId m_run = 0;
};

void TestFacetModel::init()
{
    m_project = std::make_unique<test::TempProject>();
    QVERIFY(m_project->isOpen());
    m_run = m_project->writer().postRun(u"vacancies"_s, {});
    m_state = std::make_unique<FilterState>(table::vacancySchema());
    m_model = std::make_unique<FacetModel>(*m_state);
    m_spread = std::make_unique<AmountSpread>(*m_model, *m_state);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(m_state.get(), &FilterState::changed, m_model.get(), [this] { requery(); });
}

void TestFacetModel::cleanup()
{
    m_tester.reset();
    m_spread.reset();
    m_model.reset();
    m_state.reset();
    m_queries.reset();
    m_project.reset();
}

void TestFacetModel::open(int rows)
{
    m_project->writer().post(test::inventedUnit(m_run, 0, rows));
    QVERIFY(m_project->flush());
    m_queries = std::make_unique<store::QueryThread>(m_project->path());
    m_model->setReaders(m_queries.get());
    m_spread->setReaders(m_queries.get());
    m_model->setActive(true);
    requery();
}

void TestFacetModel::requery()
{
    m_model->setQuery({&table::vacancySchema(), {m_run}, m_state->filter(), {}});
}

QModelIndex TestFacetModel::title(const QString &column) const
{
    const table::Schema &schema = table::vacancySchema();
    return m_model->index(int(schema.facets().indexOf(schema.indexOf(column).value_or(-1))), 0);
}

QModelIndex TestFacetModel::value(const QString &column, const QString &text) const
{
    const QModelIndex parent = title(column);
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        if (m_model->index(row, 0, parent).data().toString() == text)
            return m_model->index(row, 0, parent);
    }
    return {};
}

qint64 TestFacetModel::count(const QString &column, const QString &text) const
{
    const QModelIndex index = value(column, text);
    return index.isValid() ? index.data(FacetModel::CountRole).toLongLong() : -1;
}

void TestFacetModel::counts()
{
    open(400);
    QTRY_COMPARE(count(u"experience"_s, u"1–3 years"_s), 100);
    QTRY_COMPARE(count(u"source"_s, u"Work in Russia"_s), 80);
    QTRY_COMPARE(count(u"skills"_s, u"SQL"_s), 240);
    QCOMPARE(value(u"skills"_s, u"SQL"_s).row(), 0);
    QCOMPARE(value(u"skills"_s, u"SQL"_s).data(FacetModel::ShareRole).toDouble(), 1.0);
    QCOMPARE(title(u"experience"_s).data().toString(), u"Experience"_s);
    QVERIFY(title(u"experience"_s).data(FacetModel::UsefulRole).toBool());
    QTRY_COMPARE(count(u"state"_s, u"read"_s), 400);
    QVERIFY(!title(u"state"_s).data(FacetModel::UsefulRole).toBool());
}

void TestFacetModel::countsForAllOtherFilters()
{
    open(400);
    QTRY_COMPARE(count(u"skills"_s, u"SQL"_s), 240);
    QTRY_COMPARE(count(u"employer"_s, u"North Bank"_s), 57);
    QVERIFY(m_model->setData(value(u"experience"_s, u"none"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_state->chips().size(), 1);
    QCOMPARE(value(u"experience"_s, u"none"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QTRY_COMPARE(count(u"skills"_s, u"SQL"_s), 60);
    // The ticked column itself still counts what a second tick would add.
    QTRY_COMPARE(count(u"experience"_s, u"1–3 years"_s), 100);
    QVERIFY(m_model->setData(value(u"experience"_s, u"none"_s), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(m_state->filter().isEmpty());
    QTRY_COMPARE(count(u"skills"_s, u"SQL"_s), 240);
    QVERIFY(!m_model->setData(title(u"skills"_s), Qt::Checked, Qt::CheckStateRole));
}

void TestFacetModel::pickedValuesStay()
{
    open(100);
    QTRY_VERIFY(value(u"area"_s, u"Kazan"_s).isValid());
    m_state->setPicked(int(VacancyColumn::Area), u"Nowhere"_s, true);
    QTRY_COMPARE(count(u"area"_s, u"Nowhere"_s), 0);
    QCOMPARE(value(u"area"_s, u"Nowhere"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestFacetModel::moreAndEmpty()
{
    open(0);
    store::Unit unit;
    unit.run = m_run;
    for (int n = 0; n < 80; ++n)
        unit.rows.push_back(
            test::vacancyRow(QString::number(n), {{VacancyColumn::Employer, u"Firm %1"_s.arg(n % 70)}}));
    for (int n = 80; n < 85; ++n)
        unit.rows.push_back(test::vacancyRow(QString::number(n), {}));
    m_project->writer().post(unit);
    QVERIFY(m_project->flush());
    m_model->rowsChanged();
    const QModelIndex employer = title(u"employer"_s);
    QTRY_COMPARE(m_model->rowCount(employer), FacetModel::FirstShown + 2);
    const QModelIndex more = m_model->index(FacetModel::FirstShown, 0, employer);
    QCOMPARE(more.data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::More));
    QVERIFY(more.data().toString().startsWith(u"64"_s));
    const QModelIndex empty = m_model->index(FacetModel::FirstShown + 1, 0, employer);
    QCOMPARE(empty.data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::Empty));
    QCOMPARE(empty.data(FacetModel::CountRole).toInt(), 5);
    QVERIFY(empty.flags().testFlag(Qt::ItemIsUserCheckable));
    m_model->showMore(more);
    QCOMPARE(m_model->rowCount(employer), FacetModel::FirstShown + FacetModel::MoreShown + 2);
    m_model->showMore(m_model->index(FacetModel::FirstShown + FacetModel::MoreShown, 0, employer));
    QCOMPARE(m_model->rowCount(employer), 70 + 1);
}

void TestFacetModel::followsRows()
{
    open(40);
    QTRY_COMPARE(count(u"experience"_s, u"none"_s), 10);
    m_project->writer().post(test::inventedUnit(m_run, 40, 40));
    QVERIFY(m_project->flush());
    for (int i = 0; i < 50; ++i)
        m_model->rowsChanged();
    QTRY_COMPARE(count(u"experience"_s, u"none"_s), 20);
}

void TestFacetModel::asksNothingWhileHidden()
{
    open(40);
    QTRY_COMPARE(count(u"state"_s, u"read"_s), 40);
    m_model->setActive(false);
    QSignalSpy loaded(m_model.get(), &FacetModel::loaded);
    m_state->setCellText(int(VacancyColumn::Vacancy), u"analyst"_s);
    m_model->rowsChanged();
    // Whatever had been asked would be answered before this.
    QSignalSpy built(m_queries.get(), &store::QueryThread::built);
    m_queries->build({&table::vacancySchema(), {m_run}, {}, {}});
    QVERIFY(built.wait());
    QCOMPARE(loaded.size(), 0);
    m_model->setActive(true);
    QTRY_COMPARE(count(u"state"_s, u"read"_s), 8);
}

void TestFacetModel::amounts()
{
    open(300);
    QTRY_VERIFY(m_spread->isKnown());
    QCOMPARE(m_spread->unit().currency, u"RUR"_s);
    QCOMPARE(m_spread->unit().beforeTax, true);
    QCOMPARE(m_spread->rows(), 300);
    QCOMPARE(int(m_spread->statistics().buckets.size()), AmountSpread::Buckets);
    const auto reader = m_project->reader();
    store::RowQuery rub{&table::vacancySchema(),
                        {m_run},
                        {{table::Condition{u"currency"_s, table::FilterOp::OneOf, {u"RUR"_s}, false},
                          table::Condition{u"salary_gross"_s, table::FilterOp::Equals, {true}, false}}},
                        {}};
    QCOMPARE(m_spread->statistics().known, reader->count(rub).value_or(-1));
    QVERIFY(m_spread->knownText().contains(QLocale().toString(m_spread->statistics().known)));

    // Choosing a range filters by amount, currency and tax; the histogram still shows all amounts.
    const qint64 known = m_spread->statistics().known;
    QSignalSpy changed(m_spread.get(), &AmountSpread::changed);
    m_spread->choose(0, 1);
    QCOMPARE(m_state->picked(int(VacancyColumn::Currency)), QList<table::Value>{u"RUR"_s});
    QCOMPARE(m_state->picked(int(VacancyColumn::SalaryGross)), (QList<table::Value>{true, {}}));
    QCOMPARE(m_state->chips().size(), 3);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(m_spread->statistics().known, known);
    rub.filter = m_state->filter();
    const auto ids = reader->ids(rub);
    const auto rows = reader->rows(table::vacancySchema(), *ids);
    QVERIFY(!rows->empty() && qint64(rows->size()) < known);
    const double limit = m_spread->statistics().min + 2 * m_spread->statistics().bucketWidth() + 1;
    for (const table::Cells &cells : *rows)
        QVERIFY(std::get<double>(cells[size_t(VacancyColumn::SalaryFrom)]) <= limit);
    m_spread->choose(5, 99);
    QCOMPARE(m_state->chips().size(), 3);
}

int main(int argc, char *argv[])
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCoreApplication app(argc, argv);
    TestFacetModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_facetmodel.moc"
