// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"
#include "support/practice.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace linnet;
using namespace linnet::practice;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

class TestPracticeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_plain = std::make_unique<Practice>(); }
    void cleanupTestCase() { m_plain.reset(); }
    void everyVacancyOnceOverSevenPages();
    void listingLacksWhatOnlyDetailsHave();
    void filters_data();
    void filters();
    void regionHoldsItsCities();
    void refusesArguments_data();
    void refusesArguments();
    void depthRule();
    void needsUserAgent();
    void dictionariesAnswer_data();
    void dictionariesAnswer();
    void tokenTest();
    void pagesAreReadable();
    void portInUse();
    void startsAgain();
    void guise();
    void namesOfNobody();

    void trudvsemPages();
    void trudvsemHabits();
    void trudvsemLimits_data();
    void trudvsemLimits();
    void superjobHabits();

    void garbage_data();
    void garbage();
    void headAndOtherMethods();
    void pipelinedRequests();
    void clientThatNeverReads();
    void twoHundredKeptAlive();
    void arrivalsAreInOrder();

private:
    std::unique_ptr<Practice> m_plain; ///< for tests that do not count
};

void TestPracticeServer::everyVacancyOnceOverSevenPages()
{
    Practice practice;
    QSet<QString> seen;
    for (int page = 0; page < 7; ++page) {
        const RawAnswer answer = practice.client.get(listPage(page));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["found"_L1].toInt(), test::CountedPractice::vacancyCount());
        QCOMPARE(answer.json()["pages"_L1].toInt(), 7);
        QCOMPARE(answer.json()["page"_L1].toInt(), page);
        QCOMPARE(answer.json()["per_page"_L1].toInt(), 100);
        QCOMPARE(ids(answer).size(), page < 6 ? 100 : 40);
        for (const QString &id : ids(answer))
            seen.insert(id);
    }
    QCOMPARE(seen.size(), test::CountedPractice::vacancyCount());
    QCOMPARE(ids(practice.client.get(listPage(7))), QStringList());
    for (const QString &id : std::as_const(seen)) {
        const RawAnswer detail = practice.client.get("/vacancies/" + id.toLatin1() + "?host=hh.ru");
        QCOMPARE(detail.status, 200);
        QCOMPARE(detail.json()["id"_L1].toString(), id);
        QVERIFY(detail.json()["description"_L1].toString().size() >= 200);
    }
}

void TestPracticeServer::listingLacksWhatOnlyDetailsHave()
{
    Practice &practice = *m_plain;
    const RawAnswer page = practice.client.get("/vacancies?per_page=1");
    const QJsonObject item = page.json()["items"_L1][0].toObject();
    for (const char *name :
         {"description", "key_skills", "languages", "driver_license_types", "initial_created_at"})
        QVERIFY2(!item.contains(QLatin1StringView(name)), name);
    for (const char *name :
         {"snippet", "salary", "salary_range", "work_format", "alternate_url", "apply_alternate_url"})
        QVERIFY2(item.contains(QLatin1StringView(name)), name);
    const QUrl url(item["url"_L1].toString());
    QCOMPARE(url.authority(), practice.url.authority());
    const QJsonObject detail =
        practice.client.get(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)).json();
    QVERIFY(detail["key_skills"_L1].isArray());
    QVERIFY(!detail.contains("snippet"_L1));
    QCOMPARE(detail["published_at"_L1], item["published_at"_L1]);
    QVERIFY(detail["published_at"_L1].toString().endsWith("+0300"_L1));
}

void TestPracticeServer::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("path"); // of the value that all items must have
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("experience") << QByteArray("experience=noExperience&experience=moreThan6")
                                << u"experience/id"_s << QStringList{u"noExperience"_s, u"moreThan6"_s};
    QTest::newRow("employment") << QByteArray("employment=part") << u"employment/id"_s
                                << QStringList{u"part"_s};
    QTest::newRow("employment_form") << QByteArray("employment_form=FLY_IN_FLY_OUT")
                                     << u"employment_form/id"_s << QStringList{u"FLY_IN_FLY_OUT"_s};
    QTest::newRow("schedule") << QByteArray("schedule=remote") << u"schedule/id"_s
                              << QStringList{u"remote"_s};
    QTest::newRow("area") << QByteArray("area=1&area=2") << u"area/id"_s << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("employer") << QByteArray("employer_id=5003") << u"employer/id"_s << QStringList{u"5003"_s};
    QTest::newRow("text and currency") << QByteArray("text=NAME%3A(data+analyst)&salary=1&currency=USD")
                                       << u"professional_roles/id"_s << QStringList{u"156"_s};
    QTest::newRow("role") << QByteArray("professional_role=96") << u"professional_roles/id"_s
                          << QStringList{u"96"_s};
    QTest::newRow("work format") << QByteArray("work_format=FIELD_WORK") << u"work_format/id"_s
                                 << QStringList{u"FIELD_WORK"_s};
}

