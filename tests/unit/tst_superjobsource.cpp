// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchlane.h"
#include "vacancies/search/sources.h"
#include "vacancies/superjob/superjobsource.h"

#include <QTest>
#include <QUrlQuery>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl Base(u"http://127.0.0.1:8080/superjob"_s);

QByteArray record(const QByteArray &members)
{
    return R"({"id": 5164, "profession": "Кровельщик")" + (members.isEmpty() ? members : ", " + members) +
           "}";
}

QByteArray page(const QByteArray &records, const QByteArray &envelope = R"("total": 250, "more": true)")
{
    return "{\"objects\": [" + records + "], " + envelope + "}";
}

Vacancy readOne(const QByteArray &members)
{
    const auto list = SuperjobSource().parseList(page(record(members)), {}, Base);
    return list && list->vacancies.size() == 1 ? list->vacancies.front() : Vacancy();
}

/// The rule that leaves the record out; empty when it passes.
QString leftOut(const Query &query, const QByteArray &members)
{
    const auto list = SuperjobSource().parseList(page(record(members)), query, Base);
    Q_ASSERT(list && list->vacancies.size() + list->leftOut.size() == 1);
    return list->leftOut.empty() ? QString() : QString(list->leftOut.front().rule);
}

QByteArray titled(const char *key, const char *title)
{
    return '"' + QByteArray(key) + R"(": {"id": 1, "title": ")" + title + "\"}";
}

} // namespace

class TestSuperjobSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts();
    void words_data();
    void words();
    void filters();
    void times();
    void split();
    void regions();
    void badRegions_data();
    void badRegions();
    void wholeRecord();
    void salary_data();
    void salary();
    void texts();
    void work_data();
    void work();
    void nullsAndTypes_data();
    void nullsAndTypes();
    void envelopes_data();
    void envelopes();
    void lastPage();
    void checkedHere_data();
    void checkedHere();
    void judge_data();
    void judge();
};

void TestSuperjobSource::facts()
{
    const SuperjobSource source;
    QCOMPARE(sourceById(u"superjob")->id(), source.id());
    QVERIFY(source.needsToken());
    QCOMPARE(source.tokenField(), "X-Api-App-Id");
    QCOMPARE(source.facts().token->variable, "LINNET_SUPERJOB_TOKEN");
    QCOMPARE(source.tokenTest(Base), QUrl(u"http://127.0.0.1:8080/superjob/vacancies/?count=1"_s));
    QCOMPARE(source.reachablePages(), 5);
    // Its own server is never asked faster than it allows; another one in its place is.
    SearchSpec spec;
    spec.sources.push_back({source.id(), {}, {}});
    QCOMPARE(SearchLane(spec.sources.front(), spec).leastInterval(), 500ms);
    spec.sources.front().base = Base;
    QCOMPARE(SearchLane(spec.sources.front(), spec).leastInterval(), 0ms);
}

void TestSuperjobSource::words_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("sent");
    const QString three = u"keywords[0][srws]=%1&keywords[0][skwc]=and&keywords[0][keys]=печник C++&"_s;
    QTest::newRow("title") << int(SearchField::Name) << three.arg(1);
    QTest::newRow("company") << int(SearchField::Company) << three.arg(2);
    QTest::newRow("description") << int(SearchField::Description) << u"keyword=печник C++&"_s;
    QTest::newRow("any") << int(SearchField::Any) << u"keyword=печник C++&"_s;
}

void TestSuperjobSource::words()
{
    QFETCH(int, field);
    QFETCH(QString, sent);
    Query query;
    query.text = u"«печник C++» NOT стажёр"_s;
    query.field = SearchField(field);
    const QUrl url = SuperjobSource().listPage(query, Base, 3).url;
    QVERIFY(url.isValid());
    QCOMPARE(url.path(), u"/superjob/vacancies/"_s); // with the slash, else it redirects
    QCOMPARE(QUrl::fromPercentEncoding(url.query(QUrl::FullyEncoded).toLatin1()),
             sent + u"order_field=date&order_direction=desc&count=100&page=3"_s);
    QVERIFY(url.query(QUrl::FullyEncoded).contains(u"C%2B%2B")); // a bare plus would be a blank
}

