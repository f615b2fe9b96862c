// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/filtersql.h"
#include "store/sqlite/database.h"
#include "support/randomtexts.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/foldedwords.h"
#include "table/wordquery.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using linnet::test::longText;
using linnet::test::RandomTexts;
using linnet::test::TempProject;
using linnet::test::vacancyRow;
using V = VacancyColumn;

/// What is told before all rows are found is where these begin.
class TestFirstRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areThoseOfAll();
    void areToldWhileTextsAreLookedThrough();
    void areNotToldOfWhatIsFoundAtOnce();
    void endSoonWhenThereAreNone();

private:
    Result<void> indexThrough(int texts);
    Result<IdVector> idsOf(const Result<FilterSql> &filter);
    RowQuery having(const QString &words, const QString &column = u"description"_s);

    TempProject m_temp;
    Database m_database;
    RandomTexts m_texts;
    static constexpr int Rows = 900;
};

void TestFirstRows::initTestCase()
{
    const RunId one = m_temp.writer().postRun(u"vacancies"_s, {});
    const RunId two = m_temp.writer().postRun(u"vacancies"_s, {});
    for (int i = 0; i < Rows; ++i) {
        const QString text = m_texts.text(3);
        Unit unit;
        unit.run = i % 3 == 0 ? two : one;
        unit.rows.push_back(
            vacancyRow(QString::number(i), {{V::Vacancy, m_texts.text(2)},
                                            {V::Skills, i % 2 ? u"sql;Power BI"_s : QString()},
                                            {V::SalaryFrom, double(i % 10)},
                                            {V::Description, i % 4 ? longText(text) : text}}));
        m_temp.writer().post(unit);
    }
    QVERIFY(m_temp.flush());
    QVERIFY(m_temp.close());
    auto database = Database::open(m_temp.path(), Database::Mode::Write);
    QVERIFY(database);
    m_database = std::move(*database);
    QVERIFY(m_database.integer("SELECT count(*) FROM text").value_or(-1) > Rows / 2);
}

/// The index of words has come so far; what it says of the others does no harm.
Result<void> TestFirstRows::indexThrough(int texts)
{
    const QByteArray through = QByteArray::number(texts);
    return m_database.exec(
        "INSERT INTO text_word (text_word) VALUES ('rebuild'); UPDATE word_index SET rules = " +
        QByteArray::number(FoldedWords::Rules) + ", through = " + through);
}

Result<IdVector> TestFirstRows::idsOf(const Result<FilterSql> &filter)
{
    if (!filter)
        return std::unexpected(filter.error());
    auto statement =
        m_database.prepare("SELECT row_id FROM " + filter->source() + filter->where() + filter->orderBy());
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    return statement->collect([&] { return statement->integer(0); });
}

RowQuery TestFirstRows::having(const QString &words, const QString &column)
{
    return {&vacancySchema(), {}, {{{column, FilterOp::HasWords, {words}, false}}}, {}};
}

void TestFirstRows::areThoseOfAll()
{
    qsizetype found = 0;
    for (const int through : {0, Rows / 4, Rows}) {
        QVERIFY(indexThrough(through));
        for (int attempt = 0; attempt < 150; ++attempt) {
            const QString words = m_texts.query();
            RowQuery query = having(words, attempt % 2 ? QString() : u"description"_s);
            if (!WordQuery::parse(words))
                continue;
            query.runs = attempt % 3 == 0   ? QList<RunId>{1}
                         : attempt % 3 == 1 ? QList<RunId>{1, 2}
                                            : QList<RunId>();
            query.filter.conditions.first().negated = attempt % 5 == 0;
            if (attempt % 7 == 0)
                query.filter.conditions.append({u"salary_from"_s, FilterOp::Less, {5}, false});
            if (attempt % 11 == 0)
                query.filter.conditions.append({u"description"_s, FilterOp::Contains, {u"а"_s}, false});
            const auto all = idsOf(FilterSql::compile(query, m_database));
            const auto first = idsOf(FilterSql::compileForFirst(query, m_database));
            QVERIFY2(all && first, qPrintable(first ? words : first.error().detail));
            QCOMPARE(*first, *all);
            found += qsizetype(all->size());
        }
    }
    QVERIFY(found > 10 * Rows);
}

void TestFirstRows::areToldWhileTextsAreLookedThrough()
{
    QVERIFY(indexThrough(10));
    const auto reader = m_temp.reader();
    const RowQuery query = having(u"прочее"_s);
    std::vector<IdVector> told;
    const auto ids = reader->ids(query, [&told](IdVector first) { told.push_back(std::move(first)); });
    QVERIFY(ids);
    QCOMPARE(told.size(), 1u);
    QVERIFY(!told.front().empty() && told.front().size() < ids->size());
    QVERIFY(std::equal(told.front().begin(), told.front().end(), ids->begin()));
}

void TestFirstRows::areNotToldOfWhatIsFoundAtOnce()
{
    QVERIFY(indexThrough(Rows));
    const auto late = [this](const RowQuery &query) {
        const auto filter = FilterSql::compile(query, m_database);
        return filter && filter->beginsLate(m_database).value_or(true);
    };
    QVERIFY(!late(having(u"прочее"_s)));
    QVERIFY(!late(having(u"прочее"_s, QString())));
    QVERIFY(!late({&vacancySchema(), {}, {}, {}}));
    QVERIFY(indexThrough(10));
    QVERIFY(late(having(u"прочее"_s)));
    QVERIFY(late(having(u"прочее"_s, QString())));
    QVERIFY(!late({&vacancySchema(), {}, {}, {}}));
}

void TestFirstRows::endSoonWhenThereAreNone()
{
    QVERIFY(indexThrough(10));
    const auto reader = m_temp.reader();
    bool isTold = false;
    const auto ids = reader->ids(having(u"нигде"_s), [&isTold](const IdVector &) { isTold = true; });
    QVERIFY(ids && ids->empty());
    QVERIFY(!isTold);
    // Another question waits.
    std::stop_source stop;
    stop.request_stop();
    reader->stopOn(stop.get_token());
    const auto stopped = reader->ids(having(u"прочее"_s), [&isTold](const IdVector &) { isTold = true; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().reason, Reason::Cancelled);
    QVERIFY(!isTold);
}

QTEST_GUILESS_MAIN(TestFirstRows)
#include "tst_firstrows.moc"
