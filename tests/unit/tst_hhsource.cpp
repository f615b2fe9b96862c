// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shareddata.h"
#include "vacancies/hh/hhsource.h"
#include "vacancies/search/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"http://127.0.0.1:8080/api/"_s);

QByteArray item(const QByteArray &members)
{
    return R"({"id": "101", "name": "Data analyst")" + (members.isEmpty() ? members : ", " + members) + "}";
}

QByteArray page(const QByteArray &items)
{
    return R"({"found": 3000, "pages": 30, "page": 0, "per_page": 100, "items": [)" + items + "]}";
}

Vacancy readOne(const QByteArray &members)
{
    const auto list = HhSource().parseList(page(item(members)), {}, Base);
    return list && list->vacancies.size() == 1 ? list->vacancies.front() : Vacancy();
}

net::Response answer(int status, const QByteArray &body,
                     const QUrl &url = QUrl(u"https://api.hh.ru/vacancies/5"_s))
{
    net::Response response;
    response.status = status;
    response.url = url;
    response.body = body;
    return response;
}

// What a server reads: "+" as a blank, then percent signs.
QStringList values(const QUrl &url, const QString &key)
{
    QStringList result;
    for (const QByteArray &pair : url.query(QUrl::FullyEncoded).toLatin1().split('&')) {
        QByteArray value = pair.mid(pair.indexOf('=') + 1).replace('+', ' ');
        if (pair.left(pair.indexOf('=')) == key.toLatin1())
            result.append(QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
    }
    return result;
}

} // namespace

class TestHhSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void parameters();
    void defaults();
    void listing();
    void bothGenerations();
    void anyType_data();
    void anyType();
    void badItems();
    void noPage_data();
    void noPage();
    void strictSalary_data();
    void strictSalary();
    void strictDatesAndWords();
    void details();
    void judge_data();
    void judge();
    void judgeBodies();
    void realPages();
};

void TestHhSource::text_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("field");
    QTest::addColumn<QStringList>("sent");
    const int name = int(SearchField::Name);
    const int any = int(SearchField::Any);
    const auto row = [](const char *tag, const QString &typed, int field, const QString &sent) {
        QTest::newRow(tag) << typed << field << (sent.isNull() ? QStringList() : QStringList(sent));
    };
    row("words", u"data analyst"_s, name, u"NAME:(data analyst)"_s);
    row("company", u"Рога и копыта"_s, int(SearchField::Company), u"COMPANY_NAME:(Рога и копыта)"_s);
    row("description", u"SQL"_s, int(SearchField::Description), u"DESCRIPTION:(SQL)"_s);
    row("any", u"data analyst"_s, any, u"data analyst"_s);
    row("empty", QString(), name, QString());
    row("blank", u" \n\t "_s, any, QString());
    row("plus and sharp", u"C++ & C#"_s, any, u"C++ & C#"_s);
    row("language", u"(\"data analyst\" OR аналитик) AND NOT junior"_s, name,
        u"NAME:((\"data analyst\" OR аналитик) AND NOT junior)"_s);
    row("colon", u"Юрист: договоры (Москва)"_s, name, u"NAME:(Юрист: договоры (Москва))"_s);
    row("bracket in quotes", u"\"smile :)\" x"_s, name, u"NAME:(\"smile :)\" x)"_s);
    row("open bracket", u"менеджер (Москва"_s, name, u"NAME:(менеджер \"(Москва\")"_s);
    row("closing bracket", u"a) OR (b"_s, name, u"NAME:(\"a)\" OR \"(b\")"_s);
    row("quoted word takes its partner", u"(a (b) c"_s, any, u"\"(a\" (b) c"_s);
    row("chain of partners", u"((a b) c"_s, any, u"\"((a\" \"b)\" c"_s);
    row("odd quote", u"монитор 19\" новый"_s, name, u"NAME:(монитор 19  новый)"_s);
    row("quote and bracket in a word", u"x(\"a\" b"_s, any, u"x \"a\" b"_s);
    row("only brackets", u")("_s, any, u"\")(\""_s);
    row("percent", u"50%20 %1"_s, name, u"NAME:(50%20 %1)"_s);
    row("typographic quotes", u"«data analyst» OR “data engineer”"_s, name,
        u"NAME:(\"data analyst\" OR \"data engineer\")"_s);
    row("fields of its own", u"NAME:(python OR java) AND DESCRIPTION:sql"_s, name,
        u"NAME:(python OR java) AND DESCRIPTION:sql"_s);
    row("field in brackets", u"(COMPANY_NAME:Ромашка) x"_s, int(SearchField::Company),
        u"(COMPANY_NAME:Ромашка) x"_s);
    row("no field", u"FULLNAME: x"_s, name, u"NAME:(FULLNAME: x)"_s);
}