void TestSuperjobSource::filters()
{
    const SuperjobSource source;
    const auto sent = [&source](const Query &query) {
        QString text = QUrl::fromPercentEncoding(
            source.listPage(query, Base, 0).url.query(QUrl::FullyEncoded).toLatin1());
        return text.left(text.indexOf(u"order_field"));
    };
    QCOMPARE(sent({}), QString());
    Query query;
    query.areas = {u"4"_s, u"14"_s};
    query.salary = 90'000;
    query.onlyWithSalary = true;
    query.experience = {u"between3And6"_s};
    QCOMPARE(sent(query), u"t[]=4&t[]=14&payment_from=90000&no_agreement=1&experience=3&"_s);
    QVERIFY(source.ignoredFields(query).isEmpty());
    query.areas = {u"o46"_s};
    query.currency = u"USD"_s;
    query.experience = {u"noExperience"_s};
    query.employment = {u"FULL"_s};
    query.workFormat = {u"REMOTE"_s};
    query.roles = {u"156"_s};
    QCOMPARE(sent(query), u"o[]=46&no_agreement=1&"_s);
    QCOMPARE(source.ignoredFields(query), (QStringList{u"roles"_s, u"salary"_s}));
}

void TestSuperjobSource::times()
{
    const SuperjobSource source;
    const auto value = [&source](const Query &query, const QString &name) {
        return QUrlQuery(source.listPage(query, Base, 0).url).queryItemValue(name);
    };
    Query query;
    query.dateFrom = QDate(2026, 11, 1);
    query.dateTo = QDate(2026, 11, 1);
    QCOMPARE(value(query, u"date_published_from"_s), u"1793480400"_s); // midnight in Moscow
    QCOMPARE(value(query, u"date_published_to"_s), u"1793566799"_s);
    query.window = {1'700'000'000, 1'700'000'060};
    QCOMPARE(value(query, u"date_published_from"_s), u"1700000000"_s);
    QCOMPARE(value(query, u"date_published_to"_s), u"1700000060"_s);

    Query week;
    week.period = 7;
    const std::vector<Query> parts = source.split(week, QDate(2026, 11, 8));
    QCOMPARE(parts.size(), size_t(1));
    QCOMPARE(parts.front().period, 0);
    QCOMPARE(value(parts.front(), u"date_published_from"_s), u"1793480400"_s);
    Vacancy vacancy;
    vacancy.created = u"2026-11-01T00:00:00+0300"_s;
    QCOMPARE(source.windowTime(vacancy), 1'793'480'400);
}

void TestSuperjobSource::split()
{
    const SuperjobSource source;
    QCOMPARE(source.split({}, QDate(2026, 11, 8)), std::vector<Query>{Query()});
    Query query;
    query.text = u"сварщик OR «бригадир смены»"_s;
    query.areas = {u"o46"_s, u"4"_s, u"o41"_s, u"14"_s};
    QStringList asked;
    for (const Query &part : source.split(query, QDate(2026, 11, 8))) {
        QCOMPARE(part.text, query.text);
        QVERIFY(part.validate());
        asked << part.areas.join(u'+') + u' ' + part.ask;
    }
    QCOMPARE(asked, (QStringList{u"4+14 сварщик"_s, u"4+14 бригадир смены"_s, u"o46+o41 сварщик"_s,
                                 u"o46+o41 бригадир смены"_s}));
    const QStringList all = source.splitValues({}, SplitKey::Regions);
    QVERIFY(all.size() > 80 && all.contains(u"4"_s) && all.contains(u"o46"_s) && !all.contains(u"72"_s));
    QVERIFY(!source.takesSeveral(SplitKey::Regions));
    QVERIFY(source.splitValues({}, SplitKey::Roles).isEmpty());
}

void TestSuperjobSource::regions()
{
    const SuperjobSource source;
    const auto to = [&source](const QStringList &areas) {
        return source.toSource(areas).value_or(QStringList(u"none"_s));
    };
    QCOMPARE(to({u"1"_s, u"2"_s}), (QStringList{u"4"_s, u"14"_s}));
    QCOMPARE(to({u"2019"_s}), QStringList(u"o46"_s));  // Moscow's region
    QCOMPARE(to({u"112"_s}), QStringList(u"72"_s));    // Yaroslavl, a city
    QCOMPARE(to({u"113"_s, u"1"_s}), QStringList());   // the country
    QCOMPARE(to({u"40"_s}), QStringList(u"none"_s));   // Kazakhstan
    QCOMPARE(to({u"1368"_s}), QStringList(u"none"_s)); // it knows Yugra only within Tyumen's region
    QCOMPARE(source.fromSource({u"4"_s, u"o46"_s, u"72"_s, u"999999"_s}),
             (QStringList{u"1"_s, u"2019"_s, u"112"_s}));
    QCOMPARE(source.regions().name(u"o98"_s, QLocale(QLocale::English)), u"Sakha Republic (Yakutia)"_s);
}

void TestSuperjobSource::badRegions_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("hint");
    QTest::newRow("town") << u"4"_s << QString();
    QTest::newRow("region") << u"o46"_s << QString();
    QTest::newRow("small town") << u"5594"_s << QString();
    QTest::newRow("Trudvsem's") << u"7700000000000"_s << u"such as 4 for Moscow"_s;
    QTest::newRow("name") << u"Тверь"_s << u"the number of"_s;
    QTest::newRow("bare o") << u"o"_s << u"such as"_s;
}