void TestPracticeServer::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, path);
    QFETCH(QStringList, allowed);
    Practice &practice = *m_plain;
    const RawAnswer answer = practice.client.get("/vacancies?per_page=100&" + query);
    QCOMPARE(answer.status, 200);
    const int found = answer.json()["found"_L1].toInt();
    QVERIFY(found > 0 && found < test::CountedPractice::vacancyCount());
    const QStringList names = path.split(u'/');
    for (const QJsonValue &item : answer.json()["items"_L1].toArray()) {
        const QJsonValue value = item[names[0]];
        QStringList values;
        if (value.isArray()) {
            for (const QJsonValue &each : value.toArray())
                values.append(each[names[1]].toString());
        } else {
            values.append(value[names[1]].toString());
        }
        QVERIFY2(std::any_of(values.begin(), values.end(),
                             [&](const QString &each) { return allowed.contains(each); }),
                 qPrintable(values.join(u',')));
    }
}

void TestPracticeServer::regionHoldsItsCities()
{
    Practice &practice = *m_plain;
    const auto found = [&practice](const QByteArray &query) {
        return practice.client.get("/vacancies?per_page=0&" + query).json()["found"_L1].toInt(-1);
    };
    QVERIFY(found("area=88") > 0);
    QVERIFY(found("area=2734") > 0);
    QCOMPARE(found("area=1624"), found("area=88") + found("area=2734"));
    QCOMPARE(found("area=113"), test::CountedPractice::vacancyCount());
    QCOMPARE(found(""), test::CountedPractice::vacancyCount());
    QCOMPARE(found("area=40"), 0);
    QCOMPARE(found("area=4228"), 0);
    QCOMPARE(found("label=with_salary"), found("only_with_salary=true"));
    QVERIFY(found("label=with_salary") < test::CountedPractice::vacancyCount() * 3 / 5);
    QVERIFY(found("salary=200000") > found("salary=200000&only_with_salary=true"));
    QVERIFY(found("period=1") > 0);
    QVERIFY(found("period=1") < found("period=7"));
    QCOMPARE(found("period=30"), test::CountedPractice::vacancyCount());
    QVERIFY(found("excluded_text=SQL") < test::CountedPractice::vacancyCount());
    QCOMPARE(found("excluded_text=,%20,"), test::CountedPractice::vacancyCount());
    QCOMPARE(found("text=python&search_field=name&search_field=company_name"), found("text=NAME:python"));
    QCOMPARE(found("clusters=true&no_magic=true&misspelt=1"), test::CountedPractice::vacancyCount());
    QCOMPARE(found("date_from=2001-01-01&date_to=2001-01-02"), 0);
    QCOMPARE(found("date_from=2001-01-01T00:00:00%2B0300"), test::CountedPractice::vacancyCount());
}

void TestPracticeServer::refusesArguments_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("argument");
    QTest::newRow("page") << QByteArray("page=-1") << u"page"_s;
    QTest::newRow("page text") << QByteArray("page=two") << u"page"_s;
    QTest::newRow("per_page") << QByteArray("per_page=101") << u"per_page"_s;
    QTest::newRow("area") << QByteArray("area=Moscow") << u"area"_s;
    QTest::newRow("experience") << QByteArray("experience=lots") << u"experience"_s;
    QTest::newRow("order") << QByteArray("order_by=colour") << u"order_by"_s;
    QTest::newRow("salary") << QByteArray("salary=much") << u"salary"_s;
    QTest::newRow("currency") << QByteArray("salary=1&currency=XXX") << u"currency"_s;
    QTest::newRow("date") << QByteArray("date_from=yesterday") << u"date_from"_s;
    QTest::newRow("period and date") << QByteArray("period=3&date_from=2026-01-01") << u"period"_s;
    QTest::newRow("long text") << QByteArray("text=" + QByteArray(5000, 'a')) << u"text"_s;
}

