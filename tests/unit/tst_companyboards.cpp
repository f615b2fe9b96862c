// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"
#include "vacancies/boards/companyrecords.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/search/sources.h"

#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Boards of companies: how companies are named, and answers of each service, each member missing once.
class TestCompanyBoards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void companiesAreNeeded();
    void eachCompanyIsAListing();
    void asks_data();
    void asks();
    void records_data();
    void records();
    void nulls_data();
    void nulls();
    void details();
    void personioXml();
    void lists();
    void refusals();
    void places_data();
    void places();
    void types();
};

namespace {

const QUrl Own(u"https://boards-api.greenhouse.io"_s);

Query ofCompany(const QString &id)
{
    Query query;
    query.employers = {id};
    return query;
}

QJsonObject ad(const QString &service)
{
    if (service == "greenhouse"_L1)
        return test::jsonOf(
            R"json({"id": 7001, "absolute_url": "https://job-boards.greenhouse.io/gull/jobs/7001",
            "internal_job_id": 1, "location": {"name": "Remote, Italy"}, "metadata": null, "title": "Keeper &amp; Painter",
            "company_name": "Gull &amp; Sons", "first_published": "2026-04-17T05:58:03-04:00",
            "updated_at": "2026-08-10T16:52:46-04:00", "content": "&lt;p&gt;Light &amp;amp; fog&lt;/p&gt;",
            "departments": [{"id": 1, "name": "Coasts"}], "offices": [{"name": "Italy"}]})json");
    if (service == "lever"_L1)
        return test::jsonOf(
            R"json({"id": "a1b2", "text": "Keeper", "hostedUrl": "https://jobs.lever.co/gull/a1b2",
            "applyUrl": "https://jobs.lever.co/gull/a1b2/apply", "createdAt": 1786813232000, "workplaceType": "hybrid",
            "categories": {"team": "Coasts", "department": "Light", "location": "Toronto, Canada",
            "commitment": "Full-time", "allLocations": ["Toronto, Canada"]}, "descriptionPlain": "Keep it.",
            "lists": [{"text": "Needed", "content": "<li>Eyes</li>"}], "additionalPlain": "Bye.",
            "salaryRange": {"min": 140000, "max": 190000, "currency": "CAD", "interval": "per-year-salary"}})json");
    if (service == "ashby"_L1)
        return test::jsonOf(
            R"json({"id": "05e1-42", "title": "Keeper", "department": "Light", "team": "Coasts",
            "employmentType": "FullTime", "location": "New York", "secondaryLocations": [], "isRemote": true,
            "publishedAt": "2026-04-02T21:00:55.755+00:00", "workplaceType": "OnSite",
            "address": {"postalAddress": {"addressCountry": "United States"}}, "isListed": true,
            "jobUrl": "https://jobs.ashbyhq.com/gull/05e1-42", "applyUrl": "https://jobs.ashbyhq.com/gull/05e1-42/application",
            "descriptionHtml": "<p>Keep it.</p>", "compensation": {"summaryComponents": [
            {"compensationType": "EquityPercentage", "minValue": 1, "maxValue": 2},
            {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "USD", "minValue": 90000, "maxValue": 120000}]}})json");
    if (service == "smartrecruiters"_L1)
        return test::jsonOf(
            R"json({"id": "7440001", "name": "Keeper", "company": {"identifier": "Gull", "name": "Gull & Sons"},
            "releasedDate": "2026-09-01T10:00:00.000Z", "location": {"city": "Berlin", "country": "de", "remote": true},
            "industry": {"id": "x", "label": "Coasts"}, "function": {"id": "y", "label": "Light"},
            "department": {"id": "z", "label": "Towers"}, "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
            "experienceLevel": {"id": "a", "label": "Entry Level"}, "refNumber": "R1"})json");
    if (service == "recruitee"_L1)
        return test::jsonOf(
            R"json({"id": 55, "title": "Keeper", "careers_url": "https://gull.recruitee.com/o/keeper",
            "careers_apply_url": "https://gull.recruitee.com/o/keeper/c/new", "company_name": "Gull",
            "published_at": "2026-02-01 10:00:00 UTC", "created_at": "2026-01-01 10:00:00 UTC", "updated_at": "2026-03-01 10:00:00 UTC",
            "employment_type_code": "fulltime_permanent", "experience_code": "mid_level", "education_code": "bachelor_degree",
            "department": "Light", "tags": ["lamps", "paint"], "remote": false, "hybrid": true, "on_site": false,
            "city": "Utrecht", "country": "Netherlands", "location": "Utrecht, Netherlands",
            "description": "<p>Keep it.</p>", "requirements": "<p>Eyes</p>",
            "salary": {"min": "3000", "max": "4000", "currency": "EUR", "period": "month"}})json");
    if (service == "workable"_L1)
        return test::jsonOf(
            R"json({"shortcode": "AB12CD", "title": "Keeper", "url": "https://apply.workable.com/j/AB12CD",
            "application_url": "https://apply.workable.com/j/AB12CD/apply", "published_on": "2026-02-01",
            "created_at": "2026-01-30", "employment_type": "Full-time", "experience": "Mid-Senior level",
            "education": "Bachelor's Degree", "industry": "Coasts", "function": "Light", "department": "Towers",
            "telecommuting": true, "city": "Athens", "country": "Greece", "state": "Attica", "description": "<p>Keep it.</p>"})json");
    return {};
}