void TestSuperjobSource::badRegions()
{
    QFETCH(QString, hint);
    QFETCH(QString, region);
    const auto checked = SuperjobSource().checkRegions({region});
    QCOMPARE(checked.has_value(), hint.isEmpty());
    if (!checked)
        QVERIFY2(region.size() == 1 || checked.error().detail.contains(hint),
                 qPrintable(checked.error().detail));
}

void TestSuperjobSource::wholeRecord()
{
    const auto list =
        SuperjobSource().parseList(page(record(R"("id_client": 77, "firm_name": "Дом &quot;У реки&quot;",
        "link": "https://www.superjob.ru/vakansii/krovelschik-5164.html", "town": {"id": 4, "title": "Москва", "genitive": "Москвы"},
        "payment_from": 70000, "payment_to": 95000, "agreement": false, "currency": "rub",
        "candidat": "Старый текст", "vacancyRichText": "<p>Крыть<br>крыши</p><ul><li>высота</li></ul>", "work": null,
        "date_published": 1793480400, "date_pub_to": 1796072400, "is_archive": false, "is_closed": false, "anonymous": false,
        "type_of_work": {"id": 12, "title": "сменный график работы"}, "place_of_work": {"id": 1, "title": "на территории работодателя"},
        "education": {"id": 4, "title": "среднее"}, "experience": {"id": 3, "title": "от 3 лет"}, "gender": {"id": 2, "title": "мужской"},
        "age_from": 20, "catalogues": [{"id": 306, "key": 306, "title": "Строительство", "positions": [{"id": 1, "title": "Кровля"}, {"id": 2, "title": "Фасады"}]},
        {"id": 505, "title": "Рабочий персонал", "positions": []}],
        "metro": [{"id": 9, "title": "Речной вокзал", "id_metro_line": 2}, {"id": 9, "title": "Речной вокзал"}, {"title": null}],
        "professionalSkills": [{"title": "Пайка &amp; гибка"}, {"title": "Альпинизм"}], "latitude": 55.85, "longitude": 37.47,
        "address": "Москва, Речная, 3", "phone": "+7 900 000-00-00", "phones": [{"number": "900"}], "contact": "Person", "fax": "1",
        "client": {"id": 77, "title": "Другое имя"})")),
                                   {}, Base);
    QVERIFY(list);
    QCOMPARE(list->found, 250);
    QCOMPARE(list->pages, 3);
    QVERIFY(list->details.empty() && !list->isLast);
    Vacancy expected;
    expected.source = u"superjob"_s;
    expected.id = u"5164"_s;
    expected.name = u"Кровельщик"_s;
    expected.alternateUrl = u"https://www.superjob.ru/vakansii/krovelschik-5164.html"_s;
    expected.created = u"2026-11-01T00:00:00+0300"_s;
    expected.salaryFrom = 70000;
    expected.salaryTo = 95000;
    expected.currency = u"RUR"_s;
    expected.experience = u"От 3 лет"_s;
    expected.schedule = u"Сменный график работы"_s;
    expected.workFormat = {u"На территории работодателя"_s};
    expected.skills = {u"Пайка & гибка"_s, u"Альпинизм"_s};
    expected.employer = u"Дом \"У реки\""_s;
    expected.employerId = u"77"_s;
    expected.area = u"Москва"_s;
    expected.description = u"Крыть\nкрыши\n- высота"_s;
    expected.roles = {u"Кровля"_s, u"Фасады"_s, u"Рабочий персонал"_s};
    expected.specialisation = u"Строительство; Рабочий персонал"_s;
    expected.address = u"Москва, Речная, 3"_s;
    expected.lat = 55.85;
    expected.lng = 37.47;
    expected.archived = false;
    expected.education = u"Среднее"_s;
    expected.metro = {u"Речной вокзал"_s};
    expected.state = u"complete"_s;
    QCOMPARE(list->vacancies.size(), size_t(1));
    QCOMPARE(list->vacancies.front().toRow(), expected.toRow());
    QVERIFY(list->vacancies.front() == expected);
    for (const table::Value &cell : expected.toRow())
        QVERIFY(!table::toText(cell).contains(u"Person") && !table::toText(cell).contains(u"900 "));
    QCOMPARE(SuperjobSource().parseDetail(record({}))->key(), u"superjob:5164"_s);
}

void TestSuperjobSource::salary_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<double>("from"); // -1 = not said
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char *members, double from, double to, const QString &currency) {
        QTest::newRow(members) << QByteArray(members) << from << to << currency;
    };
    row(R"("payment_from": 0, "payment_to": 0, "agreement": true, "currency": "rub")", -1, -1, {});
    row(R"("payment_from": 40000, "payment_to": 0, "currency": "rub")", 40000, -1, u"RUR"_s);
    row(R"("payment_from": 0, "payment_to": 900, "currency": "usd")", -1, 900, u"USD"_s);
    row(R"("payment_from": "15", "payment_to": 20, "currency": "byn")", 15, 20, u"BYR"_s);
    row(R"("payment_from": 7, "payment_to": -1, "currency": null)", 7, -1, u"RUR"_s);
    row(R"("payment_from": null, "payment_to": [], "currency": 5)", -1, -1, {});
}

