// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/query.h"

#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

namespace {

Query fullQuery()
{
    Query query;
    query.text = u"аналитик \"данных\""_s;
    query.field = SearchField::Description;
    query.exclude = {u"junior"_s, u"стажёр"_s};
    query.areas = {u"1"_s, u"2"_s};
    query.experience = {u"between1And3"_s};
    query.workFormat = {u"REMOTE"_s};
    query.employment = {u"FULL"_s};
    query.roles = {u"156"_s};
    query.industries = {u"7.541"_s};
    query.employers = {u"1455"_s};
    query.site = u"rabota.by"_s;
    query.salary = 123456;
    query.currency = u"USD"_s;
    query.onlyWithSalary = true;
    query.contacts = true;
    query.dateFrom = QDate(2026, 10, 1);
    query.dateTo = QDate(2026, 10, 31);
    query.pages = 0;
    return query;
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void defaultsForMissingMembers();
    void unusableMember_data();
    void unusableMember();
    void validation_data();
    void validation();
    void title();
};

void TestQuery::roundTrip()
{
    for (Query query : {Query(), fullQuery()}) {
        const QByteArray stored = QJsonDocument(query.toJson()).toJson();
        const auto read = Query::fromJson(QJsonDocument::fromJson(stored).object());
        QVERIFY(read.has_value());
        QCOMPARE(*read, query);
    }
    Query query;
    query.period = 7;
    query.salary = 0;
    QCOMPARE(*Query::fromJson(query.toJson()), query);
}

void TestQuery::defaultsForMissingMembers()
{
    QCOMPARE(*Query::fromJson({}), Query());
    QCOMPARE(*Query::fromJson({{u"salary"_s, QJsonValue()}, {u"newer"_s, 1}}), Query());
}

void TestQuery::unusableMember_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("text") << QByteArray(R"({"text": 5})") << u"text"_s;
    QTest::newRow("field") << QByteArray(R"({"field": "title"})") << u"field"_s;
    QTest::newRow("list") << QByteArray(R"({"areas": "1"})") << u"areas"_s;
    QTest::newRow("item") << QByteArray(R"({"areas": ["1", 2]})") << u"areas"_s;
    QTest::newRow("salary text") << QByteArray(R"({"salary": "5"})") << u"salary"_s;
    QTest::newRow("salary fraction") << QByteArray(R"({"salary": 5.5})") << u"salary"_s;
    QTest::newRow("flag") << QByteArray(R"({"onlyWithSalary": 1})") << u"onlyWithSalary"_s;
    QTest::newRow("date") << QByteArray(R"({"dateFrom": "2026-13-01"})") << u"dateFrom"_s;
    QTest::newRow("pages") << QByteArray(R"({"pages": 1.5})") << u"pages"_s;
    QTest::newRow("pages too large") << QByteArray(R"({"pages": 1e12})") << u"pages"_s;
    QTest::newRow("first of two") << QByteArray(R"({"pages": "x", "text": []})") << u"text"_s;
}

void TestQuery::unusableMember()
{
    QFETCH(QByteArray, json);
    const auto read = Query::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().reason, Reason::BadValue);
    QTEST(read.error().detail, "field");
}

void TestQuery::validation_data()
{
    QTest::addColumn<QString>("option"); // empty = valid
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("default") << QString() << QByteArray("{}");
    QTest::newRow("all pages") << QString() << QByteArray(R"({"pages": 0})");
    QTest::newRow("pages below") << u"pages"_s << QByteArray(R"({"pages": -1})");
    QTest::newRow("pages above") << u"pages"_s << QByteArray(R"({"pages": 1000000000})");
    QTest::newRow("no salary") << QString() << QByteArray(R"({"salary": 0})");
    QTest::newRow("salary below") << u"salary"_s << QByteArray(R"({"salary": -5})");
    QTest::newRow("salary above") << u"salary"_s << QByteArray(R"({"salary": 1e15})");
    QTest::newRow("month") << QString() << QByteArray(R"({"period": 30})");
    QTest::newRow("period above") << u"period"_s << QByteArray(R"({"period": 31})");
    QTest::newRow("period below") << u"period"_s << QByteArray(R"({"period": -1})");
    QTest::newRow("period and date") << u"period"_s << QByteArray(R"({"period": 3, "dateTo": "2026-01-01"})");
    QTest::newRow("one day") << QString()
                             << QByteArray(R"({"dateFrom": "2026-01-01", "dateTo": "2026-01-01"})");
    QTest::newRow("dates swapped") << u"date-from"_s
                                   << QByteArray(R"({"dateFrom": "2026-01-02", "dateTo": "2026-01-01"})");
    QTest::newRow("experience") << u"experience"_s << QByteArray(R"({"experience": ["moreThan6", "lots"]})");
    QTest::newRow("work format") << u"work-format"_s << QByteArray(R"({"workFormat": ["remote"]})");
    QTest::newRow("employment") << u"employment"_s << QByteArray(R"({"employment": ["full"]})");
    QTest::newRow("currency") << u"currency"_s << QByteArray(R"({"currency": "rub"})");
    QTest::newRow("area as a path") << u"area"_s << QByteArray(R"({"areas": ["../1"]})");
    QTest::newRow("empty area") << u"area"_s << QByteArray(R"({"areas": [""]})");
    QTest::newRow("role") << u"role"_s << QByteArray(R"({"roles": ["1&x=2"]})");
    QTest::newRow("industry") << u"industry"_s << QByteArray(R"({"industries": ["7/1"]})");
    QTest::newRow("employer") << u"employer"_s << QByteArray(R"({"employers": ["a b"]})");
    QTest::newRow("site") << u"site"_s << QByteArray(R"({"site": "hh.ru/x"})");
    QTest::newRow("NUL") << u"text"_s << QByteArray(R"({"text": "a\u0000b"})");
    QTest::newRow("long text") << u"text"_s << QByteArray(R"({"text": ")" + QByteArray(2001, 'x') + R"("})");
    QTest::newRow("long exclusion") << u"exclude"_s
                                    << QByteArray(R"({"exclude": [")" + QByteArray(2001, 'x') + R"("]})");
}

void TestQuery::validation()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, json);
    const auto query = Query::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(query.has_value());
    const auto result = query->validate();
    QCOMPARE(result.has_value(), option.isEmpty());
    if (result)
        return;
    QCOMPARE(result.error().reason, Reason::BadValue);
    QVERIFY2(result.error().detail.startsWith(option + u": "_s), qPrintable(result.error().detail));
}

void TestQuery::title()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(Query().title(), u"everything"_s);
    Query query;
    query.text = u"  data \n analyst "_s;
    query.salary = 80000;
    QCOMPARE(query.title({u"Moscow"_s}), u"data analyst · Moscow · from 80,000"_s);
    query.exclude = {u"junior"_s};
    query.currency = u"USD"_s;
    query.onlyWithSalary = true;
    QCOMPARE(query.title(), u"data analyst · without junior · from 80,000 USD · with a salary"_s);
    query = Query();
    query.employers = {u"1455"_s, u"80"_s};
    query.industries = {u"7.541"_s};
    query.site = u"hh.kz"_s;
    QCOMPARE(query.title(), u"everything · employer 1455, 80 · industry 7.541 · hh.kz"_s);
    QCOMPARE(query.title({}, {u"Banks"_s}), u"everything · employer 1455, 80 · industry Banks · hh.kz"_s);
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
