// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shareddata.h"
#include "vacancies/trudvsem/trudvsemsource.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"http://127.0.0.1:8080/api/v1"_s);

QByteArray record(const QByteArray &members)
{
    return R"({"vacancy": {"id": "0525ef18-9f9d", "job-name": "Аналитик данных")" +
           (members.isEmpty() ? members : ", " + members) + "}}";
}

QByteArray page(const QByteArray &records)
{
    return R"({"status": "200", "request": {"api": "v1"}, "meta": {"total": 250, "limit": 100},
               "results": {"vacancies": [)" +
           records + "]}}";
}

Vacancy readOne(const QByteArray &members)
{
    const auto list = TrudvsemSource().parseList(page(record(members)), {}, Base);
    return list && list->vacancies.size() == 1 ? list->vacancies.front() : Vacancy();
}

bool passes(const Query &query, const QByteArray &members)
{
    const auto list = TrudvsemSource().parseList(page(record(members)), query, Base);
    Q_ASSERT(list && list->vacancies.size() + list->leftOut.size() == 1);
    return list->leftOut.empty();
}

} // namespace

class TestTrudvsemSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests();
    void split();
    void wholeRecord();
    void salary_data();
    void salary();
    void experience_data();
    void experience();
    void texts();
    void nullsAndTypes_data();
    void nullsAndTypes();
    void envelopes_data();
    void envelopes();
    void webPage();
    void textFilter_data();
    void textFilter();
    void otherFilters_data();
    void otherFilters();
    void judge_data();
    void judge();
    void realRecords();
};

void TestTrudvsemSource::requests()
{
    const TrudvsemSource source;
    Query query;
    query.text = u"\"C++ разработчик\" OR (аналитик AND NOT стажёр)"_s;
    query.dateFrom = QDate(2026, 11, 1);
    query.dateTo = QDate(2026, 11, 20);
    const net::Request request = source.listPage(query, Base, 3);
    QCOMPARE(request.url.path(), u"/api/v1/vacancies"_s);
    const QUrlQuery sent(request.url);
    QCOMPARE(sent.queryItemValue(u"text"_s, QUrl::FullyEncoded),
             QString::fromLatin1(QUrl::toPercentEncoding(u"C++ разработчик аналитик"_s)));
    QCOMPARE(sent.queryItemValue(u"modifiedFrom"_s, QUrl::FullyDecoded), u"2026-10-31T21:00:00Z"_s);
    QCOMPARE(sent.queryItemValue(u"modifiedTo"_s, QUrl::FullyDecoded), u"2026-11-20T20:59:59Z"_s);
    QCOMPARE(sent.queryItemValue(u"offset"_s), u"3"_s);
    QCOMPARE(sent.queryItemValue(u"limit"_s), u"100"_s);

    query = {};
    query.areas = {u"77"_s};
    const QUrl region = source.listPage(query, source.defaultBase(), 0).url;
    QCOMPARE(region.toString(QUrl::RemoveQuery),
             u"https://opendata.trudvsem.ru/api/v1/vacancies/region/7700000000000"_s);
    QVERIFY(!QUrlQuery(region).hasQueryItem(u"text"_s));
    QCOMPARE(source.reachablePages(), 100);
    QVERIFY(source.tokenTest(Base).isEmpty());
}

