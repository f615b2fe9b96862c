// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include <QJsonArray>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// USAJOBS: answers of its real shape, each member missing once.
class TestUsaJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void showsKeyAndAddress_data();
    void showsKeyAndAddress();
    void record();
    void nulls_data();
    void nulls();
    void periods_data();
    void periods();
    void places();
    void pages();
    void typesAndBrokenPages();
};

namespace {

/// As test::BoardRig wraps records, with the envelope of this source around it.
class UsaRig
{
public:
    static Result<ListPage> read(const QList<QJsonObject> &records, const Query &query = {},
                                 const QJsonValue &count = 1)
    {
        QJsonArray items;
        for (const QJsonObject &record : records)
            items.append(record);
        const QJsonObject result{{"SearchResultCount"_L1, items.size()},
                                 {"SearchResultCountAll"_L1, count},
                                 {"SearchResultItems"_L1, items}};
        const test::BoardRig rig(u"usajobs", u"ignored"_s,
                                 {{"LanguageCode"_L1, u"EN"_s}, {"SearchResult"_L1, result}});
        return rig.read({}, query);
    }

    static Vacancy readOne(const QJsonObject &record)
    {
        const auto page = read({record});
        return page && page->vacancies.size() == 1 ? page->vacancies.front() : Vacancy();
    }
};

QJsonObject usaAd()
{
    return test::jsonOf(
        R"json({"MatchedObjectId": "800700600", "RelevanceRank": 1.5, "MatchedObjectDescriptor": {
        "PositionID": "DE-1", "PositionTitle": "Lighthouse Keeper &amp; Painter",
        "PositionURI": "https://www.usajobs.gov:443/GetJob/ViewDetails/800700600",
        "PositionLocationDisplay": "Atlanta, Georgia",
        "PositionLocation": [{"LocationName": "Atlanta, Georgia", "CountryCode": "United States",
            "CountrySubDivisionCode": "Georgia", "CityName": "Atlanta, Georgia", "Longitude": -84.39, "Latitude": 33.75}],
        "OrganizationName": "Coast Guard", "DepartmentName": "Department of Homeland Security",
        "JobCategory": [{"Name": "Lighthouse Keeping", "Code": "5782"}], "JobGrade": [{"Code": "WG"}],
        "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
        "PositionOfferingType": [{"Name": "Permanent", "Code": "15317"}],
        "QualificationSummary": "Good eyes",
        "PositionRemuneration": [{"MinimumRange": "60000.0", "MaximumRange": "90000.0", "RateIntervalCode": "PA",
            "Description": "Per Year"}],
        "PublicationStartDate": "2026-11-03T09:30:00.0000", "ApplicationCloseDate": "2026-12-03T23:59:59.9970",
        "UserArea": {"Details": {"JobSummary": "<p>Keep it &amp; paint it.</p>", "MajorDuties": ["Light", "Paint"],
            "WhoMayApply": {"Name": "Public", "Code": "0"}, "TotalOpenings": "3", "RemoteIndicator": true,
            "TeleworkEligible": false}}}})json");
}

QJsonObject without(const QString &member)
{
    QJsonObject ad = usaAd();
    QJsonObject job = ad["MatchedObjectDescriptor"_L1].toObject();
    if (member == "MatchedObjectId"_L1)
        ad.insert(member, QJsonValue::Null);
    else
        job.insert(member, QJsonValue::Null);
    ad.insert("MatchedObjectDescriptor"_L1, job);
    return ad;
}

} // namespace

void TestUsaJobs::asks()
{
    const test::BoardRig rig(u"usajobs", {});
    QCOMPARE(rig.asked({}), u"Fields=Full&SortField=OpenDate&SortDirection=Desc&ResultsPerPage=100&Page=1"_s);
    Query query;
    query.text = u"C++ developer"_s;
    QCOMPARE(rig.asked(query, 3), u"Keyword=C++ developer&Fields=Full&SortField=OpenDate&SortDirection=Desc"
                                  "&ResultsPerPage=100&Page=4"_s);
    query.experience = {u"noExperience"_s};
    query.roles = {u"1"_s};
    QCOMPARE(rig.source().ignoredFields(query), (QStringList{u"roles"_s, u"experience"_s}));
    QCOMPARE(rig.source().toSource({u"85"_s}), QStringList());
    QVERIFY(!rig.source().toSource({u"1"_s}));
}