void TestHhSource::text()
{
    QFETCH(QString, typed);
    QFETCH(int, field);
    Query query;
    query.text = typed;
    query.field = SearchField(field);
    const net::Request request = HhSource().listPage(query, Base, 0);
    QTEST(values(request.url, u"text"_s), "sent");
    QCOMPARE(values(request.url, u"no_magic"_s), QStringList{u"true"_s});
}

void TestHhSource::parameters()
{
    Query query;
    query.exclude = {u"junior"_s, u"a+b"_s};
    query.areas = {u"1"_s, u"2"_s};
    query.experience = {u"noExperience"_s, u"moreThan6"_s};
    query.workFormat = {u"REMOTE"_s, u"HYBRID"_s};
    query.employment = {u"FULL"_s, u"PART"_s};
    query.roles = {u"156"_s, u"10"_s};
    query.salary = 200000;
    query.currency = u"KZT"_s;
    query.onlyWithSalary = true;
    query.dateFrom = QDate(2026, 11, 1);
    query.dateTo = QDate(2026, 11, 20);
    const net::Request request = HhSource().listPage(query, Base, 7);
    const QUrl &url = request.url;
    QCOMPARE(url.adjusted(QUrl::RemoveQuery), QUrl(u"http://127.0.0.1:8080/api/vacancies"_s));
    QCOMPARE(values(url, u"excluded_text"_s), QStringList{u"junior,a+b"_s});
    QCOMPARE(values(url, u"area"_s), query.areas);
    QCOMPARE(values(url, u"experience"_s), query.experience);
    QCOMPARE(values(url, u"work_format"_s), query.workFormat);
    QCOMPARE(values(url, u"employment_form"_s), query.employment);
    QCOMPARE(values(url, u"professional_role"_s), query.roles);
    QCOMPARE(values(url, u"salary"_s), QStringList{u"200000"_s});
    QCOMPARE(values(url, u"currency"_s), QStringList{u"KZT"_s});
    QCOMPARE(values(url, u"only_with_salary"_s), QStringList{u"true"_s});
    QCOMPARE(values(url, u"label"_s), QStringList{u"with_salary"_s});
    QCOMPARE(values(url, u"date_from"_s), QStringList{u"2026-11-01"_s});
    QCOMPARE(values(url, u"date_to"_s), QStringList{u"2026-11-20T23:59:59+0300"_s});
    QCOMPARE(values(url, u"per_page"_s), QStringList{u"100"_s});
    QCOMPARE(values(url, u"page"_s), QStringList{u"7"_s});
    QVERIFY(values(url, u"text"_s).isEmpty());
    QVERIFY(values(url, u"period"_s).isEmpty());
}

void TestHhSource::defaults()
{
    const HhSource source;
    Query query;
    query.period = 3;
    const QUrl url = source.listPage(query, source.defaultBase(), 0).url;
    QCOMPARE(url.host(), u"api.hh.ru"_s);
    QCOMPARE(url.path(), u"/vacancies"_s);
    QCOMPARE(values(url, u"area"_s), QStringList{u"113"_s});
    QCOMPARE(values(url, u"period"_s), QStringList{u"3"_s});
    QCOMPARE(source.tokenTest(Base), QUrl(u"http://127.0.0.1:8080/api/me"_s));
    QCOMPARE(source.reachablePages(), 20);
    QCOMPARE(source.split(query, QDate(2026, 11, 21)), std::vector<Query>{query});
    QVERIFY(source.needsToken() && !source.title().isEmpty());
    QCOMPARE(sourceById(u"hh")->id(), u"hh"_s);
    QVERIFY(!sourceById(u"x"));
}