void TestTrudvsemSource::split()
{
    const TrudvsemSource source;
    const QDate today(2026, 11, 21);
    Query query;
    query.period = 7;
    query.areas = {u"77"_s, u"5000000000000"_s, u"7700000000000"_s};
    const std::vector<Query> parts = source.split(query, today);
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(parts[0].areas, QStringList{u"7700000000000"_s});
    QCOMPARE(parts[1].areas, QStringList{u"5000000000000"_s});
    QCOMPARE(parts[1].dateFrom, QDate(2026, 11, 14));
    QCOMPARE(parts[1].period, 0);
    QVERIFY(parts[0].validate().has_value());
    QCOMPARE(source.split({}, today), std::vector<Query>{Query()});

    Query words;
    words.text = u"(«аналитик данных» OR экономист) NOT стажёр"_s;
    words.areas = {u"77"_s, u"50"_s};
    QStringList asked;
    for (const Query &part : source.split(words, today)) {
        const QUrl url = source.listPage(part, Base, 0).url;
        asked << url.path().section(u'/', -1).left(2) + u' ' +
                     QUrlQuery(url).queryItemValue(u"text"_s, QUrl::FullyDecoded);
        QCOMPARE(part.text, words.text); // each answer is checked for the whole
    }
    QCOMPARE(asked, (QStringList{u"77 аналитик данных"_s, u"77 экономист"_s, u"50 аналитик данных"_s,
                                 u"50 экономист"_s}));

    QVERIFY(source.ignoredFields({}).isEmpty());
    query.roles = {u"10"_s};
    query.salary = 5;
    query.currency = u"USD"_s;
    QCOMPARE(source.ignoredFields(query), (QStringList{u"roles"_s, u"salary"_s}));
    query.currency = u"RUB"_s;
    QCOMPARE(source.ignoredFields(query), QStringList{u"roles"_s});
}

void TestTrudvsemSource::wholeRecord()
{
    const auto list = TrudvsemSource().parseList(page(record(R"("source": "Вакансия работодателя",
        "region": {"region_code": "7700000000000", "name": "Город Москва"},
        "company": {"companycode": "114", "name": "ООО \"Ромашка\"", "inn": "0274062111", "ogrn": 1027810304950, "email": "a@b.c", "phone": "1"},
        "creation-date": "2020-02-03", "date_modify": "2026-11-20T16:57:25+0300", "salary": "от 60000", "salary_min": 60000,
        "salary_max": 65000, "currency": "«руб.»", "vac_url": "https://trudvsem.ru/vacancy/card/114/0525ef18-9f9d",
        "employment": "Дистанционная (удаленная) работа", "schedule": "Полный рабочий день",
        "requirements": "Опыт &amp; знания", "duty": "<p>Считать<br/>писать</p>", "requirement": {"experience": 3, "education": "Среднее"},
        "category": {"specialisation": "Торговля"}, "work_places": "25",
        "addresses": {"address": [{"location": "г Москва, 1", "lng": "37.5", "lat": "55.25"}, {"location": "второй"}]},
        "skills": ["Git", "SQL", "Git"], "contact_list": [{"contact_type": "Телефон", "contact_value": "+7"}],
        "contact_person": "Person")")),
                                                 {}, Base);
    QVERIFY(list.has_value());
    QCOMPARE(list->found, 250);
    QCOMPARE(list->pages, 3);
    QVERIFY(list->details.empty());
    Vacancy expected;
    expected.source = u"trudvsem"_s;
    expected.id = u"0525ef18-9f9d"_s;
    expected.name = u"Аналитик данных"_s;
    expected.alternateUrl = u"https://trudvsem.ru/vacancy/card/114/0525ef18-9f9d"_s;
    expected.created = u"2020-02-03"_s;
    expected.modified = u"2026-11-20T16:57:25+0300"_s;
    expected.salaryFrom = 60000;
    expected.salaryTo = 65000;
    expected.currency = u"RUR"_s;
    expected.experience = u"от 3 лет"_s;
    expected.schedule = u"Полный рабочий день"_s;
    expected.skills = {u"Git"_s, u"SQL"_s};
    expected.employer = u"ООО \"Ромашка\""_s;
    expected.employerId = u"114"_s;
    expected.area = u"Город Москва"_s;
    expected.description = u"Обязанности:\nСчитать\nписать\nТребования:\nОпыт & знания"_s;
    expected.employment = u"Дистанционная (удаленная) работа"_s;
    expected.workFormat = {u"Дистанционная (удаленная) работа"_s};
    expected.address = u"г Москва, 1"_s;
    expected.lat = 55.25;
    expected.lng = 37.5;
    expected.firstPublished = expected.created;
    expected.workPlaces = 25;
    expected.education = u"Среднее"_s;
    expected.specialisation = u"Торговля"_s;
    expected.employerInn = u"0274062111"_s;
    expected.employerOgrn = u"1027810304950"_s;
    expected.state = u"complete"_s;
    QCOMPARE(list->vacancies, std::vector<Vacancy>{expected});
    for (const table::Value &cell : list->vacancies.front().toRow())
        QVERIFY(!table::toText(cell).contains(u"Person") && !table::toText(cell).contains(u"+7"));
}

void TestTrudvsemSource::salary_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<double>("from"); // -1 = not given
    QTest::addColumn<double>("to");
    const auto row = [](const char *members, double from, double to) {
        QTest::newRow(members) << QByteArray(members) << from << to;
    };
    row(R"("salary_min": 10, "salary_max": 20)", 10, 20);
    row(R"("salary_min": 10, "salary_max": 10)", 10, -1);
    row(R"("salary_min": 0, "salary_max": 20)", -1, 20);
    row(R"("salary_min": 10, "salary_max": 0)", 10, -1);
    row(R"("salary_min": 0, "salary_max": 0, "salary": "от 0")", -1, -1);
    row(R"("salary_min": "10", "salary_max": "20")", 10, 20);
    row(R"("salary": "от 23000")", 23000, -1);
    row(R"("salary_min": null, "salary_max": [], "salary": 5)", -1, -1);
    row(R"("salary_min": -5)", -1, -1);
}