void TestPracticeServer::refusesArguments()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, argument);
    Practice &practice = *m_plain;
    const RawAnswer answer = practice.client.get("/vacancies?" + query);
    QCOMPARE(answer.status, 400);
    QCOMPARE(firstError(answer)["type"_L1].toString(), u"bad_argument"_s);
    QCOMPARE(firstError(answer)["value"_L1].toString(), argument);
}

void TestPracticeServer::depthRule()
{
    Practice &practice = *m_plain;
    QCOMPARE(practice.client.get("/vacancies?page=19&per_page=100").status, 200);
    const QList<QByteArray> tooDeep{"page=20&per_page=100", "page=100&per_page=20",
                                    "page=1000000000&per_page=100"};
    for (const QByteArray &query : tooDeep) {
        const RawAnswer answer = practice.client.get("/vacancies?" + query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()["bad_argument"_L1].toString(), u"page, per_page"_s);
        QVERIFY(answer.json()["description"_L1].toString().contains(u"2000"));
    }
    QCOMPARE(practice.client.get("/vacancies?page=2147483647&per_page=0").status, 200);
}

void TestPracticeServer::needsUserAgent()
{
    Practice &practice = *m_plain;
    const RawAnswer without = practice.client.get("/vacancies", {});
    QCOMPARE(without.status, 400);
    QCOMPARE(firstError(without)["type"_L1].toString(), u"bad_user_agent"_s);
    QCOMPARE(firstError(without)["value"_L1].toString(), u"unset"_s);
    QCOMPARE(practice.client.get("/vacancies", {"HH-User-Agent: x/1.0"}).status, 200);
    QCOMPARE(practice.client.get("/api/v1/vacancies", {}).status, 200);
}

void TestPracticeServer::dictionariesAnswer_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("dictionaries") << QByteArray("/dictionaries") << QByteArray("between1And3");
    QTest::newRow("areas") << QByteArray("/areas") << QByteArray("\"1624\"");
    QTest::newRow("roles") << QByteArray("/professional_roles") << QByteArray("\"156\"");
    QTest::newRow("titles") << QByteArray("/suggests/vacancy_search_keyword?text=anal")
                            << QByteArray("Data Analyst");
    QTest::newRow("towns") << QByteArray("/suggests/areas?text=%D0%BC%D0%BE%D1%81") << QByteArray("Москва");
    QTest::newRow("other suggests") << QByteArray("/suggests/companies?text=aa")
                                    << QByteArray("{\"items\":[]}");
}

void TestPracticeServer::dictionariesAnswer()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, holds);
    // They never need a token.
    Practice practice(u"token");
    const RawAnswer answer = practice.client.get(path);
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains(holds), answer.body.left(500));
}

void TestPracticeServer::tokenTest()
{
    Practice &practice = *m_plain;
    const auto me = [&practice](const QByteArray &authorization) {
        return practice.client.get("/me", {"User-Agent: test/1.0", "Authorization: " + authorization});
    };
    QCOMPARE(me("Bearer practice").status, 200);
    QCOMPARE(me("Bearer practice").json()["auth_type"_L1].toString(), u"application"_s);
    QCOMPARE(me("Bearer wrong").status, 403);
    QCOMPARE(firstError(me("Bearer wrong"))["value"_L1].toString(), u"bad_authorization"_s);
    QCOMPARE(firstError(me("Bearer expired"))["value"_L1].toString(), u"token_expired"_s);
    QCOMPARE(firstError(practice.client.get("/me"))["type"_L1].toString(), u"forbidden"_s);
}

void TestPracticeServer::pagesAreReadable()
{
    Practice practice;
    const QJsonObject item = practice.client.get("/vacancies?per_page=1").json()["items"_L1][0].toObject();
    for (const char *name : {"alternate_url", "apply_alternate_url"}) {
        const QUrl url(item[QLatin1StringView(name)].toString());
        const RawAnswer page =
            practice.client.get(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority), {});
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY(page.body.contains(item["name"_L1].toString().toHtmlEscaped().toUtf8()));
    }
    const QJsonObject record = practice.client.get("/api/v1/vacancies?limit=1")
                                   .json()["results"_L1]["vacancies"_L1][0]["vacancy"_L1]
                                   .toObject();
    QCOMPARE(practice.client.get(QUrl(record["vac_url"_L1].toString()).path().toLatin1()).status, 200);
    QCOMPARE(practice.client.get("/").status, 200);
    QCOMPARE(practice.client.get("/vacancy/1").status, 404);
    QCOMPARE(practice.client.get("/nowhere").status, 404);
    QCOMPARE(practice.server.hits().size(), 2);
}