void TestHhSource::listing()
{
    const auto list =
        HhSource().parseList(page(item(R"("area": {"id": "1", "name": "Москва"}, "has_test": true,
        "salary": {"from": 100, "to": null, "currency": "RUR", "gross": true}, "published_at": "2026-11-01T10:20:30+0300",
        "apply_alternate_url": "https://hh.ru/apply", "alternate_url": "https://hh.ru/vacancy/101",
        "employer": {"id": "9", "name": "ООО Ромашка", "accredited_it_employer": true}, "experience": {"id": "noExperience", "name": "Нет опыта"},
        "schedule": {"id": "fullDay", "name": "Полный день"}, "employment": {"id": "full", "name": "Полная занятость"},
        "professional_roles": [{"id": "156", "name": "Аналитик"}, {"id": "10", "name": "BI"}], "archived": "false",
        "initial_created_at": "2026-09-01T08:00:00+0300",
        "address": {"raw": "Москва, Ленина, 1", "lat": 55.1, "lng": 37.2, "metro": {"station_name": "Арбатская"},
        "metro_stations": [{"station_name": "Арбатская"}, {"station_name": null}, {"station_name": "Боровицкая"}]}, "is_adv_vacancy": true, "contacts": {"name": "N"},
        "snippet": {"requirement": "Знать <highlighttext>SQL</highlighttext> &amp; BI", "responsibility": "Считать."})")),
                             {}, Base);
    QVERIFY(list.has_value());
    QCOMPARE(list->found, 3000);
    QCOMPARE(list->pages, 20);
    QCOMPARE(list->details, std::vector<QUrl>{QUrl(u"http://127.0.0.1:8080/api/vacancies/101"_s)});
    Vacancy expected;
    expected.source = u"hh"_s;
    expected.id = u"101"_s;
    expected.name = u"Data analyst"_s;
    expected.applyUrl = u"https://hh.ru/apply"_s;
    expected.alternateUrl = u"https://hh.ru/vacancy/101"_s;
    expected.created = u"2026-11-01T10:20:30+0300"_s;
    expected.hasTest = true;
    expected.salaryFrom = 100;
    expected.currency = u"RUR"_s;
    expected.salaryGross = true;
    expected.experience = u"Нет опыта"_s;
    expected.schedule = u"Полный день"_s;
    expected.employer = u"ООО Ромашка"_s;
    expected.employerId = u"9"_s;
    expected.area = u"Москва"_s;
    expected.description = u"Знать SQL & BI\nСчитать."_s;
    expected.employment = u"Полная занятость"_s;
    expected.roles = {u"Аналитик"_s, u"BI"_s};
    expected.address = u"Москва, Ленина, 1"_s;
    expected.lat = 55.1;
    expected.lng = 37.2;
    expected.archived = false;
    expected.firstPublished = u"2026-09-01T08:00:00+0300"_s;
    expected.metro = {u"Арбатская"_s, u"Боровицкая"_s};
    expected.accredited = true;
    expected.state = u"listed"_s;
    QCOMPARE(list->vacancies, std::vector<Vacancy>{expected});
}

void TestHhSource::bothGenerations()
{
    const Vacancy newer = readOne(R"("salary": {"from": 1, "to": 2, "currency": "USD", "gross": true},
        "salary_range": {"from": 10, "to": 20, "currency": "RUR", "gross": false, "mode": {"id": "MONTH", "name": "За месяц"}, "frequency": {"id": "DAILY", "name": "Ежедневно"}},
        "employment": {"name": "Полная занятость"}, "employment_form": {"id": "FULL", "name": "Полная"},
        "schedule": {"id": "remote", "name": "Удаленная работа"}, "work_format": [{"name": "Гибрид"}, {"name": "Удалённо"}])");
    QCOMPARE(newer.salaryFrom, 10);
    QCOMPARE(newer.salaryFrequency, u"Ежедневно"_s);
    QCOMPARE(newer.salaryFrequency, u"Ежедневно"_s);
    QCOMPARE(newer.salaryTo, 20);
    QCOMPARE(newer.currency, u"RUR"_s);
    QCOMPARE(newer.salaryGross, false);
    QCOMPARE(newer.salaryMode, u"За месяц"_s);
    QCOMPARE(newer.employment, u"Полная"_s);
    QCOMPARE(newer.workFormat, (QStringList{u"Гибрид"_s, u"Удалённо"_s}));

    const Vacancy older = readOne(R"("salary": {"from": 1, "to": 2, "currency": "USD"}, "salary_range": null,
        "employment": {"name": "Полная занятость"}, "employment_form": null, "work_format": [],
        "schedule": {"id": "remote", "name": "Удаленная работа"})");
    QCOMPARE(older.salaryFrom, 1);
    QCOMPARE(older.currency, u"USD"_s);
    QVERIFY(!older.salaryGross && older.salaryMode.isNull());
    QCOMPARE(older.employment, u"Полная занятость"_s);
    QCOMPARE(older.workFormat, QStringList{u"Удаленная работа"_s});

    const Vacancy newest =
        readOne(R"("schedule": null, "work_schedule_by_days": [{"name": "5/2"}, {"name": "2/2"}],
        "address": {"city": "Пермь", "street": null, "building": "5"})");
    QCOMPARE(newest.schedule, u"5/2, 2/2"_s);
    QCOMPARE(newest.address, u"Пермь, 5"_s);
}

void TestHhSource::anyType_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {"null", "true", "17", "-1e300", "\"\"", "\"text\"", "[]", "{}", "[null]", "[[1]]",
          "{\"name\": null}", "{\"name\": {\"name\": 5}}", "{\"from\": \"x\", \"to\": []}",
          "[{\"name\": 4}, 5, null, \"x\"]", "{\"raw\": [], \"lat\": \"1e999\", \"lng\": {}}"})
        QTest::newRow(value) << QByteArray(value);
}