void TestTrudvsemSource::salary()
{
    QFETCH(QByteArray, members);
    QFETCH(double, from);
    QFETCH(double, to);
    const Vacancy vacancy = readOne(members);
    QCOMPARE(vacancy.salaryFrom.value_or(-1), from);
    QCOMPARE(vacancy.salaryTo.value_or(-1), to);
    QCOMPARE(vacancy.currency, from < 0 && to < 0 ? QString() : u"RUR"_s);
}

void TestTrudvsemSource::experience_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray("0") << u"без опыта"_s;
    QTest::newRow("text") << QByteArray(R"("от 0")") << u"без опыта"_s;
    QTest::newRow("one") << QByteArray("1") << u"от 1 года"_s;
    QTest::newRow("eleven") << QByteArray("11") << u"от 11 лет"_s;
    QTest::newRow("twenty-one") << QByteArray(R"("21")") << u"от 21 года"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("words") << QByteArray(R"("много")") << QString();
    QTest::newRow("nonsense") << QByteArray("2019") << QString();
}

void TestTrudvsemSource::experience()
{
    QFETCH(QByteArray, value);
    QTEST(readOne(R"("requirement": {"experience": )" + value + "}").experience, "text");
}

void TestTrudvsemSource::texts()
{
    QCOMPARE(readOne(R"("duty": "первая\nвторая &lt;3", "requirements": "")").description,
             u"Обязанности:\nпервая\nвторая <3"_s);
    QCOMPARE(readOne(R"("requirements": "опыт < 3 лет")").description, u"Требования:\nопыт < 3 лет"_s);
    QVERIFY(readOne(R"("duty": " <p> </p>")").description.isNull());
    // What only looks like a character reference stays; one that is encoded again and again ends nothing.
    QCOMPARE(readOne(R"("company": {"name": "&quo;A&quot; &amp;laquo;B&amp;raquo; &zzz;"})").employer,
             u"&quo;A\" «B» &zzz;"_s);
    QVERIFY(readOne("\"company\": {\"name\": \"&" + QByteArray("amp;").repeated(20'000) + "\"}")
                .employer.startsWith(u"&amp;amp;"_s));
    QCOMPARE(readOne(R"("skills": "Excel")").skills, QStringList{u"Excel"_s});
    QCOMPARE(readOne(R"("company": {"companycode": "114"})").alternateUrl,
             u"https://trudvsem.ru/vacancy/card/114/0525ef18-9f9d"_s);
    const Vacancy nowhere =
        readOne(R"("addresses": {"address": [{"location": "x", "lng": "0", "lat": "0.0"}]})");
    QVERIFY(nowhere.address == u"x"_s && !nowhere.lat && !nowhere.lng);
}

void TestTrudvsemSource::nullsAndTypes_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {"null", "true", "17", "\"\"", "\"text\"", "[]", "{}", "[null]", "{\"name\": []}",
          "{\"address\": 5}", "{\"address\": [{\"lat\": \"x\", \"lng\": 1e300}]}", "[{\"name\": 4}, 5]"})
        QTest::newRow(value) << QByteArray(value);
}