void TestUsaJobs::showsKeyAndAddress_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("both") << QByteArray("me@example.org:abc=") << QByteArray("me@example.org")
                          << QByteArray("abc=");
    QTest::newRow("no address") << QByteArray("ab:c=") << QByteArray() << QByteArray("ab:c=");
    QTest::newRow("key alone") << QByteArray("abc=") << QByteArray() << QByteArray("abc=");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
}

void TestUsaJobs::showsKeyAndAddress()
{
    QFETCH(QByteArray, token);
    net::Request request;
    const test::BoardRig rig(u"usajobs", {});
    rig.source().authorise(request, token);
    QTEST(request.userAgent, "agent");
    QTEST(request.bearer, "key");
    QCOMPARE(request.bearerField, "Authorization-Key");
}

void TestUsaJobs::record()
{
    const auto page = UsaRig::read({usaAd()});
    QVERIFY(page);
    QCOMPARE(page->found, 1);
    QCOMPARE(page->vacancies.size(), size_t(1));
    Vacancy expected;
    expected.source = u"usajobs"_s;
    expected.id = u"800700600"_s;
    expected.name = u"Lighthouse Keeper & Painter"_s;
    expected.alternateUrl = u"https://www.usajobs.gov:443/GetJob/ViewDetails/800700600"_s;
    expected.created = u"2026-11-03T09:30:00-05:00"_s;
    expected.salaryFrom = 60'000;
    expected.salaryTo = 90'000;
    expected.currency = u"USD"_s;
    expected.salaryMode = u"Per Year"_s;
    expected.schedule = u"Permanent"_s;
    expected.employer = u"Coast Guard"_s;
    expected.area = u"Atlanta, GA, United States"_s; // "Georgia" would be another country
    expected.lat = 33.75;
    expected.lng = -84.39;
    expected.description = u"Keep it & paint it.\nLight\nPaint"_s;
    expected.employment = u"Full-time"_s;
    expected.workFormat = {u"Remote"_s};
    expected.roles = {u"Lighthouse Keeping"_s};
    expected.workPlaces = 3;
    expected.specialisation = u"Department of Homeland Security"_s;
    expected.state = u"complete"_s;
    QVERIFY(page->vacancies.front() == expected);
}

void TestUsaJobs::nulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns) { QTest::newRow(member) << columns; };
    row("PositionTitle", u"vacancy"_s);
    row("PositionURI", u"url, alternate_url"_s);
    row("PositionID", {});
    row("PositionLocationDisplay", {});
    row("PositionLocation", u"area, lat, lng"_s);
    row("OrganizationName", u"employer"_s);
    row("DepartmentName", u"specialisation"_s);
    row("JobCategory", u"professional_roles"_s);
    row("JobGrade", {});
    row("PositionSchedule", u"employment"_s);
    row("PositionOfferingType", u"schedule"_s);
    row("QualificationSummary", {});
    row("PositionRemuneration", u"salary_from, salary_to, currency, salary_mode"_s);
    row("PublicationStartDate", u"created"_s);
    row("UserArea", u"description, work_format, work_places"_s);
}

void TestUsaJobs::nulls()
{
    const QString member = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(usaAd()["MatchedObjectDescriptor"_L1].toObject().contains(member));
    const table::Cells before = UsaRig::readOne(usaAd()).toRow();
    const table::Cells after = UsaRig::readOne(without(member)).toRow();
    QStringList columns;
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i])
            columns.append(QString(table::VacancyColumns[i].key));
    }
    QTEST(columns.join(u", "_s), "columns");
}

