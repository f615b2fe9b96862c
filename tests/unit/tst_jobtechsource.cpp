// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// JobTech: its questions, answers of its real shape with each member missing once, its errors.
class TestJobTechSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void times();
    void wholeRecord();
    void contacts();
    void nulls_data();
    void nulls();
    void oddRecords();
    void pages();
    void refusals();
    void checkedHere();
};

namespace {

test::BoardRig jobtechRig()
{
    return {u"jobtech", u"hits"_s, {{"total"_L1, QJsonObject{{"value"_L1, 230}}}, {"positions"_L1, 300}}};
}

QJsonObject jobtechAd()
{
    return test::jsonOf(R"({"id": "24000001", "external_id": null, "logo_url": null,
        "webpage_url": "https://arbetsformedlingen.se/platsbanken/annonser/24000001",
        "headline": "Fyrvaktare sökes", "application_deadline": "2026-12-03T23:59:59", "number_of_vacancies": 2,
        "description": {"text": "Håll ljuset tänt.\nVar god ring.", "text_formatted": "<p>Håll</p>", "needs": null},
        "employment_type": {"concept_id": "PFZr_Syz_cUq", "label": "Vanlig anställning", "legacy_ams_taxonomy_id": "1"},
        "salary_type": {"label": "Fast lön"}, "salary_description": "Enligt avtal", "duration": {"label": "Tillsvidare"},
        "working_hours_type": {"concept_id": "6YE1_gAC_R2G", "label": "Heltid"}, "scope_of_work": {"min": 100, "max": 100},
        "access": null, "employer": {"phone_number": "010-1", "email": "x@fyr.example", "url": null,
            "organization_number": "5590000001", "name": "Fyr AB", "workplace": "Landsort"},
        "application_details": {"information": null, "email": "jobb@fyr.example", "url": "https://fyr.example/jobb"},
        "application_contacts": [{"name": "Uppdiktad Anna", "description": "Chef", "email": "anna@fyr.example",
            "telephone": "070-000 00 00"}],
        "experience_required": false, "access_to_own_car": true, "driving_license_required": false, "driving_license": null,
        "occupation": {"concept_id": "fg7B_yov_smw", "label": "Fyrvaktare", "legacy_ams_taxonomy_id": "2419"},
        "occupation_group": {"concept_id": "DJh5", "label": "Vakter", "legacy_ams_taxonomy_id": "5419"},
        "occupation_field": {"concept_id": "E7hm_BLq_fqZ", "label": "Säkerhetsarbete", "legacy_ams_taxonomy_id": "17"},
        "workplace_address": {"municipality": "Nynäshamn", "municipality_code": "0192", "region": "Stockholms län",
            "region_code": "01", "region_concept_id": "CifL_Rzy_Mku", "country": "Sverige", "country_code": "199",
            "street_address": "Fyrvägen 1", "postcode": "149 95", "city": "Nynäshamn", "coordinates": [17.86, 58.74]},
        "must_have": {"skills": [{"label": "Optik", "weight": 10}], "languages": [{"label": "Svenska"}],
            "education_level": [{"label": "Gymnasial utbildning"}]},
        "nice_to_have": {"skills": [{"label": "Segling"}, {"label": "Optik"}]},
        "publication_date": "2026-11-03T00:00:00", "last_publication_date": "2026-12-03T23:59:59",
        "removed": false, "removed_date": null, "timestamp": 1793660400000, "relevance": 0.0})");
}

} // namespace

void TestJobTechSource::asks()
{
    const test::BoardRig rig = jobtechRig();
    QCOMPARE(rig.asked({}, 20), u"sort=pubdate-desc&offset=2000&limit=100"_s);
    QCOMPARE(rig.source().reachablePages(), 21);
    Query query;
    query.text = u"\"fyrvaktare\" deltid"_s;
    query.areas = {u"CifL_Rzy_Mku"_s, u"CaRE_1nn_cSU"_s};
    query.experience = {u"noExperience"_s};
    QCOMPARE(rig.asked(query), u"q=fyrvaktare deltid&region=CifL_Rzy_Mku&region=CaRE_1nn_cSU&"
                               "experience=false&sort=pubdate-desc&offset=0&limit=100"_s);
    QVERIFY(rig.source().ignoredFields(query).isEmpty());
    // All words are wanted, which is not what it does by itself.
    QCOMPARE(net::headerValue(rig.source().listPage(query, {}, 0).headers, "x-feature-freetext-bool-method"),
             "and");
    query.experience = {u"noExperience"_s, u"moreThan6"_s};
    query.workFormat = {u"REMOTE"_s};
    query.salary = 30'000;
    query.contacts = true; // it tells them
    QCOMPARE(rig.source().ignoredFields(query), (QStringList{u"experience"_s, u"workFormat"_s, u"salary"_s}));
}