void TestPracticeServer::portInUse()
{
    Practice practice;
    PracticeServer second;
    const Result<QUrl> url = second.start(static_cast<quint16>(practice.url.port()));
    QVERIFY(!url.has_value());
    QCOMPARE(url.error().reason, Reason::Io);
    QVERIFY(url.error().detail.contains(QString::number(practice.url.port())));
}

void TestPracticeServer::startsAgain()
{
    Practice practice;
    QCOMPARE(practice.client.get("/vacancies").status, 200);
    practice.server.stop();
    QVERIFY(practice.client.waitForEnd());
    const Result<QUrl> again = practice.server.start(static_cast<quint16>(practice.url.port()));
    QVERIFY(again.has_value());
    QCOMPARE(*again, practice.url);
    QVERIFY(practice.server.arrivals().empty());
    QCOMPARE(practice.client.get("/vacancies").status, 200);
}

/// Under another name, and some weeks after a day that was.
void TestPracticeServer::guise()
{
    PracticeServer server;
    server.setGuise({u"http://practice.example"_s, QDate(2026, 3, 2), 2});
    const Result<QUrl> url = server.start();
    QVERIFY(url);
    RawClient client(*url);
    const QJsonObject list = client.get(listPage(0)).json();
    using Later = Catalogue::Later;
    QCOMPARE(list["found"_L1].toInt(), Catalogue::size + 2 * (Later::News - Later::Gone));
    const QJsonObject newest = list["items"_L1][0].toObject();
    QVERIFY(newest["alternate_url"_L1].toString().startsWith(u"http://practice.example/"_s));
    const QDate day = QDate::fromString(newest["published_at"_L1].toString().left(10), Qt::ISODate);
    QVERIFY(day > QDate(2026, 3, 9) && day < QDate(2026, 3, 16));
    // As through a proxy.
    const QList<QByteArray> host{"Host: practice.example"};
    const RawAnswer start = client.get("http://practice.example/site/", host);
    QVERIFY(start.body.contains("news.html") &&
            start.body.contains("http://mirror.practice.example/site/guide/"));
    QCOMPARE(client.get("http://practice.example/site/news.html", host).status, 200);
    QCOMPARE(client.get("http://practice.example/site/missing.html", host).status, 200);
    QCOMPARE(client.get("http://practice.example/site/twins/east.html", host).status, 404);
}

void TestPracticeServer::namesOfNobody()
{
    Practice practice;
    for (const auto &[name, error] :
         {std::pair("ferry.invalid", "dns_error"), {"closed.invalid", "connection_refused"}}) {
        const RawAnswer answer =
            practice.client.get("http://" + QByteArray(name) + '/', {"Host: " + QByteArray(name)});
        QCOMPARE(answer.status, 502);
        QVERIFY(answer.headers.value("proxy-status").endsWith(error));
    }
}

void TestPracticeServer::trudvsemPages()
{
    Practice practice;
    QSet<QString> seen;
    QSet<QString> names;
    for (int page = 0; page < 7; ++page) {
        const RawAnswer answer =
            practice.client.get("/api/v1/vacancies?limit=100&offset=" + QByteArray::number(page));
        const QJsonObject body = answer.json();
        QCOMPARE(body["status"_L1], QJsonValue(u"200"_s));
        QCOMPARE(body["meta"_L1]["total"_L1].toInt(), test::CountedPractice::vacancyCount());
        for (const QJsonValue &each : body["results"_L1]["vacancies"_L1].toArray()) {
            seen.insert(each["vacancy"_L1]["id"_L1].toString());
            names.insert(each["vacancy"_L1]["job-name"_L1].toString());
        }
    }
    QCOMPARE(seen.size(), test::CountedPractice::vacancyCount());
    QVERIFY(names.size() > 100);
    const QJsonObject past = practice.client.get("/api/v1/vacancies?limit=100&offset=7").json();
    QVERIFY(past["results"_L1].isObject());
    QVERIFY(!past["results"_L1].toObject().contains("vacancies"_L1));
}

