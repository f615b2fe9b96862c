// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filterparser.h"

#include "table/filtercell.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QTest>

using namespace linnet;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(linnet::table::Value)

namespace {

using Conditions = QList<Condition>;

const Column &column(QStringView key)
{
    const Schema &schema = vacancySchema();
    return schema.columns[size_t(*schema.indexOf(key))];
}

Condition condition(const QString &name, FilterOp op, QList<Value> operands = {}, bool negated = false)
{
    return {name, op, std::move(operands), negated};
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hundreds();
    void parses_data();
    void parses();
    void errors_data();
    void errors();
    void writes_data();
    void writes();
    void cells_data();
    void cells();
    void cellErrors_data();
    void cellErrors();
    void cellsThatCannotBeSaid_data();
    void cellsThatCannotBeSaid();

private:
    FilterParser m_parser{vacancySchema()};
};

void TestFilterParser::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Conditions>("conditions");
    const auto row = [](const QString &text, const Conditions &conditions) {
        QTest::newRow(qPrintable(text)) << text << conditions;
    };
    row(u""_s, {});
    row(u"  "_s, {});
    row(u"experience = \"1–3 years\" and salary_from >= 100000 and vacancy contains data and skills in (SQL, \"Power BI\")"_s,
        {condition(u"experience"_s, FilterOp::Equals, {u"1–3 years"_s}),
         condition(u"salary_from"_s, FilterOp::AtLeast, {100'000.0}),
         condition(u"vacancy"_s, FilterOp::Contains, {u"data"_s}),
         condition(u"skills"_s, FilterOp::OneOf, {u"SQL"_s, u"Power BI"_s})});
    row(u"salary_from>=100000AND salary_to<5"_s.replace(u"AND"_s, u" AND "_s),
        {condition(u"salary_from"_s, FilterOp::AtLeast, {100'000.0}),
         condition(u"salary_to"_s, FilterOp::Less, {5.0})});
    row(u"area != Москва"_s, {condition(u"area"_s, FilterOp::Equals, {u"Москва"_s}, true)});
    row(u"area!=Москва"_s, {condition(u"area"_s, FilterOp::Equals, {u"Москва"_s}, true)});
    row(u"area not = Москва"_s, {condition(u"area"_s, FilterOp::Equals, {u"Москва"_s}, true)});
    row(u"vacancy not contains junior"_s, {condition(u"vacancy"_s, FilterOp::Contains, {u"junior"_s}, true)});
    row(u"salary_from between 5 and 10,5 and area empty"_s,
        {condition(u"salary_from"_s, FilterOp::Between, {5.0, 10.5}), condition(u"area"_s, FilterOp::Empty)});
    row(u"salary_from NOT BETWEEN \"100 000\" AND -2.5"_s,
        {condition(u"salary_from"_s, FilterOp::Between, {100'000.0, -2.5}, true)});
    row(u"vacancy matches /^(data|sql)\\s/"_s,
        {condition(u"vacancy"_s, FilterOp::Matches, {u"^(data|sql)\\s"_s})});
    row(u"url matches /a\\/b/"_s, {condition(u"url"_s, FilterOp::Matches, {u"a/b"_s})});
    row(u"url not matches abc"_s, {condition(u"url"_s, FilterOp::Matches, {u"abc"_s}, true)});
    row(u"area not in (\"Нижний Новгород\",Пермь , empty)"_s,
        {condition(u"area"_s, FilterOp::OneOf, {u"Нижний Новгород"_s, u"Пермь"_s, Value()}, true)});
    row(u"area in ()"_s, {condition(u"area"_s, FilterOp::OneOf)});
    row(u"salary_from in (1, 2.5)"_s, {condition(u"salary_from"_s, FilterOp::OneOf, {1.0, 2.5})});
    row(u"area not empty"_s, {condition(u"area"_s, FilterOp::Empty, {}, true)});
    row(u"has_test = yes"_s, {condition(u"has_test"_s, FilterOp::Equals, {true})});
    row(u"has_test = FALSE"_s, {condition(u"has_test"_s, FilterOp::Equals, {false})});
    row(u"* contains sql and * not matches /x/"_s,
        {condition({}, FilterOp::Contains, {u"sql"_s}), condition({}, FilterOp::Matches, {u"x"_s}, true)});
    row(u"vacancy has words c++"_s, {condition(u"vacancy"_s, FilterOp::HasWords, {u"c++"_s})});
    row(u"* not HAS  WORDS \"анал* \"\"power bi\"\"\""_s,
        {condition({}, FilterOp::HasWords, {u"анал* \"power bi\""_s}, true)});
    row(u"vacancy contains has"_s, {condition(u"vacancy"_s, FilterOp::Contains, {u"has"_s})});
    row(u"vacancy contains \"say \"\"hi\"\" (now)\""_s,
        {condition(u"vacancy"_s, FilterOp::Contains, {u"say \"hi\" (now)"_s})});
    row(u"vacancy contains \"and\""_s, {condition(u"vacancy"_s, FilterOp::Contains, {u"and"_s})});
    row(u"vacancy contains Android"_s, {condition(u"vacancy"_s, FilterOp::Contains, {u"Android"_s})});
    row(u"url contains page=2&x<3,4"_s, {condition(u"url"_s, FilterOp::Contains, {u"page=2&x<3,4"_s})});
    row(u"created > 2026-11-21"_s, {condition(u"created"_s, FilterOp::Greater, {u"2026-11-21"_s})});
    row(u"id = 007"_s, {condition(u"id"_s, FilterOp::Equals, {u"007"_s})});
    row(u"salary_from contains 00"_s, {condition(u"salary_from"_s, FilterOp::Contains, {u"00"_s})});
    row(u"\"area\" = \"\""_s, {condition(u"area"_s, FilterOp::Equals, {u""_s})});
}

void TestFilterParser::parses()
{
    QFETCH(QString, text);
    const Result<Filter> filter = m_parser.parse(text);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().detail));
    QTEST(filter->conditions, "conditions");
    const QString written = m_parser.toText(*filter);
    const Result<Filter> again = m_parser.parse(written);
    QVERIFY2(again, qPrintable(written));
    QCOMPARE(*again, *filter);
    QCOMPARE(m_parser.toText(*again), written);
}

void TestFilterParser::errors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const QString &text, const QString &detail) {
        QTest::newRow(qPrintable(text)) << text << detail;
    };
    row(u"nowhere = 1"_s, u"at 1: there is no column \"nowhere\""_s);
    row(u"area"_s,
        u"at 5: expected = != < <= > >= contains has words between matches in empty or not instead of the end"_s);
    row(u"area is x"_s,
        u"at 6: expected = != < <= > >= contains has words between matches in empty or not instead of \"is\""_s);
    row(u"area ="_s, u"at 7: expected a value instead of the end"_s);
    row(u"area = and x = 1"_s,
        u"at 8: expected a value (in quotes, if it is this word) instead of \"and\""_s);
    row(u"area = x y"_s, u"at 10: expected \"and\" or the end instead of \"y\""_s);
    row(u"area = x and"_s, u"at 13: expected a column instead of the end"_s);
    row(u"area = x and and"_s, u"at 14: expected a column instead of \"and\""_s);
    row(u"area = \"x"_s, u"at 8: the quote is not closed"_s);
    row(u"area matches /x"_s, u"at 14: the closing / is missing"_s);
    row(u"area in x"_s, u"at 9: expected a list in brackets instead of \"x\""_s);
    row(u"area in (x y)"_s, u"at 12: expected a comma or a closing bracket instead of \"y\""_s);
    row(u"area in (x,"_s, u"at 12: expected a value instead of the end"_s);
    row(u"salary_from between 5"_s, u"at 22: expected \"and\" and the upper end instead of the end"_s);
    row(u"salary_from > much"_s, u"at 15: expected a number instead of \"much\""_s);
    row(u"salary_from > inf"_s, u"at 15: expected a number instead of \"inf\""_s);
    row(u"salary_from > 1,000"_s, u"at 15: \"1,000\" can be read in two ways; write 1000 or 1.000"_s);
    row(u"has_test = maybe"_s, u"at 12: expected true or false instead of \"maybe\""_s);
    row(u"* = x"_s, u"at 3: * can only be tested with contains, has words or matches"_s);
    row(u"area has x"_s, u"at 10: expected \"words\" instead of \"x\""_s);
    row(u"area has words"_s, u"at 15: expected a value instead of the end"_s);
    row(u"area has words --"_s, u"at 16: there is no word in it: letters or digits are needed"_s);
    row(u"area has words a*b"_s, u"at 16: a * can only stand at the end of a word"_s);
    row(u"= 5"_s, u"at 1: expected a column instead of \"=\""_s);
    row(u"area = (x)"_s, u"at 8: expected a value (in quotes, if it is this word) instead of \"(\""_s);
}

void TestFilterParser::errors()
{
    QFETCH(QString, text);
    const Result<Filter> filter = m_parser.parse(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().reason, Reason::BadValue);
    QTEST(filter.error().detail, "detail");
}

void TestFilterParser::writes_data()
{
    QTest::addColumn<Condition>("written");
    QTest::addColumn<QString>("text");
    QTest::newRow("less") << condition(u"salary_from"_s, FilterOp::Less, {5.5}, true)
                          << u"salary_from not < 5.5"_s;
    QTest::newRow("not equal") << condition(u"area"_s, FilterOp::Equals, {u"a b"_s}, true)
                               << u"area != \"a b\""_s;
    QTest::newRow("slashes") << condition(u"url"_s, FilterOp::Matches, {u"a\\/b/c\\\\/"_s})
                             << u"url matches /a\\\\/b\\/c\\\\\\//"_s;
    QTest::newRow("backslash at the end")
        << condition(u"url"_s, FilterOp::Matches, {u"a\\\\"_s}) << u"url matches \"a\\\\\""_s;
    QTest::newRow("list") << condition(u"area"_s, FilterOp::OneOf, {u"a,b"_s, u"in"_s, Value(), u"c"_s})
                          << u"area in (\"a,b\", \"in\", empty, c)"_s;
    QTest::newRow("between") << condition(u"created"_s, FilterOp::Between, {u"2026"_s, u"2027"_s})
                             << u"created between 2026 and 2027"_s;
    QTest::newRow("any") << condition({}, FilterOp::Contains, {u"*"_s}, true) << u"* not contains \"*\""_s;
}

void TestFilterParser::writes()
{
    QFETCH(Condition, written);
    Filter filter;
    filter.conditions = {written};
    QTEST(m_parser.toText(filter), "text");
    QCOMPARE(m_parser.parse(m_parser.toText(filter)).value_or(Filter()), filter);
}

void TestFilterParser::cells_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Conditions>("conditions");
    const auto row = [](const QString &key, const QString &text, FilterOp op, QList<Value> operands,
                        bool negated = false) {
        QTest::newRow(qPrintable(key + u' ' + text))
            << key << text << Conditions{condition(key, op, std::move(operands), negated)};
    };
    QTest::newRow("nothing") << u"area"_s << u"  "_s << Conditions();
    row(u"vacancy"_s, u" data analyst "_s, FilterOp::Contains, {u"data analyst"_s});
    row(u"vacancy"_s, u"!junior"_s, FilterOp::Contains, {u"junior"_s}, true);
    row(u"vacancy"_s, u"~анал* sql"_s, FilterOp::HasWords, {u"анал* sql"_s});
    row(u"vacancy"_s, u"! ~ \"power bi\""_s, FilterOp::HasWords, {u"\"power bi\""_s}, true);
    row(u"vacancy"_s, u"\"~x\""_s, FilterOp::Contains, {u"~x"_s});
    row(u"vacancy"_s, u"! junior"_s, FilterOp::Contains, {u"junior"_s}, true);
    row(u"vacancy"_s, u"=Analyst"_s, FilterOp::Equals, {u"Analyst"_s});
    row(u"vacancy"_s, u"!= Analyst"_s, FilterOp::Equals, {u"Analyst"_s}, true);
    row(u"vacancy"_s, u"="_s, FilterOp::Empty, {});
    row(u"vacancy"_s, u"!="_s, FilterOp::Empty, {}, true);
    row(u"vacancy"_s, u"<>"_s, FilterOp::Empty, {}, true);
    row(u"vacancy"_s, u"<> Analyst"_s, FilterOp::Equals, {u"Analyst"_s}, true);
    row(u"salary_from"_s, u"<>5"_s, FilterOp::Equals, {5.0}, true);
    row(u"vacancy"_s, u"/^(a|b)/"_s, FilterOp::Matches, {u"^(a|b)"_s});
    row(u"vacancy"_s, u"/a/b/"_s, FilterOp::Matches, {u"a/b"_s});
    row(u"vacancy"_s, u"!/a/"_s, FilterOp::Matches, {u"a"_s}, true);
    row(u"vacancy"_s, u"\"=x\""_s, FilterOp::Contains, {u"=x"_s});
    row(u"vacancy"_s, u"say \"hi\""_s, FilterOp::Contains, {u"say \"hi\""_s});
    row(u"vacancy"_s, u"\"say \"\"hi\"\"\""_s, FilterOp::Contains, {u"say \"hi\""_s});
    row(u"vacancy"_s, u"a~b"_s, FilterOp::Contains, {u"a~b"_s});
    row(u"vacancy"_s, u"/"_s, FilterOp::Contains, {u"/"_s});
    row(u"vacancy"_s, u"//"_s, FilterOp::Contains, {u"//"_s});
    row(u"vacancy"_s, u"<m"_s, FilterOp::Less, {u"m"_s});
    row(u"salary_from"_s, u"5"_s, FilterOp::Equals, {5.0});
    row(u"salary_from"_s, u"!5"_s, FilterOp::Equals, {5.0}, true);
    row(u"salary_from"_s, u"=5,5"_s, FilterOp::Equals, {5.5});
    row(u"salary_from"_s, u">= 100 000"_s, FilterOp::AtLeast, {100'000.0});
    row(u"salary_from"_s, u"<5"_s, FilterOp::Less, {5.0});
    row(u"salary_from"_s, u"<=5"_s, FilterOp::AtMost, {5.0});
    row(u"salary_from"_s, u">5"_s, FilterOp::Greater, {5.0});
    row(u"salary_from"_s, u"-5 ~ 10"_s, FilterOp::Between, {-5.0, 10.0});
    row(u"salary_from"_s, u"5~"_s, FilterOp::AtLeast, {5.0});
    row(u"salary_from"_s, u"~5"_s, FilterOp::AtMost, {5.0});
    row(u"salary_from"_s, u"="_s, FilterOp::Empty, {});
    row(u"has_test"_s, u"да"_s, FilterOp::Equals, {true});
    row(u"has_test"_s, u"!=true"_s, FilterOp::Equals, {true}, true);
    row(u"created"_s, u"2026-11"_s, FilterOp::Contains, {u"2026-11"_s});
    row(u"created"_s, u"2026-11-01~2026-11-21"_s, FilterOp::Between, {u"2026-11-01"_s, u"2026-11-21"_s});
    row(u"skills"_s, u"=SQL"_s, FilterOp::Equals, {u"SQL"_s});
    row(u"vacancy"_s, u"<>"_s, FilterOp::Empty, {}, true); // as spreadsheets say it
    row(u"vacancy"_s, u"<> Analyst"_s, FilterOp::Equals, {u"Analyst"_s}, true);
    row(u"salary_from"_s, u"<>5"_s, FilterOp::Equals, {5.0}, true);
    row(u"vacancy"_s, u"4xx"_s, FilterOp::Contains, {u"4xx"_s});
    row(u"created"_s, u"\"=a \"~b"_s, FilterOp::Between, {u"=a "_s, u"b"_s});
    row(u"created"_s, u"\"/a\"~\"b/\""_s, FilterOp::Contains, {u"/a\"~\"b/"_s});
}

void TestFilterParser::cells()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    const Result<Conditions> conditions = FilterCell(column(key)).parse(text);
    QVERIFY2(conditions, conditions ? "" : qPrintable(conditions.error().detail));
    QTEST(*conditions, "conditions");
    for (const Condition &read : *conditions) {
        const QString cell = FilterCell(column(key)).toText(read);
        QVERIFY(!cell.isNull());
        QCOMPARE(FilterCell(column(key)).parse(cell).value_or(Conditions()), *conditions);
    }
}

void TestFilterParser::hundreds()
{
    const Column &status = pageSchema().columns[size_t(PageColumn::Status)];
    const auto read = [&](const QString &text) {
        return FilterCell(status).parse(text).value_or(Conditions());
    };
    const auto between = [](qint64 from, qint64 to) {
        return Conditions{condition(u"status"_s, FilterOp::Between, {from, to})};
    };
    QCOMPARE(read(u"4xx"_s), between(400, 499));
    QCOMPARE(read(u"5XX"_s), between(500, 599));
    QCOMPARE(read(u"40x"_s), between(400, 409));
    QVERIFY(!FilterCell(status).parse(u"xx"_s));
}

void TestFilterParser::cellErrors_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("number") << u"salary_from"_s << u"much"_s << u"expected a number instead of \"much\""_s;
    QTest::newRow("number, compared")
        << u"salary_from"_s << u">x"_s << u"expected a number instead of \"x\""_s;
    QTest::newRow("nothing to compare") << u"salary_from"_s << u">"_s << u"expected a value"_s;
    QTest::newRow("span of nothing") << u"salary_from"_s << u"~"_s << u"expected a value"_s;
    QTest::newRow("bool") << u"has_test"_s << u"x"_s << u"expected true or false instead of \"x\""_s;
    QTest::newRow("no") << u"area"_s << u"!"_s << u"expected the text that should not be contained"_s;
    QTest::newRow("expression") << u"area"_s << u"/a(/"_s << u"at 3: missing closing parenthesis"_s;
}

void TestFilterParser::cellErrors()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    const Result<Conditions> conditions = FilterCell(column(key)).parse(text);
    QVERIFY(!conditions);
    QCOMPARE(conditions.error().reason, Reason::BadValue);
    QTEST(conditions.error().detail, "detail");
}

void TestFilterParser::cellsThatCannotBeSaid_data()
{
    QTest::addColumn<Condition>("unsayable");
    QTest::newRow("one of") << condition(u"area"_s, FilterOp::OneOf, {u"a"_s});
    QTest::newRow("not less") << condition(u"salary_from"_s, FilterOp::Less, {5.0}, true);
    QTest::newRow("text between") << condition(u"area"_s, FilterOp::Between, {u"a"_s, u"b"_s});
    QTest::newRow("span of what it is written with")
        << condition(u"created"_s, FilterOp::Between, {u"a~b"_s, u"c"_s});
    QTest::newRow("span that would be quoted")
        << condition(u"created"_s, FilterOp::Between, {u" a"_s, u"b "_s});
    QTest::newRow("digits of a number") << condition(u"salary_from"_s, FilterOp::Contains, {u"5"_s});
}

void TestFilterParser::cellsThatCannotBeSaid()
{
    QFETCH(Condition, unsayable);
    QVERIFY(FilterCell(column(unsayable.column)).toText(unsayable).isNull());
}

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
