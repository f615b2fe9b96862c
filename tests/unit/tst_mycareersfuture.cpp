// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// MyCareersFuture: its posted questions, answers of its real shape with each member missing once.
class TestMyCareersFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void listAndDetails();
    void nulls_data();
    void nulls();
    void oddRecords();
    void pages();
    void checkedHere();
};

namespace {

const QUrl Base(u"http://127.0.0.1:8080/v2"_s);

test::BoardRig singaporeRig()
{
    return {u"mycareersfuture", u"results"_s, {{"total"_L1, 849}, {"_links"_L1, QJsonObject()}}};
}

QJsonObject singaporeAd()
{
    return test::jsonOf(
        R"({"uuid": "0123456789abcdef0123456789abcdef", "title": "Lighthouse Engineer &amp; Keeper",
        "ssocCode": "21521", "ssocVersion": "2020",
        "metadata": {"jobPostId": "MCF-2026-0000001", "newPostingDate": "2026-09-30", "originalPostingDate": "2026-08-31",
            "expiryDate": "2026-10-30", "totalNumberJobApplication": 7,
            "jobDetailsUrl": "https://www.mycareersfuture.gov.sg/job/engineering/keeper-0123456789abcdef0123456789abcdef"},
        "postedCompany": {"name": "Agency Pte Ltd", "uen": "202600001A"},
        "hiringCompany": {"name": "Strait Lights", "uen": "202600002B"},
        "salary": {"minimum": 7000, "maximum": 10000, "type": {"id": 4, "salaryType": "Monthly"}},
        "address": {"block": "1", "street": "Harbour Road", "building": null, "postalCode": "098632", "lat": 1.26, "lng": 103.82,
            "districts": [{"id": 4, "location": "Harbourfront, Telok Blangah", "region": "South"}]},
        "employmentTypes": [{"id": 7, "employmentType": "Contract"}, {"id": 8, "employmentType": "Full Time"}],
        "positionLevels": [{"id": 7, "position": "Professional"}],
        "categories": [{"id": 13, "category": "Engineering"}, {"id": 21, "category": "Logistics / Supply Chain"}],
        "skills": [{"uuid": "a", "skill": "Optics"}, {"uuid": "b", "skill": "Radio"}],
        "flexibleWorkArrangements": [{"id": 1, "flexibleWorkArrangement": "Flexi-place"}],
        "minimumYearsExperience": 3, "numberOfVacancies": 2, "description": "<p>Keep the <b>light</b>.</p>"})");
}

} // namespace

void TestMyCareersFuture::asks()
{
    const VacancySource &source = singaporeRig().source();
    Query query;
    query.text = u"\"lighthouse keeper\" NOT night"_s;
    const net::Request request = source.listPage(query, Base, 3);
    QCOMPARE(request.method, net::Method::Post);
    QVERIFY(!request.isAskedOnce() && request.form.isEmpty());
    QCOMPARE(request.url.path(), u"/v2/search"_s);
    QCOMPARE(singaporeRig().asked(query, 3), u"limit=100&page=3&search=lighthouse keeper"_s);
    const QJsonObject question = QJsonDocument::fromJson(request.question).object();
    QCOMPARE(question.value("search"_L1).toString(), u"lighthouse keeper"_s);
    QCOMPARE(question.value("sortBy"_L1).toArray(), QJsonArray{u"new_posting_date"_s});
    // Whatever is another question has another address, by which work is known.
    QVERIFY(source.listPage({}, Base, 3).url != request.url);
    QVERIFY(source.listPage(query, Base, 4).url != request.url);
}

void TestMyCareersFuture::listAndDetails()
{
    const VacancySource &source = singaporeRig().source();
    const auto page = source.parseList(singaporeRig().page({singaporeAd()}), {}, Base);
    QVERIFY(page);
    QCOMPARE(page->found, 849);
    QCOMPARE(page->pages, 9);
    QCOMPARE(page->vacancies.size(), size_t(1));
    QCOMPARE(page->details,
             std::vector<QUrl>{QUrl(u"http://127.0.0.1:8080/v2/jobs/0123456789abcdef0123456789abcdef"_s)});
    Vacancy expected;
    expected.source = u"mycareersfuture"_s;
    expected.id = u"0123456789abcdef0123456789abcdef"_s;
    expected.name = u"Lighthouse Engineer & Keeper"_s;
    expected.alternateUrl =
        u"https://www.mycareersfuture.gov.sg/job/engineering/keeper-0123456789abcdef0123456789abcdef"_s;
    expected.created = u"2026-09-30"_s;
    expected.firstPublished = u"2026-08-31"_s;
    expected.salaryFrom = 7000;
    expected.salaryTo = 10'000;
    expected.currency = u"SGD"_s;
    expected.salaryMode = u"Monthly"_s;
    expected.experience = u"3+ years"_s;
    expected.schedule = u"Full Time"_s;
    expected.skills = {u"Optics"_s, u"Radio"_s};
    expected.employer = u"Strait Lights"_s;
    expected.employerId = u"202600002B"_s;
    expected.area = u"Harbourfront, Telok Blangah, Singapore"_s;
    expected.description = u"Keep the light."_s;
    expected.employment = u"Contract"_s;
    expected.workFormat = {u"Flexi-place"_s};
    expected.roles = {u"Engineering"_s, u"Logistics / Supply Chain"_s, u"SSOC 21521"_s};
    expected.address = u"1, Harbour Road, 098632"_s;
    expected.lat = 1.26;
    expected.lng = 103.82;
    expected.workPlaces = 2;
    expected.specialisation = u"Professional"_s;
    expected.state = u"listed"_s;
    QVERIFY(page->vacancies.front() == expected);
    expected.state = u"complete"_s;
    const auto details = source.parseDetail(QJsonDocument(singaporeAd()).toJson());
    QVERIFY(details && *details == expected);
    net::Response gone;
    gone.status = 404;
    gone.url = page->details.front();
    QCOMPARE(source.judge(gone).verdict, Verdict::Gone);
}