void TestPracticeServer::trudvsemHabits()
{
    Practice &practice = *m_plain;
    const QJsonArray records =
        practice.client.get("/api/v1/vacancies?limit=100").json()["results"_L1]["vacancies"_L1].toArray();
    int without = 0;
    int equal = 0;
    int range = 0;
    for (const QJsonValue &each : records) {
        const QJsonObject vacancy = each["vacancy"_L1].toObject();
        const int least = vacancy["salary_min"_L1].toInt(-1);
        const int most = vacancy["salary_max"_L1].toInt(-1);
        QVERIFY(least >= 0 && most >= 0);
        QCOMPARE(vacancy["salary"_L1].toString(), u"от %1"_s.arg(least));
        without += least == 0 && most == 0 ? 1 : 0;
        equal += least > 0 && least == most ? 1 : 0;
        range += least > 0 && least < most ? 1 : 0;
        if (vacancy.contains("currency"_L1))
            QCOMPARE(vacancy["currency"_L1].toString(), u"«руб.»"_s);
        QVERIFY(vacancy["date_modify"_L1].toString().endsWith("+0300"_L1));
    }
    QVERIFY(without > 0 && equal > 0 && range > 0);
    const auto total = [&practice](const QByteArray &target) {
        return practice.client.get("/api/v1/vacancies" + target).json()["meta"_L1]["total"_L1].toInt(-1);
    };
    QVERIFY(total("/region/16") > 0);
    QCOMPARE(total("/region/1600000000000"), total("/region/16"));
    QCOMPARE(total("?region_code=1600000000000"), total("/region/16"));
    QCOMPARE(total("?area=16"), test::CountedPractice::vacancyCount());
    QCOMPARE(total("/region/99"), 0);
    QCOMPARE(total("?text=zzzz"), 0);
    // One word of two is enough, so matches are weak.
    QCOMPARE(total("?text=python+zzzz"), total("?text=python"));
    QCOMPARE(practice.client.get("/api/v1/vacancies?limit=500").json()["meta"_L1]["limit"_L1].toInt(), 100);
    QCOMPARE(total("?modifiedFrom=2001-01-01T00:00:00Z"), test::CountedPractice::vacancyCount());
    QCOMPARE(total("?modifiedTo=2001-01-01T00:00:00Z"), 0);
}

void TestPracticeServer::trudvsemLimits_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("softError");
    QTest::newRow("last of the window") << QByteArray("limit=100&offset=99") << 200 << false;
    QTest::newRow("beyond the window") << QByteArray("limit=100&offset=100") << 500 << false;
    QTest::newRow("small pages, last") << QByteArray("limit=10&offset=999") << 200 << false;
    QTest::newRow("small pages, beyond") << QByteArray("limit=20&offset=500") << 500 << false;
    QTest::newRow("huge") << QByteArray("limit=100&offset=2147483647") << 500 << false;
    QTest::newRow("date only") << QByteArray("modifiedFrom=2026-01-01") << 500 << false;
    QTest::newRow("negative") << QByteArray("offset=-1") << 200 << true;
    QTest::newRow("text") << QByteArray("limit=all") << 200 << true;
}

void TestPracticeServer::trudvsemLimits()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(bool, softError);
    Practice &practice = *m_plain;
    const RawAnswer answer = practice.client.get("/api/v1/vacancies?" + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json()["meta"_L1].toObject().contains("error"_L1), softError);
}

void TestPracticeServer::superjobHabits()
{
    test::RawClient &client = m_plain->client;
    const auto get = [&client](const QByteArray &query) {
        return client.get("/superjob/vacancies/?" + query, {"User-Agent: test/1.0", "X-Api-App-Id: any"});
    };
    QCOMPARE(client.get("/superjob/vacancies/").status, 403);
    QCOMPARE(client.get("/superjob/vacancies/").json()["error"_L1]["error"_L1].toString(),
             u"app_key_required"_s);
    QCOMPARE(client.get("/superjob/vacancies?count=5").headers.value("location"),
             "/superjob/vacancies/?count=5");
    const QJsonObject first = get("count=100").json();
    QCOMPARE(first["total"_L1].toInt(), test::CountedPractice::vacancyCount());
    QCOMPARE(first["objects"_L1].toArray().size(), 100);
    QVERIFY(first["more"_L1].toBool());
    QVERIFY(!get("count=100&page=4").json()["more"_L1].toBool()); // 500 is all that it gives
    QCOMPARE(get("count=100&page=5").status, 400);
    const qint64 newest = first["objects"_L1][0]["date_published"_L1].toInteger();
    const QJsonObject since = get("date_published_from=" + QByteArray::number(newest)).json();
    QVERIFY(since["total"_L1].toInt() >= 1 && since["total"_L1].toInt() < 10);
    QVERIFY(!since["more"_L1].toBool());
}