void TestSuperjobSource::salary()
{
    QFETCH(QByteArray, members);
    QFETCH(double, from);
    QFETCH(double, to);
    const Vacancy vacancy = readOne(members);
    QCOMPARE(vacancy.id, u"5164"_s);
    QCOMPARE(vacancy.salaryFrom.value_or(-1), from);
    QCOMPARE(vacancy.salaryTo.value_or(-1), to);
    QTEST(vacancy.currency, "currency");
}

void TestSuperjobSource::texts()
{
    const auto list = SuperjobSource().parseList(
        page(R"({"id": 1, "profession": "Слесарь &laquo;КИПиА&raquo; &amp;quot;5 разряд&amp;quot;"})"), {},
        Base);
    QCOMPARE(list->vacancies.front().name, u"Слесарь «КИПиА» \"5 разряд\""_s);
    // Plain text keeps its lines and its signs; markup is read.
    QCOMPARE(
        readOne(R"("candidat": "опыт &gt; 3 лет\r\n\r\nдопуск", "work": "чинить", "compensation": "чай")")
            .description,
        u"чинить\nопыт > 3 лет\nдопуск\nчай"_s);
    QVERIFY(readOne(R"("candidat": " ", "vacancyRichText": "<p> </p>")").description.isNull());
    QVERIFY(readOne(R"("vacancyRichText": null)").description.isNull());
    for (const char *client : {"null", "[]", "{}", "{\"title\": null}"})
        QVERIFY2(readOne("\"anonymous\": true, \"id_client\": 0, \"client\": " + QByteArray(client))
                     .employer.isNull(),
                 client);
    QCOMPARE(readOne(R"("firm_name": "", "client": {"title": "Причал"})").employer, u"Причал"_s);
    QVERIFY(readOne(R"("latitude": 0, "longitude": 0)").lat == std::nullopt);
    QVERIFY(readOne(R"("latitude": "55.5", "longitude": "37.5")").lat == 55.5);
    QCOMPARE(readOne(R"("is_archive": false, "is_closed": true)").archived, true);
    QCOMPARE(readOne(R"("is_closed": false)").archived, false);
    QVERIFY(!readOne({}).archived);
    QVERIFY(readOne(R"("date_published": 0)").created.isNull());
    QVERIFY(readOne(R"("date_published": 1e15)").created.isNull());
}