test::BoardRig rigOf(const QString &service)
{
    const QString list = service == "smartrecruiters"_L1 ? u"content"_s
                         : service == "recruitee"_L1     ? u"offers"_s
                         : service == "lever"_L1         ? QString()
                                                         : u"jobs"_s;
    const QJsonObject page =
        service == "workable"_L1 ? QJsonObject{{"name"_L1, u"Gull Ltd"_s}} : QJsonObject();
    return {u"boards", list, page, ofCompany(service + u":gull"_s)};
}

} // namespace

void TestCompanyBoards::addresses_data()
{
    QTest::addColumn<QString>("company");
    const auto row = [](const char *address, const QString &company) { QTest::newRow(address) << company; };
    row("https://boards.greenhouse.io/stripe", u"greenhouse:stripe"_s);
    row("https://job-boards.greenhouse.io/stripe/jobs/123", u"greenhouse:stripe"_s);
    row("https://boards.greenhouse.io/embed/job_board?for=stripe", u"greenhouse:stripe"_s);
    row("https://boards-api.greenhouse.io/v1/boards/stripe/jobs", u"greenhouse:stripe"_s);
    row("https://jobs.lever.co/acme", u"lever:acme"_s);
    row("https://jobs.eu.lever.co/acme/", u"lever-eu:acme"_s);
    row("https://jobs.ashbyhq.com/notion?x=1", u"ashby:notion"_s);
    row("https://careers.smartrecruiters.com/BoschGroup", u"smartrecruiters:BoschGroup"_s);
    row("https://acme.recruitee.com/o/keeper", u"recruitee:acme"_s);
    row("https://apply.workable.com/acme/", u"workable:acme"_s);
    row("https://acme.workable.com", u"workable:acme"_s);
    row("https://acme.jobs.personio.com", u"personio:acme"_s);
    row("https://acme.jobs.personio.de/job/1", u"personio-de:acme"_s);
    row("lever:acme", u"lever:acme"_s);
    row("https://www.recruitee.com/", {});
    row("https://jobs.lever.co/", {});
    row("https://jobs.lever.co/%2e%2e", {});
    row("https://example.org/stripe", {});
    row("monster:acme", {});
    row("lever:", {});
}

void TestCompanyBoards::addresses()
{
    const auto query = sourceById(u"boards")->queryAt(QUrl(QString::fromLatin1(QTest::currentDataTag())));
    QTEST(query ? query->employers.join(u',') : QString(), "company");
    QVERIFY(!query || query->validate());
}

/// Before anything is asked.
void TestCompanyBoards::companiesAreNeeded()
{
    SearchSpec spec;
    spec.sources = {{u"boards"_s, {}, {}}};
    QVERIFY(!spec.validate() && spec.validate().error().reason == Reason::BadValue);
    for (const char *wrong : {"1455", "monster:acme", "lever:a/b", "lever:a:b", "lever:.."}) {
        spec.sources.front().query.employers = {QString::fromLatin1(wrong)};
        QVERIFY2(!spec.validate(), wrong);
    }
    spec.sources.front().query.employers = {u"lever:acme"_s, u"greenhouse:stripe"_s};
    QVERIFY(spec.validate());
    // Of employers named for several sources each takes its own.
    const QStringList mixed{u"1455"_s, u"lever:acme"_s};
    QCOMPARE(sourceById(u"boards")->ownEmployers(mixed), QStringList{u"lever:acme"_s});
    QCOMPARE(sourceById(u"hh")->ownEmployers(mixed), QStringList{u"1455"_s});
}

