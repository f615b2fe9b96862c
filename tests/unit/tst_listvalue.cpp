// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/listvalue.h"

#include "support/tempproject.h"
#include "table/vacancyschema.h"

#include <QTest>

using namespace linnet;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;

class TestListValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data();
    void joins();
    void itemsAreFoundWhole();
};

void TestListValue::joins_data()
{
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<QString>("cell"); // null = nothing
    QTest::newRow("plain") << QStringList{u"SQL"_s, u"Power BI"_s} << u"SQL;Power BI"_s;
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("only blanks") << QStringList{u" "_s, u";"_s, QString()} << QString();
    QTest::newRow("closing semicolon")
        << QStringList{u"навыки работы с фототехникой;"_s, u"SQL"_s} << u"навыки работы с фототехникой;SQL"_s;
    QTest::newRow("blanks around") << QStringList{u" SQL "_s, u"\u00a0SQL; "_s} << u"SQL;SQL"_s;
    QTest::newRow("inside") << QStringList{u"a; b"_s} << u"a, b"_s;
}

void TestListValue::joins()
{
    QFETCH(const QStringList, items);
    QFETCH(const QString, cell);
    QCOMPARE(listValue(items), textOrNull(cell));
}

void TestListValue::itemsAreFoundWhole()
{
    test::TempProject temp;
    store::Unit unit;
    unit.run = temp.writer().postRun(u"search"_s, {});
    const auto add = [&](const QString &key, const QStringList &skills) {
        Cells cells(VacancyColumns.size());
        cells[size_t(VacancyColumn::Skills)] = listValue(skills);
        unit.rows.push_back({&vacancySchema(), key, cells});
    };
    add(u"1"_s, {u"Excel/GoogleSheets;"_s, u"1С"_s});
    add(u"2"_s, {u"a; b"_s, u"со\u00adпро\u00adвождение"_s});
    add(u"3"_s, {u" SQL "_s});
    add(u"4"_s, {u"SQL"_s, u"1C"_s});
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const auto count = [&](const QString &item) {
        const Filter filter{{{u"skills"_s, FilterOp::OneOf, {item}, false}}};
        return reader->count({&vacancySchema(), {}, filter, {}}).value_or(-1);
    };
    QCOMPARE(count(u"Excel/GoogleSheets;"_s), 1);
    QCOMPARE(count(u"Excel/GoogleSheets"_s), 1);
    QCOMPARE(count(u"b"_s), 0);
    QCOMPARE(count(u"sql"_s), 2);
    // However the letters were typed, and with marks that nobody sees.
    QCOMPARE(count(u"1C"_s), 2);
    QCOMPARE(count(u"1С"_s), 2);
    QCOMPARE(count(u"сопровождение"_s), 1);
    const auto facet = reader->facet({&vacancySchema(), {}, {}, {}}, u"skills"_s, 100);
    QVERIFY(facet);
    QCOMPARE(facet->front(), (store::FacetEntry{u"1С"_s, 2}));
}

QTEST_GUILESS_MAIN(TestListValue)
#include "tst_listvalue.moc"