void TestSuperjobSource::work_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("employment");
    QTest::addColumn<QString>("format");
    const QByteArray anywhere = ", " + titled("place_of_work", "Не имеет значения");
    const auto kind = [](const char *title) { return titled("type_of_work", title); };
    QTest::newRow("full day") << kind("Полный рабочий день") + anywhere << u"Полный рабочий день"_s
                              << QString() << QString();
    QTest::newRow("part") << kind("частичная занятость") << QString() << u"Частичная занятость"_s
                          << QString();
    QTest::newRow("remote in its kind")
        << kind("Неполная дистанционная занятость") + anywhere << QString()
        << u"Неполная дистанционная занятость"_s << u"Неполная дистанционная занятость"_s;
    QTest::newRow("at home") << titled("place_of_work", "на дому") << QString() << QString() << u"На дому"_s;
    QTest::newRow("remote in the text")
        << R"("vacancyRichText": "<p>Формат работы: <b>удалённая</b> работа по всей стране</p>")" + anywhere
        << QString() << QString() << u"Удалённо"_s;
    QTest::newRow("remote access is none")
        << QByteArray(R"("candidat": "настройка удалённого доступа")") << QString() << QString() << QString();
    QTest::newRow("travelling") << titled("place_of_work", "Разъездного характера") << QString() << QString()
                                << u"Разъездного характера"_s;
}

void TestSuperjobSource::work()
{
    QFETCH(QByteArray, members);
    const Vacancy vacancy = readOne(members);
    QTEST(vacancy.schedule, "schedule");
    QTEST(vacancy.employment, "employment");
    QTEST(vacancy.workFormat.value(0), "format");
}

void TestSuperjobSource::nullsAndTypes_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"null", "true", "17", "\"\"", "\"text\"", "[]", "{}", "[null]", "[[1]]",
                              "{\"title\": []}", "[{\"title\": 4, \"positions\": 5}, 5]", "1e300", "-1"})
        QTest::newRow(value) << QByteArray(value);
}

void TestSuperjobSource::nullsAndTypes()
{
    QFETCH(QByteArray, value);
    for (const char *field :
         {"id_client",      "profession",   "firm_name",          "link",      "town",
          "payment_from",   "payment_to",   "agreement",          "currency",  "candidat",
          "work",           "compensation", "is_archive",         "is_closed", "vacancyRichText",
          "date_published", "type_of_work", "place_of_work",      "education", "experience",
          "catalogues",     "metro",        "professionalSkills", "latitude",  "longitude",
          "address",        "client"}) {
        const QByteArray body = page(R"({"id": 7, ")" + QByteArray(field) + R"(": )" + value + "}");
        const auto list = SuperjobSource().parseList(body, {}, Base);
        QVERIFY2(list.has_value(), field);
        QCOMPARE(list->vacancies.size(), 1U);
        QCOMPARE(list->vacancies.front().key(), u"superjob:7"_s);
    }
}

void TestSuperjobSource::envelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Reason>("reason"); // None = a page
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages");
    QTest::addColumn<bool>("last");
    const auto row = [](const char *tag, const QByteArray &body, Reason reason, int rows = 0, int pages = 0,
                        bool last = false) { QTest::newRow(tag) << body << reason << rows << pages << last; };
    row("page", page(record({})), Reason::None, 1, 3);
    row("no match", page({}, R"("total": 0, "more": false)"), Reason::None, 0, 0, true);
    row("more than can be reached", page(record({}), R"("total": 1000000, "more": true)"), Reason::None, 1,
        5);
    row("its last page", page(record({}), R"("total": 1000000, "more": false)"), Reason::None, 1, 5, true);
    row("corrected", page(record({}), R"("total": "101", "more": "true", "corrected_keyword": "учитель")"),
        Reason::None, 1, 2);
    row("no total", page(record({}), R"("subscription_id": 0)"), Reason::None, 1, -1);
    row("bad records", page("null, 5, {}, [], {\"id\": 0}, {\"id\": \"x\"}," + record({})), Reason::None, 1,
        3);
    row("error", R"({"error": {"code": 500, "message": "x"}})", Reason::BadBody);
    row("no list", R"({"objects": null, "total": 1})", Reason::BadBody);
    row("html", "<html></html>", Reason::BadBody);
    row("truncated", page(record({})).chopped(2), Reason::BadBody);
}