void TestCompanyBoards::eachCompanyIsAListing()
{
    Query query;
    query.text = u"keeper OR painter"_s;
    query.employers = {u"lever:a"_s, u"ashby:b"_s};
    const auto parts = sourceById(u"boards")->split(query);
    QCOMPARE(parts.size(), size_t(2));
    QCOMPARE(parts[0].employers, QStringList{u"lever:a"_s});
    QCOMPARE(parts[1].employers, QStringList{u"ashby:b"_s});
    QVERIFY(sourceById(u"boards")->ignoredFields(query).isEmpty());
}

void TestCompanyBoards::asks_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *company, const QString &own, const QString &other) {
        QTest::newRow(company) << own << other;
    };
    row("greenhouse:x", u"https://boards-api.greenhouse.io/v1/boards/x/jobs?content=true"_s,
        u"http://h/b/greenhouse/v1/boards/x/jobs?content=true"_s);
    row("lever:x", u"https://api.lever.co/v0/postings/x?mode=json&limit=100&skip=200"_s,
        u"http://h/b/lever/v0/postings/x?mode=json&limit=100&skip=200"_s);
    row("ashby:x", u"https://api.ashbyhq.com/posting-api/job-board/x?includeCompensation=true"_s,
        u"http://h/b/ashby/posting-api/job-board/x?includeCompensation=true"_s);
    row("smartrecruiters:x",
        u"https://api.smartrecruiters.com/v1/companies/x/postings?limit=100&offset=200"_s,
        u"http://h/b/smartrecruiters/v1/companies/x/postings?limit=100&offset=200"_s);
    row("recruitee:x", u"https://x.recruitee.com/api/offers/"_s, u"http://h/b/recruitee/x/api/offers/"_s);
    row("workable:x", u"https://apply.workable.com/api/v1/widget/accounts/x?details=true"_s,
        u"http://h/b/workable/api/v1/widget/accounts/x?details=true"_s);
    row("personio:x", u"https://x.jobs.personio.com/xml"_s, u"http://h/b/personio/x/xml"_s);
}