/// Of Stockholm, where it is an hour earlier than in Moscow in summer and two in winter.
void TestJobTechSource::times()
{
    const test::BoardRig rig = jobtechRig();
    Query query;
    query.dateFrom = query.dateTo = QDate(2026, 11, 3);
    QVERIFY(rig.asked(query).startsWith(
        "published-after=2026-11-02T22:00:00&published-before=2026-11-03T21:59:59&"_L1));
    query.dateFrom = query.dateTo = QDate(2026, 7, 3);
    QVERIFY(rig.asked(query).startsWith(
        "published-after=2026-07-02T23:00:00&published-before=2026-07-03T22:59:59&"_L1));
    query.window = {1'793'664'060, 1'793'664'120};
    QVERIFY(rig.asked(query).startsWith(
        "published-after=2026-11-03T01:01:00&published-before=2026-11-03T01:02:00&"_L1));
    QCOMPARE(rig.source().windowTime(rig.readOne(jobtechAd())), 1'793'660'400);
}

void TestJobTechSource::wholeRecord()
{
    const auto page = jobtechRig().read({jobtechAd()});
    QVERIFY(page);
    QCOMPARE(page->found, 230);
    QCOMPARE(page->pages, 3);
    Vacancy expected;
    expected.source = u"jobtech"_s;
    expected.id = u"24000001"_s;
    expected.name = u"Fyrvaktare sökes"_s;
    expected.applyUrl = u"https://fyr.example/jobb"_s;
    expected.alternateUrl = u"https://arbetsformedlingen.se/platsbanken/annonser/24000001"_s;
    expected.created = u"2026-11-03T00:00:00+01:00"_s;
    expected.experience = u"not required"_s;
    expected.schedule = u"Heltid"_s;
    expected.skills = {u"Optik"_s, u"Segling"_s};
    expected.employer = u"Fyr AB"_s;
    expected.employerId = u"5590000001"_s;
    expected.area = u"Nynäshamn, Stockholms län"_s;
    expected.description = u"Håll ljuset tänt.\nVar god ring."_s;
    expected.employment = u"Vanlig anställning"_s;
    expected.roles = {u"Fyrvaktare"_s, u"SSYK 5419"_s};
    expected.address = u"Fyrvägen 1, 149 95, Nynäshamn"_s;
    expected.lat = 58.74;
    expected.lng = 17.86;
    expected.archived = false;
    expected.workPlaces = 2;
    expected.education = u"Gymnasial utbildning"_s;
    expected.specialisation = u"Säkerhetsarbete"_s;
    expected.state = u"complete"_s;
    QCOMPARE(page->vacancies.size(), size_t(1));
    QVERIFY(page->vacancies.front() == expected);
}

void TestJobTechSource::contacts()
{
    Query query;
    query.contacts = true;
    const Vacancy vacancy = jobtechRig().readOne(jobtechAd(), query);
    QCOMPARE(vacancy.contactName, u"Uppdiktad Anna"_s);
    QCOMPARE(vacancy.contactEmails, (QStringList{u"jobb@fyr.example"_s, u"anna@fyr.example"_s}));
    QCOMPARE(vacancy.contactPhones, QStringList{u"070-000 00 00"_s});
    for (const table::Value &cell : jobtechRig().readOne(jobtechAd()).toRow())
        QVERIFY(!table::toText(cell).contains(u"Anna") && !table::toText(cell).contains(u'@'));
}

void TestJobTechSource::nulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns = {}) {
        QTest::newRow(member) << columns;
    };
    row("id", u"unreadable"_s);
    row("webpage_url"); // told by the id
    row("headline", u"vacancy"_s);
    row("number_of_vacancies", u"work_places"_s);
    row("description", u"description"_s);
    row("description.text", u"description"_s);
    row("employment_type", u"employment"_s);
    row("employment_type.label", u"employment"_s);
    row("salary_type");
    row("salary_description");
    row("duration");
    row("working_hours_type", u"schedule"_s);
    row("scope_of_work");
    row("employer", u"employer, employer_id"_s);
    row("employer.name", u"employer"_s);
    row("employer.organization_number", u"employer_id"_s);
    row("application_details", u"url"_s);
    row("application_details.url", u"url"_s);
    row("application_contacts");
    row("experience_required", u"experience"_s);
    row("occupation", u"professional_roles"_s);
    row("occupation_group", u"professional_roles"_s);
    row("occupation_group.legacy_ams_taxonomy_id", u"professional_roles"_s);
    row("occupation_field", u"specialisation"_s);
    row("workplace_address", u"area, address, lat, lng"_s);
    row("workplace_address.municipality", u"area"_s);
    row("workplace_address.region", u"area"_s);
    row("workplace_address.region_concept_id");
    row("workplace_address.street_address", u"address"_s);
    row("workplace_address.coordinates", u"lat, lng"_s);
    row("must_have", u"skills, education"_s);
    row("must_have.skills", u"skills"_s);
    row("must_have.education_level", u"education"_s);
    row("nice_to_have", u"skills"_s);
    row("publication_date", u"created"_s);
    row("removed", u"archived"_s);
}