void TestTrudvsemSource::nullsAndTypes()
{
    QFETCH(QByteArray, value);
    for (const char *field :
         {"region",     "company",    "creation-date", "date_modify",     "salary",
          "salary_min", "salary_max", "job-name",      "currency",        "vac_url",
          "employment", "schedule",   "duty",          "requirements",    "requirement",
          "category",   "addresses",  "skills",        "typicalPosition", "contact_list"}) {
        const QByteArray body =
            page(R"({"vacancy": {"id": "7", ")" + QByteArray(field) + R"(": )" + value + "}}");
        const auto list = TrudvsemSource().parseList(body, {}, Base);
        QVERIFY2(list.has_value(), field);
        QCOMPARE(list->vacancies.size(), 1U);
        QCOMPARE(list->vacancies.front().key(), u"trudvsem:7"_s);
    }
}

void TestTrudvsemSource::envelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Reason>("reason"); // None = a page
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages");
    const auto row = [](const char *tag, const QByteArray &body, Reason reason, int rows = 0, int pages = 0) {
        QTest::newRow(tag) << body << reason << rows << pages;
    };
    row("page", page(record({})), Reason::None, 1, 3);
    row("no match", R"({"status": "200", "meta": {"total": 0, "limit": 100}, "results": {}})", Reason::None);
    row("text total", R"({"status": 200, "meta": {"total": "101"}, "results": {"vacancies": []}})",
        Reason::None, 0, 2);
    row("no total", R"({"results": {"vacancies": [{"vacancy": {"id": "1"}}]}})", Reason::None, 1, -1);
    row("bare records", R"({"meta": {"total": 1}, "results": {"vacancies": [{"id": "1"}]}})", Reason::None, 1,
        1);
    row("window", R"({"meta": {"total": 522303}, "results": {"vacancies": []}})", Reason::None, 0, 100);
    row("bad records", page("null, 5, {}, [], {\"vacancy\": {}}," + record({})), Reason::None, 1, 3);
    row("soft error",
        R"({"status": "500", "request": {"api": "v1"}, "meta": {"error": "text"}, "results": {}})",
        Reason::HttpStatus);
    row("error only", R"({"status": "200", "meta": {"error": "text"}})", Reason::HttpStatus);
    row("html", "<html></html>", Reason::BadBody);
    row("other object", "{}", Reason::BadBody);
    row("no list", R"({"status": "200", "meta": {"total": 1}, "results": {"vacancies": {"0": 1}}})",
        Reason::BadBody);
    row("truncated", page(record({})).chopped(2), Reason::BadBody);
}

void TestTrudvsemSource::envelopes()
{
    QFETCH(QByteArray, body);
    QFETCH(Reason, reason);
    const auto list = TrudvsemSource().parseList(body, {}, Base);
    if (!list) {
        QCOMPARE(list.error().reason, reason);
        QVERIFY(reason != Reason::HttpStatus || list.error().detail == "text"_L1);
        return;
    }
    QCOMPARE(Reason::None, reason);
    QTEST(int(list->vacancies.size()), "rows");
    QTEST(list->pages, "pages");
    QCOMPARE(list->unreadable, list->notes.size());
}