// Every field with every type: the row stays, with its id.
void TestHhSource::anyType()
{
    QFETCH(QByteArray, value);
    for (const char *field : {"name",
                              "premium",
                              "area",
                              "salary",
                              "salary_range",
                              "address",
                              "published_at",
                              "archived",
                              "apply_alternate_url",
                              "alternate_url",
                              "employer",
                              "snippet",
                              "schedule",
                              "work_format",
                              "professional_roles",
                              "experience",
                              "employment",
                              "employment_form",
                              "work_schedule_by_days",
                              "has_test",
                              "key_skills",
                              "description",
                              "is_adv_vacancy",
                              "contacts"}) {
        const QByteArray record = R"({"id": 101, ")" + QByteArray(field) + R"(": )" + value + "}";
        const auto list = HhSource().parseList(page(record), {}, Base);
        QVERIFY2(list.has_value(), field);
        QCOMPARE(list->vacancies.size(), 1U);
        QCOMPARE(list->vacancies.front().id, u"101"_s);
        const auto detail = HhSource().parseDetail(record);
        QVERIFY2(detail.has_value(), field);
        QCOMPARE(detail->key(), u"hh:101"_s);
        QCOMPARE(detail->toRow().size(), Vacancy().toRow().size());
    }
}

void TestHhSource::badItems()
{
    const auto list = HhSource().parseList(
        page("null, 5, {}, " + item({}) + R"(, {"id": "../x"}, {"id": []}, {"id": ""}, [])"), {}, Base);
    QVERIFY(list.has_value());
    QCOMPARE(list->vacancies.size(), 1U);
    QCOMPARE(list->unreadable, 7);
    QCOMPARE(list->notes.size(), 7);
    QCOMPARE(list->notes.constFirst(), u"item 1: no usable id"_s);
}

void TestHhSource::noPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("truncated") << page(item({})).chopped(1);
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no items") << QByteArray(R"({"found": 5})");
    QTest::newRow("items no list") << QByteArray(R"({"items": {"0": {}}, "found": 5})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestHhSource::noPage()
{
    QFETCH(QByteArray, body);
    const auto list = HhSource().parseList(body, {}, Base);
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().reason, Reason::BadBody);
    const auto detail = HhSource().parseDetail(body);
    QVERIFY(!detail.has_value());
    QCOMPARE(detail.error().reason, Reason::BadBody);
}