void TestUsaJobs::periods_data()
{
    QTest::addColumn<QString>("mode");
    const auto row = [](const char *code, const QString &mode) { QTest::newRow(code) << mode; };
    row("PA", u"Per Year"_s);
    row("PM", u"Per Month"_s);
    row("PH", u"Per Hour"_s);
    row("PD", u"Per Day"_s);
    row("BW", u"Bi-weekly"_s);
    row("SY", u"SY"_s);
}

void TestUsaJobs::periods()
{
    QJsonObject ad = usaAd();
    QJsonObject job = ad["MatchedObjectDescriptor"_L1].toObject();
    job.insert(
        "PositionRemuneration"_L1,
        QJsonArray{QJsonObject{{"MinimumRange"_L1, u"20.5"_s},
                               {"RateIntervalCode"_L1, QString::fromLatin1(QTest::currentDataTag())}}});
    ad.insert("MatchedObjectDescriptor"_L1, job);
    const Vacancy read = UsaRig::readOne(ad);
    QCOMPARE(read.salaryFrom, 20.5);
    QVERIFY(!read.salaryTo);
    QTEST(read.salaryMode, "mode");
}

/// Several are told by their states, and have no point on the map.
void TestUsaJobs::places()
{
    QJsonObject ad = usaAd();
    QJsonObject job = ad["MatchedObjectDescriptor"_L1].toObject();
    QJsonArray places = job["PositionLocation"_L1].toArray();
    places.append(QJsonObject{{"CountryCode"_L1, u"United States"_s},
                              {"CountrySubDivisionCode"_L1, u"Idaho"_s},
                              {"CityName"_L1, u"Boise, Idaho"_s}});
    job.insert("PositionLocation"_L1, places);
    ad.insert("MatchedObjectDescriptor"_L1, job);
    const Vacancy read = UsaRig::readOne(ad);
    QCOMPARE(read.area, u"GA, Idaho, United States"_s);
    QVERIFY(!read.lat && !read.lng);
}

void TestUsaJobs::pages()
{
    QCOMPARE(UsaRig::read({usaAd()}, {}, 250)->pages, 3);
    QCOMPARE(UsaRig::read({usaAd()}, {}, u"12345"_s)->pages, 100);
    QCOMPARE(UsaRig::read({usaAd()}, {}, QJsonValue::Null)->pages, -1);
    const auto unreadable = UsaRig::read({without(u"MatchedObjectId"_s), usaAd()});
    QCOMPARE(unreadable->unreadable, 1);
    QCOMPARE(unreadable->vacancies.size(), size_t(1));
}

void TestUsaJobs::typesAndBrokenPages()
{
    for (const QString &member : usaAd()["MatchedObjectDescriptor"_L1].toObject().keys()) {
        for (const QJsonValue &odd :
             {QJsonValue(true), QJsonValue(17), QJsonValue(u"x"_s), QJsonValue(QJsonArray{1}),
              QJsonValue(QJsonObject{{"Name"_L1, QJsonArray()}})}) {
            QJsonObject ad = usaAd();
            QJsonObject job = ad["MatchedObjectDescriptor"_L1].toObject();
            job.insert(member, odd);
            ad.insert("MatchedObjectDescriptor"_L1, job);
            const auto page = UsaRig::read({ad, usaAd()});
            QVERIFY2(page && page->vacancies.size() == 2, qPrintable(member));
        }
    }
    const test::BoardRig rig(u"usajobs", {});
    for (const QByteArray &body : {QByteArray("{}"), QByteArray("[]"), QByteArray("<html></html>"),
                                   QByteArray(R"({"SearchResult": {"SearchResultItems": 5}})")}) {
        const auto page = rig.source().parseList(body, {}, QUrl(u"http://h/api"_s));
        QVERIFY(!page && page.error().reason == Reason::BadBody);
    }
}

QTEST_GUILESS_MAIN(TestUsaJobs)
#include "tst_usajobs.moc"
