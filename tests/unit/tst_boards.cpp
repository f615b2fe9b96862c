// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"
#include "vacancies/countries.h"
#include "vacancies/localfilter.h"
#include "vacancies/readpay.h"
#include "vacancies/readtime.h"
#include "vacancies/search/sources.h"
#include "vacancies/splitvalues.h"

#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// What the sources of one file share: times, pay, countries, the filter, refusals, facts.
class TestBoards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times();
    void stockholm();
    void pay_data();
    void pay();
    void countries();
    void everySourceSaysItsTerms();
    void filter_data();
    void filter();
    void whatIsNeverSaidLeavesNothingOut();
    void refusals_data();
    void refusals();
    void split();
    void regions();
};

void TestBoards::times()
{
    QCOMPARE(timeOfNumber(1'786'813'232), u"2026-08-15T17:00:32Z"_s);
    QCOMPARE(timeOfNumber(qint64(1'786'813'232'000)), u"2026-08-15T17:00:32Z"_s);
    QCOMPARE(timeOfNumber(u"1786813232"_s), u"2026-08-15T17:00:32Z"_s);
    for (const QJsonValue &none : {QJsonValue(0), QJsonValue(-5), QJsonValue(), QJsonValue(1e300)})
        QVERIFY(timeOfNumber(none).isNull());
    QCOMPARE(timeOfText(u"2026-08-15T15:28:49+00:00"_s), u"2026-08-15T15:28:49+00:00"_s);
    QCOMPARE(timeOfText(u"2026-08-15 15:28:49"_s), u"2026-08-15T15:28:49Z"_s);
    QCOMPARE(timeOfText(u"2026-08-15T15:28:49.123Z"_s), u"2026-08-15T15:28:49Z"_s);
    QCOMPARE(timeOfText(u"2026-08-15"_s), u"2026-08-15"_s);
    for (const QString &none : {u""_s, u"yesterday"_s, u"2026-13-01"_s, u"2026-08-15T25:00:00"_s})
        QVERIFY2(timeOfText(none).isNull(), qPrintable(none));
    QCOMPARE(moscowDay(u"2026-08-15T22:30:00Z"_s), QDate(2026, 8, 16));
    QCOMPARE(moscowDay(u"2026-08-15"_s), QDate(2026, 8, 15));
    QVERIFY(!moscowDay({}).isValid());
}

/// Winter and summer, and there and back.
void TestBoards::stockholm()
{
    const QByteArray zone = "Europe/Stockholm";
    QCOMPARE(timeInZone(u"2026-11-01T09:05:00"_s, zone), u"2026-11-01T09:05:00+01:00"_s);
    QCOMPARE(timeInZone(u"2026-07-01T09:05:00"_s, zone), u"2026-07-01T09:05:00+02:00"_s);
    QCOMPARE(timeInZone(u"2026-07-01T09:05:00Z"_s, zone), u"2026-07-01T09:05:00Z"_s);
    QVERIFY(timeInZone(u"soon"_s, zone).isNull());
    const auto seconds = secondsOf(timeInZone(u"2026-07-01T09:05:00"_s, zone));
    QVERIFY(seconds);
    QCOMPARE(localText(*seconds, zone), u"2026-07-01T09:05:00"_s);
}

void TestBoards::pay_data()
{
    QTest::addColumn<QString>("period");
    QTest::addColumn<double>("share");
    QTest::newRow("none") << QString() << 1.0;
    QTest::newRow("month") << u"monthly"_s << 1.0;
    QTest::newRow("year") << u"annual"_s << 1 / 12.0;
    QTest::newRow("Year") << u"Yearly"_s << 1 / 12.0;
    QTest::newRow("week") << u"weekly"_s << 52 / 12.0;
    QTest::newRow("hour") << u"hourly"_s << 0.0;
    QTest::newRow("unknown") << u"per moon"_s << 0.0;
}

void TestBoards::pay()
{
    QFETCH(QString, period);
    FoundAd ad;
    readPay({60'000, u"90000"_s, u"eur"_s, period}, u"USD"_s, ad);
    QCOMPARE(ad.vacancy.salaryFrom, 60'000);
    QCOMPARE(ad.vacancy.salaryTo, 90'000);
    QCOMPARE(ad.vacancy.currency, u"EUR"_s);
    QCOMPARE(ad.vacancy.salaryMode, period);
    QTEST(ad.monthsShare, "share");
    FoundAd none;
    readPay({0, QJsonValue::Null, u"USD"_s, period}, u"USD"_s, none);
    QVERIFY(!none.vacancy.salaryFrom && !none.vacancy.salaryTo && none.vacancy.currency.isNull());
    FoundAd usual;
    readPay({QJsonValue::Null, 5, {}, period}, u"USD"_s, usual);
    QCOMPARE(usual.vacancy.currency, u"USD"_s);
}

void TestBoards::countries()
{
    QCOMPARE(countryOf(u"1"_s), u"113"_s); // Moscow
    QCOMPARE(countryOf(u"85"_s), u"85"_s);
    QVERIFY(countryOf(u"1001"_s).isNull() && countryOf(u"no"_s).isNull());
    QCOMPARE(countryNamed(u" united  STATES"_s), u"85"_s);
    for (const QString &name : {u"USA"_s, u"US"_s, u"United States of America"_s})
        QCOMPARE(countryNamed(name), u"85"_s);
    QCOMPARE(countryNamed(u"Czechia"_s), u"199"_s);
    QVERIFY(countryNamed(u"Europe"_s).isNull());
    QCOMPARE(countriesNamed({u"LATAM"_s, u"Sweden"_s, u"UK"_s, u"Sweden"_s}),
             (QStringList{u"149"_s, u"21"_s}));
    QVERIFY(countriesNamed({u"Sweden"_s, u"Worldwide"_s}).isEmpty());
    QCOMPARE(countryName(u"149"_s), u"Sweden"_s);
    QCOMPARE(toCountries({u"1"_s, u"2"_s, u"85"_s}), (QStringList{u"113"_s, u"85"_s}));
    QCOMPARE(toCountries({u"1001"_s}), QStringList());
    QVERIFY(!toCountries({u"no"_s}));
    QCOMPARE(toWholeOf(u"149"_s, {u"1"_s, u"149"_s}), QStringList());
    QVERIFY(!toWholeOf(u"149"_s, {u"1"_s}));
}

/// A source without them could not be offered honestly.
void TestBoards::everySourceSaysItsTerms()
{
    QStringList ids;
    for (const VacancySource *source : allSources()) {
        const SourceFacts &facts = source->facts();
        QVERIFY2(!ids.contains(facts.id), qPrintable(facts.id));
        ids.append(facts.id);
        QVERIFY2(facts.terms.link.startsWith("https://"_L1), qPrintable(facts.id));
        QVERIFY2(QDate::fromString(facts.terms.readOn, Qt::ISODate).isValid(), qPrintable(facts.id));
        for (const char *text : {facts.terms.who, facts.terms.pace, facts.terms.attribution})
            QVERIFY2(text && *text, qPrintable(facts.id));
        QVERIFY2(facts.base.scheme() == "https"_L1 && facts.reachablePages > 0, qPrintable(facts.id));
        QVERIFY2(facts.pageTime.count() > 0, qPrintable(facts.id));
        // Whose country is another one is asked by those only who choose it.
        QVERIFY2(facts.onRequest || QStringList({u"hh"_s, u"trudvsem"_s, u"superjob"_s}).contains(facts.id),
                 qPrintable(facts.id));
    }
}

void TestBoards::filter_data()
{
    QTest::addColumn<QString>("rule"); // of the ad below
    QTest::addColumn<Query>("query");
    const auto row = [](const char *tag, const QString &rule, const auto &ask) {
        Query query;
        ask(query);
        QTest::newRow(tag) << rule << query;
    };
    row("nothing", {}, [](Query &) {});
    row("area", {}, [](Query &q) { q.areas = {u"85"_s, u"149"_s}; });
    row("other area", u"area"_s, [](Query &q) { q.areas = {u"85"_s}; });
    row("day", {}, [](Query &q) { q.dateFrom = q.dateTo = QDate(2026, 11, 2); });
    row("later", u"date"_s, [](Query &q) { q.dateFrom = QDate(2026, 11, 3); });
    row("earlier", u"date"_s, [](Query &q) { q.dateTo = QDate(2026, 11, 1); });
    row("pay", {}, [](Query &q) { q.salary = 10'000; });
    row("more pay", u"salary"_s, [](Query &q) { q.salary = 10'001; });
    row("more in roubles", {}, [](Query &q) {
        q.salary = 10'001;
        q.currency = u"RUR"_s;
    });
    row("experience", {}, [](Query &q) { q.experience = {u"between3And6"_s}; });
    row("other experience", u"experience"_s, [](Query &q) { q.experience = {u"noExperience"_s}; });
    row("employment", {}, [](Query &q) { q.employment = {u"PART"_s}; });
    row("other employment", u"employment"_s, [](Query &q) { q.employment = {u"FULL"_s}; });
    row("format", {}, [](Query &q) { q.workFormat = {u"ON_SITE"_s, u"HYBRID"_s}; });
    row("other format", u"work_format"_s, [](Query &q) { q.workFormat = {u"ON_SITE"_s}; });
    row("title", {}, [](Query &q) { q.text = u"engineer"_s; });
    row("no title", u"text"_s, [](Query &q) { q.text = u"analyst"_s; });
    row("anywhere", u"text"_s, [](Query &q) {
        q.text = u"analyst"_s;
        q.field = SearchField::Any;
    });
    row("somewhere", {}, [](Query &q) {
        q.text = u"subject"_s;
        q.field = SearchField::Any;
    });
    row("excluded", u"exclude"_s, [](Query &q) { q.exclude = {u"data"_s}; });
}

/// Of a source that was not asked for words; codes come from the words of the ad.
void TestBoards::filter()
{
    QFETCH(Query, query);
    FoundAd ad;
    ad.vacancy.id = u"1"_s;
    ad.vacancy.name = u"Data Engineer"_s;
    ad.vacancy.employment = u"Full-Time"_s;
    ad.vacancy.schedule = u"Part-Time"_s;
    ad.vacancy.experience = u"3-6 years"_s;
    ad.vacancy.workFormat = {u"Гибрид"_s, u"by agreement"_s};
    ad.vacancy.salaryTo = 120'000;
    ad.vacancy.currency = u"USD"_s;
    ad.monthsShare = 1 / 12.0;
    ad.areas = {u"149"_s};
    ad.day = QDate(2026, 11, 2);
    ad.subject = u"A subject"_s;
    const LocalFilter filter(query, {.currency = u"USD"_s, .searchesText = false});
    QTEST(QString(filter.leftOutBy(ad)), "rule");
}

void TestBoards::whatIsNeverSaidLeavesNothingOut()
{
    Query query;
    query.experience = {u"noExperience"_s};
    query.workFormat = {u"REMOTE"_s};
    query.salary = 1;
    FoundAd ad;
    ad.vacancy.name = u"Data Engineer"_s;
    const LocalFilter silent(query, {.saysExperience = false, .saysWorkFormat = false});
    QCOMPARE(QString(silent.leftOutBy(ad)), QString());
    QCOMPARE(QString(LocalFilter(query, {.saysExperience = false}).leftOutBy(ad)), u"work_format"_s);
    QCOMPARE(QString(LocalFilter(query).leftOutBy(ad)), u"experience"_s);
    // Undated ads pass or not, as the source is known for.
    Query dated;
    dated.dateFrom = QDate(2026, 11, 1);
    QCOMPARE(QString(LocalFilter(dated).leftOutBy(ad)), QString());
    QCOMPARE(QString(LocalFilter(dated, {.undatedPass = false}).leftOutBy(ad)), u"date"_s);
}

void TestBoards::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("detail");
    const auto row = [](int status, const QByteArray &body, Verdict verdict, Reason reason,
                        const QString &detail = {}) {
        QTest::newRow(QByteArray::number(status) + body) << status << body << verdict << reason << detail;
    };
    row(200, {}, Verdict::Usable, Reason::None);
    row(400, R"({"message": "Bad limit"})", Verdict::Failed, Reason::BadRequest, u"Bad limit"_s);
    row(403, "<html>no</html>", Verdict::Failed, Reason::HttpStatus);
    row(404, R"({"error": "Not found"})", Verdict::Failed, Reason::HttpStatus, u"Not found"_s);
    row(410, {}, Verdict::Gone, Reason::Gone);
    row(429, {}, Verdict::Failed, Reason::HttpStatus);
    row(500, "oops", Verdict::Failed, Reason::HttpStatus);
}

/// One source that refuses does not end the search at the others.
void TestBoards::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    net::Response response;
    response.status = status;
    response.body = body;
    response.url = QUrl(u"http://127.0.0.1/search"_s);
    for (const QStringView id : {u"jobicy", u"himalayas", u"jobtech", u"mycareersfuture"}) {
        const Judgement judgement = sourceById(id)->judge(response);
        QTEST(judgement.verdict, "verdict");
        QTEST(judgement.error.reason, "reason");
        QTEST(judgement.error.detail, "detail");
    }
}

void TestBoards::split()
{
    Query query;
    query.text = u"engineer OR \"data analyst\""_s;
    query.period = 7;
    const auto parts = sourceById(u"jobtech")->split(query, QDate(2026, 11, 8));
    QCOMPARE(parts.size(), size_t(2));
    QCOMPARE(parts[0].ask, u"engineer"_s);
    QCOMPARE(parts[1].ask, u"data analyst"_s);
    for (const Query &part : parts) {
        QCOMPARE(part.period, 0);
        QCOMPARE(part.dateFrom, QDate(2026, 11, 1));
    }
    query.areas = {u"85"_s, u"149"_s};
    QCOMPARE(sourceById(u"himalayas")->split(query, QDate(2026, 11, 8)).size(), size_t(4));
}

void TestBoards::regions()
{
    const VacancySource &world = *sourceById(u"himalayas");
    QCOMPARE(world.toSource({u"1"_s}), QStringList{u"113"_s});
    QCOMPARE(world.fromSource({u"85"_s}), QStringList{u"85"_s});
    QVERIFY(world.checkRegions({u"85"_s, u"113"_s}));
    const auto town = world.checkRegions({u"1"_s});
    QVERIFY(!town && town.error().detail.contains(u"113"));
    QVERIFY(!world.checkRegions({u"nowhere"_s}));

    const VacancySource &sweden = *sourceById(u"jobtech");
    QCOMPARE(sweden.toSource({}), QStringList());
    QCOMPARE(sweden.toSource({u"1"_s, u"149"_s}), QStringList());
    QVERIFY(!sweden.toSource({u"1"_s}));
    QCOMPARE(sweden.regions().nodes().size(), size_t(21));
    QVERIFY(sweden.checkRegions({u"CifL_Rzy_Mku"_s}));
    const auto other = sweden.checkRegions({u"Skåne län"_s});
    QVERIFY(!other && other.error().detail.contains(u"CaRE_1nn_cSU"));
    QCOMPARE(sweden.fromSource({u"CifL_Rzy_Mku"_s}), QStringList{u"149"_s});
    QCOMPARE(sweden.splitValues({}, SplitKey::Regions).size(), 21);
}

QTEST_GUILESS_MAIN(TestBoards)
#include "tst_boards.moc"