void TestPracticeServer::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("TLS") << QByteArray::fromHex("1603010200010001fc0303") << 400;
    QTest::newRow("words") << QByteArray("what is this\r\n\r\n") << 400;
    QTest::newRow("endless head") << QByteArray("GET /vacancies?" + QByteArray(100'000, 'x')) << 431;
    QTest::newRow("large body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n") << 413;
    QTest::newRow("HTTP/9") << QByteArray("GET / HTTP/9\r\n\r\n") << 505;
}

void TestPracticeServer::garbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Practice practice;
    RawClient garbler(practice.url);
    const RawAnswer answer = garbler.exchange(bytes);
    // With bytes still unread the system may reset the connection before the answer is seen.
    QVERIFY(answer.status == status || (answer.status == 0 && bytes.size() > 60'000));
    QVERIFY(garbler.waitForEnd());
    QCOMPARE(practice.client.get("/vacancies").status, 200);
    QCOMPARE(practice.server.arrivals().size(), size_t{1});
}

void TestPracticeServer::headAndOtherMethods()
{
    Practice &practice = *m_plain;
    const RawAnswer get = practice.client.get("/dictionaries");
    const RawAnswer head =
        practice.client.exchange("HEAD /dictionaries HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n", 5000, true);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"), get.headers.value("content-length"));
    const RawAnswer post =
        practice.client.exchange("POST /vacancies HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(post.status, 405);
    QVERIFY(post.headers.contains("allow"));
    const RawAnswer old = practice.client.exchange("GET /dictionaries HTTP/1.0\r\nUser-Agent: a/1\r\n\r\n");
    QCOMPARE(old.body, get.body);
    QVERIFY(practice.client.waitForEnd());
}

void TestPracticeServer::pipelinedRequests()
{
    Practice practice(u"slow:20");
    QByteArray bytes;
    for (int number = 1; number <= 10; ++number)
        bytes += "GET " + detailOf(number) + " HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n";
    practice.client.send(bytes);
    for (int number = 1; number <= 10; ++number)
        QCOMPARE(practice.client.receive().json()["id"_L1].toString(), QString::number(100'000'000 + number));
}

void TestPracticeServer::clientThatNeverReads()
{
    Practice practice;
    QTcpSocket greedy;
    greedy.setReadBufferSize(1024);
    greedy.connectToHost(practice.url.host(), static_cast<quint16>(practice.url.port()));
    QVERIFY(greedy.waitForConnected());
    for (int i = 0; i < 2000; ++i)
        greedy.write("GET /vacancies?per_page=100 HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n");
    greedy.flush();
    QTRY_VERIFY(practice.server.arrivals().size() > 3);
    QCOMPARE(practice.client.get("/vacancies").status, 200);
    // About 200 kB each: what the buffers of both sides hold, far from all.
    QVERIFY(practice.server.arrivals().size() < 200);
}

void TestPracticeServer::twoHundredKeptAlive()
{
    Practice practice;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(std::make_unique<RawClient>(practice.url));
    for (int round = 0; round < 3; ++round) {
        for (size_t i = 0; i < clients.size(); ++i)
            clients[i]->send("GET " + detailOf(static_cast<int>(i) + 1) +
                             " HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n");
        for (size_t i = 0; i < clients.size(); ++i) {
            const RawAnswer answer = clients[i]->receive();
            QCOMPARE(answer.json()["id"_L1].toString(), QString::number(100'000'001 + i));
            QVERIFY(clients[i]->isOpen());
        }
    }
    QCOMPARE(practice.server.arrivals().size(), size_t{600});
}

void TestPracticeServer::arrivalsAreInOrder()
{
    using std::chrono::steady_clock;
    const auto nowNs = [] {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(steady_clock::now().time_since_epoch())
            .count();
    };
    Practice practice;
    const qint64 before = nowNs();
    for (int number = 1; number <= 20; ++number)
        practice.client.get(detailOf(number));
    const std::vector<qint64> arrivals = practice.server.arrivals();
    QCOMPARE(arrivals.size(), size_t{20});
    QVERIFY(std::is_sorted(arrivals.begin(), arrivals.end()));
    QVERIFY(arrivals.front() >= before);
    QVERIFY(arrivals.back() <= nowNs());
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