void TestHhSource::strictSalary_data()
{
    QTest::addColumn<QByteArray>("salary");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("keptWithSalaryOnly");
    const auto row = [](const char *salary, bool kept, bool only) {
        QTest::newRow(salary) << QByteArray(salary) << kept << only;
    };
    row(R"("salary": null)", true, false);
    row(R"("salary": {"from": null, "to": null, "currency": "RUR"})", true, false);
    row(R"("salary": {"from": 99, "to": null, "currency": "RUR"})", false, false);
    row(R"("salary": {"from": 100, "to": null, "currency": "RUR"})", true, true);
    row(R"("salary": {"from": 50, "to": 100, "currency": "RUR"})", true, true);
    row(R"("salary": {"from": null, "to": 99, "currency": "RUR"})", false, false);
    row(R"("salary": {"from": 5, "to": 6, "currency": "USD"})", true, true);
    row(R"("salary_range": {"from": 5, "to": 6, "currency": "RUR", "mode": {"id": "HOUR"}})", true, true);
    row(R"("salary_range": {"from": 5, "to": 6, "currency": "RUR", "mode": {"id": "MONTH"}})", false, false);
}

void TestHhSource::strictSalary()
{
    QFETCH(QByteArray, salary);
    QFETCH(bool, kept);
    QFETCH(bool, keptWithSalaryOnly);
    Query query;
    query.salary = 100;
    auto list = HhSource().parseList(page(item(salary)), query, Base);
    QCOMPARE(list->vacancies.size(), kept ? 1U : 0U);
    QCOMPARE(list->leftOut.size(), kept ? 0U : 1U);
    QCOMPARE(list->details.size(), list->vacancies.size());
    query.currency = u"RUB"_s;
    QCOMPARE(HhSource().parseList(page(item(salary)), query, Base)->vacancies.size(), list->vacancies.size());
    query.currency.clear();
    query.onlyWithSalary = true;
    list = HhSource().parseList(page(item(salary)), query, Base);
    QCOMPARE(list->vacancies.size(), keptWithSalaryOnly ? 1U : 0U);
}

void TestHhSource::strictDatesAndWords()
{
    const QByteArray body =
        page(R"({"id": "1", "name": "Старший аналитик", "published_at": "2026-11-10T23:59:59+0300"},
                {"id": "2", "name": "Junior Analyst", "published_at": "2026-11-11T00:00:00+0300"},
                {"id": "3", "name": "Java developer", "published_at": null, "employer": {"name": "Junior Ltd"}})");
    const auto ids = [&](const Query &query) {
        const auto list = HhSource().parseList(body, query, Base);
        QStringList result;
        for (const Vacancy &vacancy : list->vacancies)
            result.append(vacancy.id);
        return result.join(u',');
    };
    Query query;
    query.dateTo = QDate(2026, 11, 10);
    QCOMPARE(ids(query), u"1,3"_s);
    query.dateTo = {};
    query.dateFrom = QDate(2026, 11, 11);
    QCOMPARE(ids(query), u"2,3"_s);
    query.dateFrom = {};
    query.exclude = {u"JUNIOR"_s, u"старшие"_s, u" "_s};
    QCOMPARE(ids(query), u"3"_s);
    query.field = SearchField::Company;
    QCOMPARE(ids(query), u"1,2"_s);
    query.field = SearchField::Description;
    QCOMPARE(ids(query), u"1,2,3"_s);
}

