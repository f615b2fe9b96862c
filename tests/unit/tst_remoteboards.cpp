// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Jobicy and Himalayas: answers of their real shape, each member missing once.
class TestRemoteBoards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobicyAsks();
    void jobicyRecord();
    void jobicyNulls_data();
    void jobicyNulls();
    void jobicyFormerPay();
    void jobicyNothingFound();
    void himalayasAsks();
    void himalayasRecord();
    void himalayasNulls_data();
    void himalayasNulls();
    void himalayasOddNames();
    void himalayasPages();
    void typesAndBrokenPages();
    void checkedHere();
};

namespace {

test::BoardRig jobicyRig()
{
    return {u"jobicy", u"jobs"_s, {{"success"_L1, true}, {"jobCount"_L1, 1}}};
}

test::BoardRig himalayasRig()
{
    return {u"himalayas", u"jobs"_s, {{"totalCount"_L1, 45}, {"limit"_L1, 20}, {"offset"_L1, 0}}};
}

QJsonObject jobicyAd()
{
    return test::jsonOf(R"({"id": 70001, "url": "https://jobicy.com/jobs/70001-lighthouse-keeper",
        "jobSlug": "70001-lighthouse-keeper", "jobTitle": "Lighthouse Keeper &amp; Painter",
        "companyName": "Gull &#038; Sons", "companyLogo": "https://jobicy.com/l.png",
        "jobIndustry": ["Product &amp; Operations", "Coasts"], "jobType": ["Full-Time", "Contract"],
        "jobGeo": "LATAM,  Brazil,  Portugal", "jobLevel": "Senior", "jobExcerpt": "Keep it lit",
        "jobDescription": "<h3><strong>Who We Are</strong></h3>\n<p>Light &amp; fog.</p>",
        "pubDate": "2026-08-15T15:28:49+00:00",
        "salaryMin": 48000, "salaryMax": 60000, "salaryCurrency": "EUR", "salaryPeriod": "yearly"})");
}

QJsonObject himalayasAd()
{
    return test::jsonOf(
        R"json({"title": "Ferry Dispatcher (Remote)", "excerpt": "Ferries", "companyName": "Fjord Lines Ltd",
        "companySlug": "fjord-lines", "companyLogo": "https://cdn/l.png", "employmentType": "Part Time",
        "minSalary": 36000, "maxSalary": 48000, "salaryPeriod": "annual", "seniority": ["Mid-level", "Senior"],
        "currency": "USD", "locationRestrictions": ["United States", "Sweden"], "timezoneRestrictions": [-5, 1],
        "categories": ["Ferry-Dispatcher", "Logistics"], "parentCategories": ["Operations"],
        "description": "<p><a href=\"https://x\">Fjord</a> ferries.</p>", "pubDate": 1786813232, "expiryDate": 1791997231,
        "applicationLink": "https://apply.example/1", "guid": "https://himalayas.app/companies/fjord-lines/jobs/ferry-dispatcher"})json");
}

} // namespace

void TestRemoteBoards::jobicyAsks()
{
    const test::BoardRig rig = jobicyRig();
    QCOMPARE(rig.asked({}), u"count=100"_s);
    Query query;
    query.text = u"C++ developer"_s;
    QCOMPARE(rig.asked(query), u"count=100&tag=C++ developer"_s);
    QCOMPARE(rig.source().listPage({}, QUrl(u"http://h/api/v2/"_s), 0).url.path(), u"/api/v2/remote-jobs"_s);
    query.experience = {u"noExperience"_s};
    query.roles = {u"1"_s};
    query.contacts = true;
    query.salary = 5;
    query.currency = u"RUR"_s;
    QCOMPARE(rig.source().ignoredFields(query),
             (QStringList{u"roles"_s, u"contacts"_s, u"experience"_s, u"salary"_s}));
}

void TestRemoteBoards::jobicyRecord()
{
    const test::BoardRig rig = jobicyRig();
    const auto page = rig.read({jobicyAd()});
    QVERIFY(page);
    QCOMPARE(page->found, 1);
    QCOMPARE(page->pages, 1);
    QVERIFY(page->isLast);
    Vacancy expected;
    expected.source = u"jobicy"_s;
    expected.id = u"70001"_s;
    expected.name = u"Lighthouse Keeper & Painter"_s;
    expected.alternateUrl = u"https://jobicy.com/jobs/70001-lighthouse-keeper"_s;
    expected.created = u"2026-08-15T15:28:49+00:00"_s;
    expected.salaryFrom = 48'000;
    expected.salaryTo = 60'000;
    expected.currency = u"EUR"_s;
    expected.salaryMode = u"yearly"_s;
    expected.experience = u"Senior"_s;
    expected.schedule = u"Contract"_s;
    expected.employer = u"Gull & Sons"_s;
    expected.area = u"LATAM, Brazil, Portugal"_s;
    expected.description = u"Who We Are\nLight & fog."_s;
    expected.employment = u"Full-Time"_s;
    expected.workFormat = {u"Remote"_s};
    expected.roles = {u"Product & Operations"_s, u"Coasts"_s};
    expected.state = u"complete"_s;
    QCOMPARE(page->vacancies.size(), size_t(1));
    QVERIFY(page->vacancies.front() == expected);
}