void TestSuperjobSource::envelopes()
{
    QFETCH(QByteArray, body);
    QFETCH(Reason, reason);
    const auto list = SuperjobSource().parseList(body, {}, Base);
    if (!list) {
        QCOMPARE(list.error().reason, reason);
        return;
    }
    QCOMPARE(Reason::None, reason);
    QTEST(int(list->vacancies.size()), "rows");
    QTEST(list->pages, "pages");
    QTEST(list->isLast, "last");
    QCOMPARE(list->unreadable, list->notes.size());
}

/// What the source says of a page goes before what its total promises, and is no limit of the source.
void TestSuperjobSource::lastPage()
{
    SearchSpec spec;
    spec.sources.push_back({u"superjob"_s, {}, Base});
    spec.sources.front().query.pages = 5;
    SearchLane lane(spec.sources.front(), spec);
    const auto next = [&lane](const QByteArray &envelope) {
        store::WorkItem item;
        item.kind = lane.listKinds().front();
        const auto list = SuperjobSource().parseList(page(record({}), envelope), {}, Base);
        return lane.workAfter(item, *list, 0).size();
    };
    QCOMPARE(next(R"("total": 900, "more": false)"), size_t(0));
    QCOMPARE(next(R"("total": 900, "more": true)"), size_t(4));
    QCOMPARE(lane.reachable(), 500);
}

void TestSuperjobSource::checkedHere_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *tag, void (*set)(Query &), const QByteArray &members,
                        const QString &rule) {
        Query query;
        set(query);
        QTest::newRow(tag) << query << members << rule;
    };
    const auto title = [](Query &q) { q.text = u"кровельщик"_s; };
    row("title", title, {}, {});
    row(
        "other title", [](Query &q) { q.text = u"сварщик"_s; }, R"("candidat": "сварщик")", u"text"_s);
    const auto company = [](Query &q) { q.text = u"причал"_s, q.field = SearchField::Company; };
    row("company", company, R"("firm_name": "Старый причал")", {});
    row("other company", company, R"("candidat": "причал")", u"text"_s);
    const auto text = [](Query &q) { q.text = u"лодка"_s, q.field = SearchField::Description; };
    row("description", text, R"("candidat": "чинить лодки")", {});
    row("not in the description", text, R"("firm_name": "Лодка")", u"text"_s);
    row("any: the source knows better", [](Query &q) { q.text = u"лодка"_s, q.field = SearchField::Any; }, {},
        {});
    row(
        "excluded", [](Query &q) { q.exclude = {u"кровельщик"_s}; }, {}, u"exclude"_s);
    const auto days = [](Query &q) { q.dateFrom = QDate(2026, 11, 1), q.dateTo = QDate(2026, 11, 2); };
    row("first second", days, R"("date_published": 1793480400)", {});
    row("a second before", days, R"("date_published": 1793480399)", u"date"_s);
    row("a day after", days, R"("date_published": 1793653200)", u"date"_s);
    row("no date", days, {}, {});
    const auto pay = [](Query &q) { q.salary = 50'000; };
    row("less", pay, R"("payment_from": 30000, "payment_to": 45000, "currency": "rub")", u"salary"_s);
    row("enough", pay, R"("payment_from": 30000, "payment_to": 50000, "currency": "rub")", {});
    row("other currency", pay, R"("payment_from": 900, "currency": "usd")", {});
    row("no pay", pay, R"("payment_from": 0, "payment_to": 0)", {});
    row(
        "no pay, but wanted", [](Query &q) { q.onlyWithSalary = true; }, R"("agreement": true)",
        u"no_salary"_s);
    const auto novice = [](Query &q) { q.experience = {u"noExperience"_s}; };
    row("novice", novice, titled("experience", "Без опыта"), {});
    row("does not matter", novice, titled("experience", "не имеет значения"), {});
    row("a year", novice, titled("experience", "от 1 года"), u"experience"_s);
    row("not said", novice, {}, u"experience"_s);
    row("six years", [](Query &q) { q.experience = {u"moreThan6"_s}; }, titled("experience", "От 6 лет"), {});
    const auto full = [](Query &q) { q.employment = {u"FULL"_s}; };
    row("full day", full, titled("type_of_work", "Полный рабочий день"), {});
    row("shifts", full, titled("type_of_work", "Сменный график работы"), {});
    row("not a full day", full, titled("type_of_work", "Неполный рабочий день"), u"employment"_s);
    row("away", [](Query &q) { q.employment = {u"FLY_IN_FLY_OUT"_s}; },
        titled("type_of_work", "Вахтовый метод"), {});
    const auto remote = [](Query &q) { q.workFormat = {u"REMOTE"_s}; };
    row("remote", remote, R"("candidat": "Удаленная работа")", {});
    row("not remote", remote, titled("place_of_work", "Не имеет значения"), u"work_format"_s);
    row("on site", [](Query &q) { q.workFormat = {u"ON_SITE"_s}; },
        titled("place_of_work", "Не имеет значения"), {});
}