void TestHhSource::details()
{
    const auto vacancy =
        HhSource().parseDetail(item(R"("key_skills": [{"name": "SQL"}, {"name": "Power BI"}, {"name": "SQL"}],
        "description": "<p><strong>Задачи:</strong></p> <ul><li>Анализ&nbsp;&amp; отчёты;</li><li>A/B</li></ul>",
        "branded_description": "<style>x</style>")"));
    QVERIFY(vacancy.has_value());
    QCOMPARE(vacancy->state, u"complete"_s);
    QCOMPARE(vacancy->skills, (QStringList{u"SQL"_s, u"Power BI"_s, u"SQL"_s}));
    QCOMPARE(vacancy->description, u"Задачи:\n- Анализ & отчёты;\n- A/B"_s);
}

void TestHhSource::judge_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("detail"); // a part of it
    const auto row = [](const char *tag, int status, const char *body, Verdict verdict, Reason reason,
                        const char *detail) {
        QTest::newRow(tag) << status << QByteArray(body) << verdict << reason << QString::fromLatin1(detail);
    };
    row("ok", 200, "{}", Verdict::Usable, Reason::None, "");
    row("argument", 400,
        R"({"request_id": "rq", "errors": [{"type": "bad_argument", "value": "employer_id", "reason": "invalid"}]})",
        Verdict::Failed, Reason::BadRequest, "bad_argument employer_id invalid, request_id rq");
    row("two errors", 403,
        R"({"errors": [{"type": "unknown"}, {"type": "oauth", "value": "token_revoked"}]})", Verdict::StopAll,
        Reason::AuthRequired, "oauth token_revoked");
    row("depth, old", 400,
        R"({"description": "you can't look up more than 2000 items in the list", "bad_argument": "page, per_page"})",
        Verdict::EndOfList, Reason::DepthLimit, "2000");
    row("depth, new", 400,
        R"({"errors": [{"type": "bad_argument", "value": "page"}, {"type": "bad_argument", "value": "per_page"}]})",
        Verdict::EndOfList, Reason::DepthLimit, "page");
    row("one of them", 400, R"({"errors": [{"type": "bad_argument", "value": "page"}]})", Verdict::Failed,
        Reason::BadRequest, "page");
    row("user agent", 400, R"({"errors": [{"type": "bad_user_agent", "value": "unset"}]})", Verdict::StopAll,
        Reason::BadUserAgent, "unset");
    row("forbidden", 403, R"({"errors": [{"type": "forbidden"}]})", Verdict::StopAll, Reason::AuthRequired,
        "forbidden");
    row("unauthorized", 401, "", Verdict::StopAll, Reason::AuthRequired, "");
    row("captcha", 403,
        R"({"errors": [{"type": "captcha_required", "captcha_url": "https://hh.ru/c?a=1", "fallback_url": "https://f"}]})",
        Verdict::Captcha, Reason::Captcha, "https://hh.ru/c?a=1");
    row("captcha fallback", 403,
        R"({"errors": [{"type": "captcha_required", "captcha_url": null, "fallback_url": "https://f"}]})",
        Verdict::Captcha, Reason::Captcha, "https://f");
    row("captcha elsewhere", 403,
        R"({"errors": [{"type": "captcha_required", "captcha_url": "file:///x", "fallback_url": "javascript:x"}]})",
        Verdict::Captcha, Reason::Captcha, "");
    row("gone", 404, R"({"errors": [{"type": "not_found"}], "request_id": "r"})", Verdict::Gone, Reason::Gone,
        "request_id r");
    row("bare 400", 400, "", Verdict::Failed, Reason::BadRequest, "");
    row("bare 403", 403, "<html>DDOS</html>", Verdict::StopAll, Reason::HttpStatus, "");
    row("country", 451, "", Verdict::StopAll, Reason::HttpStatus, "");
    row("bare 404", 404, "", Verdict::Gone, Reason::Gone, "");
    row("bare 429", 429, "", Verdict::Failed, Reason::HttpStatus, "");
    row("bare 500", 500, "[", Verdict::Failed, Reason::HttpStatus, "");
    row("redirect", 302, "", Verdict::Failed, Reason::HttpStatus, "");
    row("errors no list", 400, R"({"errors": {"type": 5}, "description": 7})", Verdict::Failed,
        Reason::BadRequest, "7");
}