void TestRemoteBoards::jobicyNulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns) { QTest::newRow(member) << columns; };
    row("id", u"unreadable"_s);
    row("url", u"url, alternate_url"_s);
    row("jobSlug", {});
    row("jobTitle", u"vacancy"_s);
    row("companyName", u"employer"_s);
    row("companyLogo", {});
    row("jobIndustry", u"professional_roles"_s);
    row("jobType", u"schedule, employment"_s);
    row("jobGeo", u"area"_s);
    row("jobLevel", u"experience"_s);
    row("jobExcerpt", {});
    row("jobDescription", u"description"_s);
    row("pubDate", u"created"_s);
    row("salaryMin", u"salary_from"_s);
    row("salaryMax", u"salary_to"_s);
    row("salaryCurrency", u"currency"_s); // dollars are meant
    row("salaryPeriod", {});              // a year is meant
}

void TestRemoteBoards::jobicyNulls()
{
    QVERIFY(jobicyAd().contains(QString::fromLatin1(QTest::currentDataTag())));
    QTEST(jobicyRig().changedBy(jobicyAd(), QString::fromLatin1(QTest::currentDataTag())), "columns");
}

/// As it wrote pay before 2026.
void TestRemoteBoards::jobicyFormerPay()
{
    QJsonObject ad = jobicyAd();
    for (const QString &member : {u"salaryMin"_s, u"salaryMax"_s, u"salaryPeriod"_s})
        ad.remove(member);
    ad.insert("annualSalaryMin"_L1, u"90000"_s);
    ad.insert("pubDate"_L1, u"2024-02-03 04:05:06"_s);
    const Vacancy vacancy = jobicyRig().readOne(ad);
    QCOMPARE(vacancy.salaryFrom, 90'000);
    QVERIFY(!vacancy.salaryTo);
    QCOMPARE(vacancy.salaryMode, u"yearly"_s);
    QCOMPARE(vacancy.created, u"2024-02-03T04:05:06Z"_s);
}

void TestRemoteBoards::jobicyNothingFound()
{
    const VacancySource &source = jobicyRig().source();
    net::Response response;
    response.status = 404;
    response.body = R"({"success": false, "error": "No jobs found"})";
    QCOMPARE(source.judge(response).verdict, Verdict::Usable);
    const auto page = source.parseList(response.body, {}, {});
    QVERIFY(page);
    QCOMPARE(page->found, 0);
    QVERIFY(page->vacancies.empty());
    // The firewall in front of it is no list without ads.
    response.status = 403;
    response.body = "<html><title>Attention Required! | Cloudflare</title></html>";
    QCOMPARE(source.judge(response).verdict, Verdict::Failed);
    QVERIFY(!source.parseList(response.body, {}, {}));
}

void TestRemoteBoards::himalayasAsks()
{
    const test::BoardRig rig = himalayasRig();
    QCOMPARE(rig.asked({}), u"sort=recent&page=1"_s);
    Query query;
    query.text = u"dispatcher NOT chief"_s;
    query.areas = {u"85"_s};
    QCOMPARE(rig.asked(query, 4), u"q=dispatcher&country=United States&sort=recent&page=5"_s);
    QCOMPARE(rig.source().listPage({}, QUrl(u"http://h/jobs/api"_s), 0).url.path(), u"/jobs/api/search"_s);
}

void TestRemoteBoards::himalayasRecord()
{
    const auto page = himalayasRig().read({himalayasAd()});
    QVERIFY(page);
    QCOMPARE(page->found, 45);
    QCOMPARE(page->pages, 3);
    QCOMPARE(page->perPage, 20);
    Vacancy expected;
    expected.source = u"himalayas"_s;
    expected.id = u"fjord-lines/ferry-dispatcher"_s;
    expected.name = u"Ferry Dispatcher (Remote)"_s;
    expected.applyUrl = u"https://apply.example/1"_s;
    expected.alternateUrl = u"https://himalayas.app/companies/fjord-lines/jobs/ferry-dispatcher"_s;
    expected.created = u"2026-08-15T17:00:32Z"_s;
    expected.salaryFrom = 36'000;
    expected.salaryTo = 48'000;
    expected.currency = u"USD"_s;
    expected.salaryMode = u"annual"_s;
    expected.experience = u"Mid-level, Senior"_s;
    expected.employer = u"Fjord Lines Ltd"_s;
    expected.employerId = u"fjord-lines"_s;
    expected.area = u"United States, Sweden"_s;
    expected.description = u"Fjord ferries."_s;
    expected.employment = u"Part Time"_s;
    expected.workFormat = {u"Remote"_s};
    expected.roles = {u"Ferry Dispatcher"_s, u"Logistics"_s};
    expected.specialisation = u"Operations"_s;
    expected.state = u"complete"_s;
    QCOMPARE(page->vacancies.size(), size_t(1));
    QVERIFY(page->vacancies.front() == expected);
}

void TestRemoteBoards::himalayasNulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns) { QTest::newRow(member) << columns; };
    row("title", u"vacancy"_s);
    row("excerpt", {});
    row("companyName", u"employer"_s);
    row("companySlug", u"employer_id"_s);
    row("companyLogo", {});
    row("employmentType", u"employment"_s);
    row("minSalary", u"salary_from"_s);
    row("maxSalary", u"salary_to"_s);
    row("salaryPeriod", {}); // a year is meant
    row("seniority", u"experience"_s);
    row("currency", {}); // dollars are meant
    row("locationRestrictions", u"area"_s);
    row("timezoneRestrictions", {});
    row("categories", u"professional_roles"_s);
    row("parentCategories", u"specialisation"_s);
    row("description", u"description"_s);
    row("pubDate", u"created"_s);
    row("expiryDate", {});
    row("applicationLink", u"url"_s);
    row("guid", u"unreadable"_s);
}