void TestJobTechSource::nulls()
{
    QTEST(jobtechRig().changedBy(jobtechAd(), QString::fromLatin1(QTest::currentDataTag())), "columns");
}

void TestJobTechSource::oddRecords()
{
    const test::BoardRig rig = jobtechRig();
    QCOMPARE(rig.upsetBy(jobtechAd()), QString());
    QJsonObject ad = jobtechAd();
    ad.insert("id"_L1, 24'000'001); // as streams have it
    ad.insert("occupation"_L1, QJsonArray{ad.value("occupation"_L1)});
    QVERIFY(rig.readOne(ad) == rig.readOne(jobtechAd()));
    QCOMPARE(rig.changedBy(jobtechAd(), u"workplace_address.coordinates"_s,
                           QJsonArray{QJsonValue::Null, QJsonValue::Null}),
             u"lat, lng"_s);
    QJsonObject abroad = jobtechAd();
    abroad.insert("workplace_address"_L1, QJsonObject{{"country"_L1, u"Norge"_s}});
    QCOMPARE(rig.readOne(abroad).area, u"Norge"_s);
    ad.insert("experience_required"_L1, true);
    QVERIFY(rig.readOne(ad).experience.isNull());
}

void TestJobTechSource::pages()
{
    const VacancySource &source = jobtechRig().source();
    const auto page = [&source](const QByteArray &body) { return source.parseList(body, {}, {}); };
    QCOMPARE(page(R"({"total": {"value": 44000}, "hits": []})")->pages, 21);
    QCOMPARE(page(R"({"total": {"value": 0}, "hits": []})")->pages, 0);
    QCOMPARE(page(R"({"hits": []})")->found, -1);
    for (const QByteArray &body : {QByteArray("{}"), QByteArray(R"({"hits": null})"), QByteArray("<html>"),
                                   jobtechRig().page({jobtechAd()}).chopped(9)})
        QVERIFY2(!page(body) && page(body).error().reason == Reason::BadBody, body);
}

void TestJobTechSource::refusals()
{
    const VacancySource &source = jobtechRig().source();
    net::Response response;
    response.status = 400;
    response.url = QUrl(u"https://jobsearch.api.jobtechdev.se/search?offset=2001"_s);
    response.body =
        R"({"errors": {"offset": "Invalid argument: 2001. argument must be within the range 0 - 2000"},
                        "message": "Input payload validation failed"})";
    const Judgement judgement = source.judge(response);
    QCOMPARE(judgement.verdict, Verdict::Failed);
    QVERIFY(judgement.error.detail.startsWith("offset: Invalid argument: 2001"_L1));
    response.status = 404;
    QCOMPARE(source.judge(response).verdict, Verdict::Failed); // the list is not where it was
    response.url = source.adAddress(QUrl(u"https://h"_s), u"24000001"_s, {});
    QCOMPARE(response.url, QUrl(u"https://h/ad/24000001"_s));
    QCOMPARE(source.judge(response).verdict, Verdict::Gone);
    QCOMPARE(source.parseDetail(QJsonDocument(jobtechAd()).toJson())->key(), u"jobtech:24000001"_s);
}

/// Unknown regions are ignored by it without a word, and so are words in unlike places.
void TestJobTechSource::checkedHere()
{
    const test::BoardRig rig = jobtechRig();
    Query query;
    query.areas = {u"CaRE_1nn_cSU"_s};
    QCOMPARE(rig.leftOut(jobtechAd(), query), u"area"_s);
    Query title;
    title.text = u"sjuksköterska"_s;
    QCOMPARE(rig.leftOut(jobtechAd(), title), u"text"_s);
    title.text = u"fyrvaktare"_s;
    QCOMPARE(rig.leftOut(jobtechAd(), title), QString());
    Query day;
    day.dateFrom = QDate(2026, 11, 3);
    QCOMPARE(rig.leftOut(jobtechAd(), day), QString());
    day.dateFrom = QDate(2026, 11, 4);
    QCOMPARE(rig.leftOut(jobtechAd(), day), u"date"_s);
    Query beginners;
    beginners.experience = {u"noExperience"_s};
    QCOMPARE(rig.leftOut(jobtechAd(), beginners), QString());
    QJsonObject skilled = jobtechAd();
    skilled.insert("experience_required"_L1, true);
    QCOMPARE(rig.leftOut(skilled, beginners), u"experience"_s);
    Query part;
    part.employment = {u"PART"_s};
    QCOMPARE(rig.leftOut(jobtechAd(), part), u"employment"_s);
    Query paid;
    paid.onlyWithSalary = true;
    QCOMPARE(rig.leftOut(jobtechAd(), paid), u"no_salary"_s);
}

QTEST_GUILESS_MAIN(TestJobTechSource)
#include "tst_jobtechsource.moc"