void TestCompanyBoards::asks()
{
    const VacancySource &source = *sourceById(u"boards");
    const Query query = ofCompany(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(source.listPage(query, Own, 2).url.toString(), "own");
    QTEST(source.listPage(query, QUrl(u"http://h/b"_s), 2).url.toString(), "other");
}

void TestCompanyBoards::records_data()
{
    QTest::addColumn<QStringList>("cells");
    // id, name, created, pay, period, experience, schedule, employment, format, employer, area, roles, text
    const auto row = [](const char *service, const QStringList &cells) { QTest::newRow(service) << cells; };
    row("greenhouse",
        {u"greenhouse/gull/7001"_s, u"Keeper & Painter"_s, u"2026-04-17T05:58:03-04:00"_s, u""_s, u""_s,
         u""_s, u""_s, u""_s, u"Remote"_s, u"Gull & Sons"_s, u"Italy"_s, u"Coasts"_s, u"Light & fog"_s});
    row("lever", {u"lever/gull/a1b2"_s, u"Keeper"_s, u"2026-08-15T17:00:32Z"_s, u"140000 190000 CAD"_s,
                  u"per year"_s, u""_s, u""_s, u"Full-time"_s, u"hybrid"_s, u"gull"_s, u"Toronto, Canada"_s,
                  u"Coasts;Light"_s, u"Keep it.\nNeeded\n- Eyes\nBye."_s});
    row("ashby", {u"ashby/gull/05e1-42"_s, u"Keeper"_s, u"2026-04-02T21:00:55+00:00"_s, u"90000 120000 USD"_s,
                  u"YEAR"_s, u""_s, u""_s, u"Full Time"_s, u"On Site"_s, u"gull"_s,
                  u"New York, United States"_s, u"Light;Coasts"_s, u"Keep it."_s});
    row("smartrecruiters", {u"smartrecruiters/Gull/7440001"_s, u"Keeper"_s, u"2026-09-01T10:00:00Z"_s, u""_s,
                            u""_s, u"Entry Level"_s, u""_s, u"Full-time"_s, u"Remote"_s, u"Gull & Sons"_s,
                            u"Berlin, Germany"_s, u"Light;Towers"_s, u""_s});
    row("recruitee", {u"recruitee/gull/55"_s, u"Keeper"_s, u"2026-02-01T10:00:00Z"_s, u"3000 4000 EUR"_s,
                      u"month"_s, u"mid level"_s, u""_s, u"fulltime permanent"_s, u"Hybrid"_s, u"Gull"_s,
                      u"Utrecht, Netherlands"_s, u"Light"_s, u"Keep it.\nEyes"_s});
    row("workable",
        {u"workable/gull/AB12CD"_s, u"Keeper"_s, u"2026-02-01"_s, u""_s, u""_s, u"Mid-Senior level"_s, u""_s,
         u"Full-time"_s, u"Remote"_s, u"Gull Ltd"_s, u"Athens, Greece"_s, u"Light;Towers"_s, u"Keep it."_s});
}

void TestCompanyBoards::records()
{
    const QString service = QString::fromLatin1(QTest::currentDataTag());
    const Vacancy read = rigOf(service).readOne(ad(service));
    const QString pay = read.salaryFrom
                            ? u"%1 %2 %3"_s.arg(*read.salaryFrom).arg(*read.salaryTo).arg(read.currency)
                            : QString();
    QFETCH(QStringList, cells);
    const QStringList told{read.id,
                           read.name,
                           read.created,
                           pay,
                           read.salaryMode,
                           read.experience,
                           read.schedule,
                           read.employment,
                           read.workFormat.join(u';'),
                           read.employer,
                           read.area,
                           read.roles.join(u';'),
                           read.description};
    QCOMPARE(told.join(u" | "_s), cells.join(u" | "_s));
    QVERIFY(!read.alternateUrl.isEmpty());
    QCOMPARE(read.employerId, service + (service == "smartrecruiters"_L1 ? u":Gull"_s : u":gull"_s));
    QCOMPARE(read.state, service == "smartrecruiters"_L1 ? u"listed"_s : u"complete"_s);
}

void TestCompanyBoards::nulls_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *path, const QString &columns) {
        QTest::newRow(path) << QString::fromLatin1(path).section(u' ', 0, 0) << columns;
    };
    row("greenhouse id", u"unreadable"_s);
    row("greenhouse title", u"vacancy"_s);
    row("greenhouse absolute_url", u"url, alternate_url"_s);
    row("greenhouse location", u"area, work_format"_s);
    row("greenhouse company_name", u"employer"_s);
    row("greenhouse first_published", u"created"_s);
    row("greenhouse updated_at", u"modified"_s);
    row("greenhouse content", u"description"_s);
    row("greenhouse departments", u"professional_roles"_s);
    row("greenhouse offices", {});
    row("lever id", u"unreadable"_s);
    row("lever text", u"vacancy"_s);
    row("lever hostedUrl", u"alternate_url"_s);
    row("lever applyUrl", u"url"_s);
    row("lever createdAt", u"created"_s);
    row("lever workplaceType", u"work_format"_s);
    row("lever categories", u"area, employment, professional_roles"_s);
    row("lever descriptionPlain", u"description"_s);
    row("lever lists", u"description"_s);
    row("lever salaryRange", u"salary_from, salary_to, currency, salary_mode"_s);
    row("ashby id", u"unreadable"_s);
    row("ashby title", u"vacancy"_s);
    row("ashby department", u"professional_roles"_s);
    row("ashby employmentType", u"employment"_s);
    row("ashby location", u"area"_s);
    row("ashby publishedAt", u"created"_s);
    row("ashby workplaceType", u"work_format"_s);
    row("ashby address", u"area"_s);
    row("ashby descriptionHtml", u"description"_s);
    row("ashby compensation", u"salary_from, salary_to, currency, salary_mode"_s);
    row("smartrecruiters id", u"unreadable"_s);
    row("smartrecruiters name", u"vacancy"_s);
    row("smartrecruiters releasedDate", u"created"_s);
    row("smartrecruiters location", u"area, work_format"_s);
    row("smartrecruiters industry", u"specialisation"_s);
    row("smartrecruiters function", u"professional_roles"_s);
    row("smartrecruiters typeOfEmployment", u"employment"_s);
    row("smartrecruiters experienceLevel", u"experience"_s);
    row("recruitee id", u"unreadable"_s);
    row("recruitee title", u"vacancy"_s);
    row("recruitee company_name", u"employer"_s);
    row("recruitee published_at", u"created"_s);
    row("recruitee employment_type_code", u"employment"_s);
    row("recruitee city", {}); // "location" says it, too
    row("recruitee country", u"area"_s);
    row("recruitee tags", u"skills"_s);
    row("recruitee hybrid", u"work_format"_s);
    row("recruitee description", u"description"_s);
    row("recruitee requirements", u"description"_s);
    row("recruitee salary", u"salary_from, salary_to, currency, salary_mode"_s);
    row("workable shortcode", u"unreadable"_s);
    row("workable title", u"vacancy"_s);
    row("workable published_on", u"created"_s);
    row("workable employment_type", u"employment"_s);
    row("workable experience", u"experience"_s);
    row("workable education", u"education"_s);
    row("workable telecommuting", u"work_format"_s);
    row("workable city", u"area"_s);
    row("workable description", u"description"_s);
}