void TestRemoteBoards::himalayasNulls()
{
    QVERIFY(himalayasAd().contains(QString::fromLatin1(QTest::currentDataTag())));
    QTEST(himalayasRig().changedBy(himalayasAd(), QString::fromLatin1(QTest::currentDataTag())), "columns");
}

void TestRemoteBoards::himalayasOddNames()
{
    const test::BoardRig rig = himalayasRig();
    QJsonObject ad = himalayasAd();
    ad.insert("companyName"_L1, u"name"_s); // as it was answered for a while
    ad.insert("locationRestrictions"_L1,
              QJsonArray{QJsonObject{{"alpha2"_L1, u"SE"_s}, {"name"_L1, u"Sweden"_s}}});
    ad.insert("pubDate"_L1, qint64(1'786'813'232'000)); // as its documents say
    ad.insert("salaryPeriod"_L1, u"hourly"_s);
    const Vacancy vacancy = rig.readOne(ad);
    QCOMPARE(vacancy.employer, u"fjord-lines"_s);
    QCOMPARE(vacancy.area, u"Sweden"_s);
    QCOMPARE(vacancy.created, u"2026-08-15T17:00:32Z"_s);
    QCOMPARE(vacancy.salaryMode, u"hourly"_s);
    ad.insert("locationRestrictions"_L1, QJsonArray());
    QCOMPARE(rig.readOne(ad).area, u"Worldwide"_s);
    ad.insert("guid"_L1, u"https://elsewhere.example/x?y=1"_s);
    QCOMPARE(rig.readOne(ad).id, u"https://elsewhere.example/x?y=1"_s);
}

void TestRemoteBoards::himalayasPages()
{
    const VacancySource &source = himalayasRig().source();
    const auto unknown = source.parseList(R"({"jobs": []})", {}, {});
    QVERIFY(unknown);
    QCOMPARE(unknown->found, -1);
    QCOMPARE(unknown->pages, -1); // asked on until a page is empty
    const auto none = source.parseList(R"({"jobs": [], "totalCount": 0})", {}, {});
    QCOMPARE(none->pages, 0);
}

void TestRemoteBoards::typesAndBrokenPages()
{
    QCOMPARE(jobicyRig().upsetBy(jobicyAd()), QString());
    QCOMPARE(himalayasRig().upsetBy(himalayasAd()), QString());
    for (const QByteArray &body :
         {QByteArray(), QByteArray("[]"), QByteArray("{}"), QByteArray(R"({"jobs": 5})"),
          QByteArray("<html><title>One moment</title>"), himalayasRig().page({himalayasAd()}).chopped(40)}) {
        for (const VacancySource *source : {&jobicyRig().source(), &himalayasRig().source()}) {
            const auto page = source->parseList(body, {}, {});
            QVERIFY2(!page && page.error().reason == Reason::BadBody, body);
        }
    }
}

void TestRemoteBoards::checkedHere()
{
    const test::BoardRig jobicy = jobicyRig();
    Query query;
    query.areas = {u"243"_s}; // Brazil
    QCOMPARE(jobicy.leftOut(jobicyAd(), query), QString());
    query.areas = {u"149"_s};
    QCOMPARE(jobicy.leftOut(jobicyAd(), query), u"area"_s);
    QCOMPARE(himalayasRig().leftOut(himalayasAd(), query), QString());
    Query paid;
    paid.salary = 4000; // 48,000 a year
    QCOMPARE(himalayasRig().leftOut(himalayasAd(), paid), QString());
    paid.salary = 4001;
    QCOMPARE(himalayasRig().leftOut(himalayasAd(), paid), u"salary"_s);
    Query remote;
    remote.workFormat = {u"REMOTE"_s};
    remote.employment = {u"PART"_s};
    QCOMPARE(himalayasRig().leftOut(himalayasAd(), remote), QString());
    QCOMPARE(jobicy.leftOut(jobicyAd(), remote), u"employment"_s);
    remote.employment = {u"PROJECT"_s};
    QCOMPARE(jobicy.leftOut(jobicyAd(), remote), QString());
}

QTEST_GUILESS_MAIN(TestRemoteBoards)
#include "tst_remoteboards.moc"