void TestHhSource::judge()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const Judgement judgement = HhSource().judge(answer(status, body));
    QTEST(judgement.verdict, "verdict");
    QTEST(judgement.error.reason, "reason");
    QVERIFY2(judgement.error.detail.contains(detail), qPrintable(judgement.error.detail));
    if (judgement.verdict != Verdict::Usable)
        QCOMPARE(judgement.error.status, status);
    const Judgement listing = HhSource().judge(answer(404, {}, QUrl(u"http://x/api/vacancies?page=1"_s)));
    QCOMPARE(listing.verdict, Verdict::Failed);
    QCOMPARE(listing.error.reason, Reason::HttpStatus);
}

void TestHhSource::judgeBodies()
{
    const QString file = u"samples/hh/hh_error_bodies.json"_s;
    const QByteArray bytes = test::sharedBytes(file);
    if (bytes.isEmpty())
        QSKIP("samples/hh/hh_error_bodies.json is not there");
    const QHash<QString, Reason> expected{{u"400 bad_argument"_s, Reason::BadRequest},
                                          {u"400 depth"_s, Reason::DepthLimit},
                                          {u"400 User-Agent"_s, Reason::BadUserAgent},
                                          {u"403 forbidden"_s, Reason::AuthRequired},
                                          {u"403 captcha"_s, Reason::Captcha},
                                          {u"403 oauth"_s, Reason::AuthRequired},
                                          {u"403 app token"_s, Reason::AuthRequired},
                                          {u"400 wrong client"_s, Reason::AuthRequired},
                                          {u"404"_s, Reason::Gone},
                                          {u"429"_s, Reason::HttpStatus},
                                          {u"503"_s, Reason::HttpStatus},
                                          {u"5xx/403"_s, Reason::HttpStatus}};
    int seen = 0;
    for (const QJsonValue &value : QJsonDocument::fromJson(bytes).array()) {
        const QJsonObject entry = value.toObject();
        const QString name = entry.value("case"_L1).toString();
        const QJsonObject object = entry.value("body"_L1).toObject();
        const QByteArray body = object.isEmpty() ? entry.value("body_text"_L1).toString().toUtf8()
                                                 : QJsonDocument(object).toJson();
        const Judgement judgement = HhSource().judge(answer(entry.value("status"_L1).toInt(), body));
        const QString request = object.value("request_id"_L1).toString();
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            if (!name.startsWith(it.key()))
                continue;
            ++seen;
            QVERIFY2(judgement.error.reason == it.value(), qPrintable(name));
            if (judgement.verdict != Verdict::Captcha)
                QVERIFY2(judgement.error.detail.contains(request), qPrintable(name));
        }
    }
    QCOMPARE(seen, 15);
}

void TestHhSource::realPages()
{
    const QByteArray older = test::sharedBytes(u"samples/hh/hh_search_page_2024_02.json"_s);
    const QByteArray newer = test::sharedBytes(u"samples/hh/hh_sample_search_page_2025.json"_s);
    const QByteArray detail = test::sharedBytes(u"samples/hh/hh_sample_vacancy_detail_2025.json"_s);
    if (older.isEmpty() || newer.isEmpty() || detail.isEmpty())
        QSKIP("samples/hh/hh_search_page_2024_02.json and its companions are not there");
    const auto list = HhSource().parseList(older, {}, Base);
    QVERIFY(list.has_value());
    QCOMPARE(list->vacancies.size(), 20U);
    QCOMPARE(list->perPage, 20);
    QCOMPARE(list->pages, 100); // 2,000 ads
    QVERIFY(list->found > 1'000'000);
    QCOMPARE(list->unreadable, 0);
    const auto page2025 = HhSource().parseList(newer, {}, Base);
    QCOMPARE(page2025->vacancies.size(), 1U);
    QCOMPARE(page2025->vacancies.front().salaryMode, u"За месяц"_s);
    const auto vacancy = HhSource().parseDetail(detail);
    QVERIFY(vacancy.has_value());
    QCOMPARE(vacancy->skills.size(), 10);
    QVERIFY(vacancy->description.startsWith(u"Обязанности:\n- Разработка"_s));
    QVERIFY(vacancy->description.endsWith(u"MySQL & JQuery."_s));
}

QTEST_GUILESS_MAIN(TestHhSource)
#include "tst_hhsource.moc"