void TestMyCareersFuture::nulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns = {}) {
        QTest::newRow(member) << columns;
    };
    row("uuid", u"unreadable"_s);
    row("title", u"vacancy"_s);
    row("ssocCode", u"professional_roles"_s);
    row("metadata", u"url, created, alternate_url, first_published"_s);
    row("metadata.newPostingDate", u"created"_s);
    row("metadata.originalPostingDate", u"first_published"_s);
    row("metadata.jobDetailsUrl", u"url, alternate_url"_s);
    row("postedCompany"); // the employer stands behind the agency
    row("hiringCompany", u"employer, employer_id"_s);
    row("salary", u"salary_from, salary_to, currency, salary_mode"_s);
    row("salary.minimum", u"salary_from"_s);
    row("salary.maximum", u"salary_to"_s);
    row("salary.type", u"salary_mode"_s);
    row("address", u"area, address, lat, lng"_s);
    row("address.districts", u"area"_s);
    row("address.street", u"address"_s);
    row("address.lat", u"lat, lng"_s);
    row("employmentTypes", u"schedule, employment"_s);
    row("positionLevels", u"specialisation"_s);
    row("categories", u"professional_roles"_s);
    row("skills", u"skills"_s);
    row("flexibleWorkArrangements", u"work_format"_s);
    row("minimumYearsExperience", u"experience"_s);
    row("numberOfVacancies", u"work_places"_s);
    row("description", u"description"_s);
}

void TestMyCareersFuture::nulls()
{
    QTEST(singaporeRig().changedBy(singaporeAd(), QString::fromLatin1(QTest::currentDataTag())), "columns");
}

void TestMyCareersFuture::oddRecords()
{
    QCOMPARE(singaporeRig().upsetBy(singaporeAd()), QString());
    QCOMPARE(singaporeRig().changedBy(singaporeAd(), u"uuid"_s, u"../../etc"_s), u"unreadable"_s);
    QJsonObject ad = singaporeAd();
    ad.insert("minimumYearsExperience"_L1, 0);
    QCOMPARE(singaporeRig().readOne(ad).experience, u"not required"_s);
    ad.insert("minimumYearsExperience"_L1, -3);
    QVERIFY(singaporeRig().readOne(ad).experience.isNull());
    ad.insert("salary"_L1, QJsonObject{{"minimum"_L1, 0}, {"maximum"_L1, 0}});
    QVERIFY(singaporeRig().readOne(ad).currency.isNull());
}

void TestMyCareersFuture::pages()
{
    const VacancySource &source = singaporeRig().source();
    QCOMPARE(source.parseList(R"({"results": [], "total": 85600})", {}, Base)->pages, 100);
    QCOMPARE(source.parseList(R"({"results": []})", {}, Base)->pages, -1);
    for (const QByteArray &body : {QByteArray("{}"), QByteArray(R"({"results": {}})"), QByteArray("<html>"),
                                   singaporeRig().page({singaporeAd()}).chopped(20)}) {
        const auto page = source.parseList(body, {}, Base);
        QVERIFY2(!page && page.error().reason == Reason::BadBody, body);
    }
}

void TestMyCareersFuture::checkedHere()
{
    const test::BoardRig rig = singaporeRig();
    Query paid;
    paid.salary = 10'000;
    QCOMPARE(rig.leftOut(singaporeAd(), paid), QString());
    paid.salary = 10'001;
    QCOMPARE(rig.leftOut(singaporeAd(), paid), u"salary"_s);
    Query years;
    years.experience = {u"between3And6"_s};
    QCOMPARE(rig.leftOut(singaporeAd(), years), QString());
    years.experience = {u"noExperience"_s};
    QCOMPARE(rig.leftOut(singaporeAd(), years), u"experience"_s);
    Query title;
    title.text = u"keeper"_s;
    QCOMPARE(rig.leftOut(singaporeAd(), title), QString());
    title.text = u"nurse"_s;
    QCOMPARE(rig.leftOut(singaporeAd(), title), u"text"_s);
    // Lists have no descriptions, so what stands there is the source's own judgement.
    QJsonObject listed = singaporeAd();
    listed.remove("description"_L1);
    title.field = SearchField::Description;
    QCOMPARE(rig.leftOut(listed, title), QString());
}

QTEST_GUILESS_MAIN(TestMyCareersFuture)
#include "tst_mycareersfuture.moc"