void TestSuperjobSource::checkedHere()
{
    QFETCH(Query, query);
    QFETCH(QByteArray, members);
    QTEST(leftOut(query, members), "rule");
}

void TestSuperjobSource::judge_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("detail"); // part of it
    const QByteArray noKey =
        R"({"error": {"code": 400, "error": "app_key_required", "message": "Нужен ключ приложения"}})";
    const QByteArray badKey = R"({"error": {"code": 403, "message": "Неверный ключ"}})";
    const QByteArray blocked =
        R"({"error": {"code": 403, "message": "Закрыто", "errors": [{"reason": "client_blocked", "user_name": "Person"}]}})";
    const auto row = [](const char *tag, int status, const QByteArray &body, const QByteArray &server,
                        Verdict verdict, Reason reason, const QString &detail = {}) {
        QTest::newRow(tag) << status << body << server << int(verdict) << reason << detail;
    };
    row("page", 200, page({}), {}, Verdict::Usable, Reason::None);
    row("no key", 400, noKey, {}, Verdict::StopAll, Reason::AuthRequired, u"app_key_required"_s);
    row("no key, the other status", 403, noKey, {}, Verdict::StopAll, Reason::AuthRequired,
        u"app_key_required"_s);
    row("wrong key", 403, badKey, "nginx", Verdict::StopAll, Reason::AuthRequired, u"Неверный ключ"_s);
    row("blocked", 403, blocked, {}, Verdict::StopAll, Reason::AuthRequired, u"client_blocked"_s);
    row("the edge", 403, "<html><body>403</body></html>", "sw", Verdict::StopAll, Reason::HttpStatus,
        u"data centres"_s);
    row("another wall", 403, {}, {}, Verdict::StopAll, Reason::HttpStatus);
    row("unauthorized", 401, {}, {}, Verdict::StopAll, Reason::AuthRequired);
    row("bad value", 400, R"({"error": {"code": 400, "message": "Неверный параметр t"}})", {},
        Verdict::Failed, Reason::BadRequest, u"параметр"_s);
    row("too many", 429, {}, {}, Verdict::Failed, Reason::HttpStatus);
    row("overload", 503, "<html>", {}, Verdict::Failed, Reason::HttpStatus);
    row("not there", 404, {}, {}, Verdict::Failed, Reason::HttpStatus);
}

void TestSuperjobSource::judge()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, server);
    QFETCH(QString, detail);
    net::Response response;
    response.url = SuperjobSource().listPage({}, Base, 0).url;
    response.status = status;
    response.body = body;
    response.headers = {{"Server", server}};
    const Judgement judgement = SuperjobSource().judge(response);
    QTEST(int(judgement.verdict), "verdict");
    QTEST(judgement.error.reason, "reason");
    QVERIFY2(judgement.error.detail.contains(detail), qPrintable(judgement.error.detail));
    QVERIFY(!detail.isEmpty() || judgement.error.detail.isEmpty());
    QVERIFY(!judgement.error.detail.contains(u"Person"));
    response.url = Base.resolved(QUrl(u"/2.0/vacancies/5164/"_s));
    response.status = 404;
    QCOMPARE(SuperjobSource().judge(response).verdict, Verdict::Gone);
}

QTEST_GUILESS_MAIN(TestSuperjobSource)
#include "tst_superjobsource.moc"