/// Protection against robots answers 200 with a page for people.
void TestTrudvsemSource::webPage()
{
    const auto list = TrudvsemSource().parseList(
        "\n<!DOCTYPE html><html><head><TITLE>DDoS-Guard\n check</TITLE></head><body/></html>", {}, Base);
    QVERIFY(!list);
    QCOMPARE(list.error().reason, Reason::BadBody);
    QCOMPARE(list.error().detail, u"a web page instead of data: \"DDoS-Guard check\""_s);
    QCOMPARE(TrudvsemSource().parseDetail("<html>").error().detail, u"a web page instead of data"_s);
}

void TestTrudvsemSource::textFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("exclude");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *text, SearchField field, const char *exclude, bool kept) {
        QTest::addRow("%s, not %s, field %d", text, exclude, int(field))
            << QString::fromUtf8(text) << int(field) << QString::fromUtf8(exclude) << kept;
    };
    using enum SearchField;
    row("аналитик", Name, "", true);
    row("АНАЛИТИКИ данные", Name, "", true);
    row("данных аналитик SQL", Name, "", false);
    row("данных аналитик sql", Any, "", true);
    row("налитик", Name, "", false);
    row("ромашка", Name, "", false);
    row("ромашка", Company, "", true);
    row("отчёт", Description, "", true);
    row("отчет", Description, "", true);
    row("аналитик", Description, "", false);
    row("повар OR аналитик", Name, "", true);
    row("аналитик NOT данных", Name, "", false);
    row("\"аналитик данных\"", Name, "", true);
    row("\"данных аналитик\"", Name, "", false);
    row("аналитик (данных", Name, "", true);
    row("1C", Any, "", true);
    row("C", Any, "", true); // the source has searched more of the ad than it shows
    row("C NOT SQL", Any, "", false);
    row("C++", Any, "", true);
    row("", Name, "данные", false);
    row("", Name, "sql", true);
    row("", Any, "sql", false);
    row("программист", Any, "", true);
}

void TestTrudvsemSource::textFilter()
{
    QFETCH(QString, text);
    QFETCH(int, field);
    QFETCH(QString, exclude);
    Query query;
    query.text = text;
    query.field = SearchField(field);
    if (!exclude.isEmpty())
        query.exclude = {exclude};
    QTEST(passes(query,
                 R"("company": {"name": "ООО «Ромашка»"}, "skills": ["SQL"], "typicalPosition": "Программист",
                          "duty": "Готовить отчёты в 1С, писать на С++")"),
          "kept");
}