void TestCompanyBoards::nulls()
{
    QFETCH(QString, service);
    const QString member = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 1);
    QVERIFY(ad(service).contains(member));
    QTEST(rigOf(service).changedBy(ad(service), member), "columns");
}

/// Only one service has more to say at an ad's own address.
void TestCompanyBoards::details()
{
    const test::BoardRig rig = rigOf(u"smartrecruiters"_s);
    const auto page = rig.read({ad(u"smartrecruiters"_s)});
    QCOMPARE(page->details.size(), size_t(1));
    QCOMPARE(page->details.front().toString(),
             u"http://127.0.0.1:8080/board/smartrecruiters/v1/companies/Gull/postings/7440001"_s);
    QVERIFY(rigOf(u"ashby"_s).read({ad(u"ashby"_s)})->details.empty());
    QJsonObject whole = ad(u"smartrecruiters"_s);
    whole.insert("jobAd"_L1,
                 test::jsonOf(R"({"sections": {"jobDescription": {"title": "Job", "text": "<p>Keep it.</p>"},
                              "qualifications": {"text": "<p>Eyes</p>"}, "videos": {"urls": []}}})"));
    const auto read = rig.source().parseDetail(QJsonDocument(whole).toJson());
    QVERIFY(read);
    QCOMPARE(read->id, page->vacancies.front().id);
    QCOMPARE(read->description, u"Keep it.\nEyes"_s);
    QCOMPARE(read->state, u"complete"_s);
    QVERIFY(rig.source().adAddress(Own, u"greenhouse/a/1"_s, {}).isEmpty());
    QVERIFY(rig.source().adAddress(Own, u"smartrecruiters/../1"_s, {}).isEmpty());
}

void TestCompanyBoards::personioXml()
{
    const VacancySource &source = *sourceById(u"boards");
    const Query query = ofCompany(u"personio:gull"_s);
    const QByteArray xml = R"(<?xml version="1.0" encoding="UTF-8"?><workzag-jobs><position><id>17</id>
        <subcompany>Gull GmbH</subcompany><office>Vienna, Austria</office>
        <additionalOffices><office>Remote</office></additionalOffices><department>Light</department>
        <name>Keeper &amp; Painter</name><jobDescriptions><jobDescription><name>Tasks</name>
        <value><![CDATA[<p>Keep it.</p>]]></value></jobDescription></jobDescriptions>
        <employmentType>permanent</employmentType><seniority>experienced</seniority><schedule>full-time</schedule>
        <yearsOfExperience>2-5</yearsOfExperience><keywords>lamps, paint</keywords><occupation>keeper</occupation>
        <createdAt>2026-02-01T10:00:00+00:00</createdAt></position>
        <position><name>No number</name></position></workzag-jobs>)";
    const auto page = source.parseList(xml, query, Own);
    QVERIFY(page);
    QCOMPARE(page->unreadable, 1);
    QCOMPARE(page->vacancies.size(), size_t(1));
    const Vacancy &read = page->vacancies.front();
    QCOMPARE(read.id, u"personio/gull/17"_s);
    QCOMPARE(read.name, u"Keeper & Painter"_s);
    QCOMPARE(read.employer, u"Gull GmbH"_s);
    QCOMPARE(read.area, u"Vienna, Austria"_s);
    QCOMPARE(read.workFormat, QStringList{u"Remote"_s});
    QCOMPARE(read.experience, u"2-5 years"_s);
    QCOMPARE(read.employment, u"full-time"_s);
    QCOMPARE(read.schedule, u"permanent"_s);
    QCOMPARE(read.skills, (QStringList{u"lamps"_s, u"paint"_s}));
    QCOMPARE(read.roles, (QStringList{u"keeper"_s, u"Light"_s}));
    QCOMPARE(read.description, u"Tasks\nKeep it."_s);
    QCOMPARE(read.created, u"2026-02-01T10:00:00+00:00"_s);
    // Cut anywhere, it is no page.
    for (qsizetype size = 0; size < xml.size() - 3; size += 7)
        QVERIFY2(!source.parseList(xml.first(size), query, Own), QByteArray::number(size));
    QVERIFY(!source.parseList("<html><body/></html>", query, Own));
    // Entities that grow are no way to fill the memory.
    QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
    for (char name = 'b'; name < 'p'; ++name)
        bomb += QByteArray("<!ENTITY ") + name + " \"" +
                QByteArray(10, 'x').replace("x", QByteArray("&") + char(name - 1) + ";") + "\">";
    QVERIFY(!source.parseList(bomb + "]><workzag-jobs><position><id>&o;</id></position></workzag-jobs>",
                              query, Own));
}

void TestCompanyBoards::lists()
{
    const auto lever = rigOf(u"lever"_s).read({ad(u"lever"_s)});
    QVERIFY(lever->isLast); // fewer than were asked for
    const test::BoardRig smart(u"boards", u"content"_s, {{"totalFound"_L1, 250}},
                               ofCompany(u"smartrecruiters:gull"_s));
    QCOMPARE(smart.read({ad(u"smartrecruiters"_s)})->pages, 3);
    // An empty list may mean that there is no such board, which is said.
    QCOMPARE(rigOf(u"ashby"_s).read({})->notes.size(), 1);
    QVERIFY(rigOf(u"ashby"_s).read({})->notes.first().contains(u"ashby:gull"));
    QVERIFY(rigOf(u"workable"_s).read({})->notes.isEmpty());
    const VacancySource &source = *sourceById(u"boards");
    for (const char *service : {"greenhouse", "lever", "ashby", "smartrecruiters", "recruitee", "workable"}) {
        const Query query = ofCompany(QString::fromLatin1(service) + u":gull"_s);
        for (const QByteArray &body :
             {QByteArray(), QByteArray("{}"), QByteArray("{\"jobs\": 7}"), QByteArray("<p>")})
            QVERIFY2(!source.parseList(body, query, Own), service);
    }
    QVERIFY(!source.parseList("[]", {}, Own));
}

void TestCompanyBoards::refusals()
{
    net::Response response;
    response.status = 404;
    response.url = QUrl(u"https://api.lever.co/v0/postings/nobody?mode=json"_s);
    const Judgement judgement = sourceById(u"boards")->judge(response);
    QCOMPARE(judgement.verdict, Verdict::Failed);
    QCOMPARE(judgement.error.status, 404);
    QVERIFY(!judgement.error.detail.isEmpty());
    response.url = QUrl(u"https://api.smartrecruiters.com/v1/companies/gull/postings/1"_s);
    QCOMPARE(sourceById(u"boards")->judge(response).verdict, Verdict::Gone);
    response.status = 403;
    QCOMPARE(sourceById(u"boards")->judge(response).verdict, Verdict::Failed); // the other companies go on
}

void TestCompanyBoards::places_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("rule"); // of a search in the United States
    QTest::addColumn<bool>("remote");
    const auto row = [](const char *place, const QString &area, const QString &rule, bool remote) {
        QTest::newRow(place) << area << rule << remote;
    };
    row("Remote - US", u"US"_s, {}, true);
    row("Remote", u"Remote"_s, {}, true); // anywhere
    row("Berlin, Germany; London, UK", u"Berlin, Germany, London, UK"_s, u"area"_s, false);
    row("San Francisco, CA", u"San Francisco, CA"_s, {}, false); // no country is named
    row("Remoteville, United States", u"Remoteville, United States"_s, {}, false);
}

void TestCompanyBoards::places()
{
    QJsonObject record = ad(u"greenhouse"_s);
    record.insert("location"_L1, QJsonObject{{"name"_L1, QString::fromLatin1(QTest::currentDataTag())}});
    const test::BoardRig rig = rigOf(u"greenhouse"_s);
    const Vacancy read = rig.readOne(record);
    QTEST(read.area, "area");
    QTEST(!read.workFormat.isEmpty(), "remote");
    Query query = ofCompany(u"greenhouse:gull"_s);
    query.areas = {u"85"_s};
    QTEST(rig.leftOut(record, query), "rule");
}

void TestCompanyBoards::types()
{
    for (const char *service : {"greenhouse", "lever", "ashby", "smartrecruiters", "recruitee", "workable"}) {
        const QString name = QString::fromLatin1(service);
        QCOMPARE(rigOf(name).upsetBy(ad(name)), QString());
    }
}

QTEST_GUILESS_MAIN(TestCompanyBoards)
#include "tst_companyboards.moc"