void TestTrudvsemSource::otherFilters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *tag, const char *query, const char *members, bool kept) {
        QTest::newRow(tag) << QByteArray(query) << QByteArray(members) << kept;
    };
    row("salary reached", R"({"salary": 50})", R"("salary_min": 10, "salary_max": 50)", true);
    row("salary below", R"({"salary": 51})", R"("salary_min": 10, "salary_max": 50)", false);
    row("salary not said", R"({"salary": 51})", R"("salary_min": 0)", true);
    row("only with salary", R"({"onlyWithSalary": true})", R"("salary_min": 0)", false);
    row("other currency", R"({"salary": 51, "currency": "USD"})", R"("salary_min": 10)", true);
    row("experience", R"({"experience": ["between3And6"]})", R"("requirement": {"experience": 3})", true);
    row("experience other", R"({"experience": ["noExperience", "moreThan6"]})",
        R"("requirement": {"experience": 5})", false);
    row("experience not said", R"({"experience": ["noExperience"]})", "", false);
    row("full", R"({"employment": ["FULL"]})", R"("employment": "Полная занятость")", true);
    row("full by schedule", R"({"employment": ["FULL"]})", R"("schedule": "Полный рабочий день")", true);
    row("part", R"({"employment": ["FULL"]})",
        R"("schedule": "Неполный рабочий день/неполная рабочая неделя")", false);
    row("part asked", R"({"employment": ["PART"]})",
        R"("employment": "Частичная занятость", "schedule": "Полный рабочий день")", true);
    row("rotation", R"({"employment": ["FLY_IN_FLY_OUT"]})",
        R"("employment": "Полная занятость", "schedule": "Вахтовый метод")", true);
    row("seasonal", R"({"employment": ["PROJECT"]})", R"("employment": "Сезонная")", true);
    row("remote", R"({"workFormat": ["REMOTE"]})", R"("employment": "Удаленная")", true);
    row("not remote", R"({"workFormat": ["REMOTE", "HYBRID"]})", R"("employment": "Полная занятость")",
        false);
    row("on site", R"({"workFormat": ["ON_SITE"]})", "", true);
    row("fresh", R"({"dateFrom": "2026-11-14"})",
        R"("date_modify": "2026-11-14T00:00:00+0300", "creation-date": "2015-01-01")", true);
    row("stale", R"({"dateFrom": "2026-11-15"})", R"("date_modify": "2026-11-14T23:59:59+0300")", false);
    row("last day", R"({"dateTo": "2026-11-14"})", R"("date_modify": "2026-11-14T23:59:59+0300")", true);
    row("too late", R"({"dateTo": "2026-11-13"})", R"("date_modify": "2026-11-14T00:00:00+0300")", false);
    row("no date", R"({"dateFrom": "2026-11-15"})", "", false);
    row("region", R"({"areas": ["7700000000000"]})", R"("region": {"region_code": "7700000000000"})", true);
    row("wrong region", R"({"areas": ["7700000000000"]})", R"("region": {"region_code": "5000000000000"})",
        false);
    row("region not said", R"({"areas": ["77"]})", "", true);
}

void TestTrudvsemSource::otherFilters()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, members);
    const auto parsed = Query::fromJson(QJsonDocument::fromJson(query).object());
    QVERIFY(parsed.has_value() && parsed->validate().has_value());
    QTEST(passes(*parsed, members), "kept");
}

void TestTrudvsemSource::judge_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("page");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("ok") << 200 << 0 << Verdict::Usable;
    QTest::newRow("trouble") << 500 << 99 << Verdict::Failed;
    QTest::newRow("past the window") << 500 << 100 << Verdict::EndOfList;
    QTest::newRow("gateway") << 504 << 100 << Verdict::Failed;
    QTest::newRow("refused") << 403 << 0 << Verdict::StopAll;
    QTest::newRow("too fast") << 429 << 0 << Verdict::Failed;
    QTest::newRow("no such region") << 404 << 0 << Verdict::Failed;
}

void TestTrudvsemSource::judge()
{
    QFETCH(int, status);
    QFETCH(int, page);
    net::Response response;
    response.status = status;
    response.url = TrudvsemSource().listPage({}, Base, page).url;
    const Judgement judgement = TrudvsemSource().judge(response);
    QTEST(judgement.verdict, "verdict");
    QCOMPARE(judgement.error.reason == Reason::None, status == 200);
}

void TestTrudvsemSource::realRecords()
{
    for (const auto &[file, rows] :
         {std::pair(u"samples/sources/trudvsem_page_built_from_real_records.json"_s, 5U),
          std::pair(u"samples/sources/trudvsem_company_inn_page_2026_trimmed.json"_s, 6U)}) {
        const QByteArray body = test::sharedBytes(file);
        if (body.isEmpty())
            QSKIP(qPrintable(file + u" is not there"_s));
        const auto list = TrudvsemSource().parseList(body, {}, Base);
        QVERIFY(list.has_value());
        QCOMPARE(list->vacancies.size(), rows);
        QCOMPARE(list->unreadable, 0);
        for (const Vacancy &vacancy : list->vacancies)
            QVERIFY(!vacancy.name.isNull() && vacancy.alternateUrl.startsWith("https://trudvsem.ru/"_L1) &&
                    vacancy.salaryFrom);
    }
}

QTEST_GUILESS_MAIN(TestTrudvsemSource)
#include "tst_trudvsemsource.moc"
