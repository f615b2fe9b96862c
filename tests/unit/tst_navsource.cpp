// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// NAV: a feed of changes whose pages name the next one, and what ads say at their own address.
class TestNavSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void since();
    void feed();
    void lastOfSeveral();
    void pages();
    void details();
    void nulls_data();
    void nulls();
    void closed();
    void checkedHere();
    void refusals();
};

namespace {

const QUrl Base(u"http://127.0.0.1:8080/nav"_s);

const VacancySource &nav()
{
    static const test::BoardRig rig(u"nav", u"items"_s);
    return rig.source();
}

QJsonObject entryOf(const QString &uuid, const QString &status = u"ACTIVE"_s,
                    const QString &title = u"Fyrvokter"_s)
{
    return {
        {"id"_L1, uuid},
        {"url"_L1, "/api/v1/feedentry/"_L1 + uuid},
        {"title"_L1, title},
        {"content_text"_L1, u"Stillingsannonse"_s},
        {"date_modified"_L1, u"2026-11-02T22:30:00+01:00"_s},
        {"_feed_entry"_L1, QJsonObject{{"uuid"_L1, uuid},
                                       {"status"_L1, status},
                                       {"title"_L1, title},
                                       {"businessName"_L1, u"Kystverket"_s},
                                       {"municipal"_L1, u"TROMSØ"_s},
                                       {"sistEndret"_L1, u"2026-11-02T22:30:00.123+01:00[Europe/Oslo]"_s}}}};
}

QByteArray feedOf(const QList<QJsonObject> &items, const QJsonValue &next = QJsonValue::Null)
{
    QJsonArray list;
    for (const QJsonObject &item : items)
        list.append(item);
    return QJsonDocument(QJsonObject{{"version"_L1, u"1.0"_s},
                                     {"title"_L1, u"Stillingsfeeden"_s},
                                     {"id"_L1, u"0a-1"_s},
                                     {"next_url"_L1, u"/api/v1/feed/x"_s},
                                     {"next_id"_L1, next},
                                     {"items"_L1, list}})
        .toJson();
}

QJsonObject content()
{
    return test::jsonOf(
        R"({"uuid": "ab-12", "published": "2026-11-01T00:00:00+01:00", "expires": "2026-12-01T00:00:00+01:00",
        "updated": "2026-11-02T22:30:00+01:00",
        "workLocations": [{"country": "NORGE", "address": "Fyrveien 1", "city": "TROMSØ", "postalCode": "9008", "county": "TROMS", "municipal": "TROMSØ"}],
        "contactList": [{"name": "Oppdiktet Anna", "email": "anna@fyr.example", "phone": "000 00 000", "role": null, "title": "Leder"}],
        "title": "Fyrvokter", "description": "<p>Hold <b>lyset</b>.</p>", "sourceurl": "", "source": "DIR",
        "applicationUrl": "https://fyr.example/sok", "applicationDue": "Snarest",
        "occupationCategories": [{"level1": "Transport og lager", "level2": "Sjø"}],
        "categoryList": [{"categoryType": "ESCO", "code": "http://x", "name": "fyr", "score": 0.5},
                         {"categoryType": "STYRK08", "code": "3152", "name": "Dekksoffiserer", "score": 0.9}],
        "jobtitle": "Fyrvokter", "link": "https://arbeidsplassen.nav.no/stillinger/stilling/ab-12",
        "employer": {"name": "Kystverket", "orgnr": "970921990", "description": "", "homepage": ""},
        "engagementtype": "Fast", "extent": "Heltid", "starttime": "", "positioncount": "2", "sector": "Offentlig"})");
}

QByteArray detailsOf(const QJsonObject &ad, const QString &status = u"ACTIVE"_s)
{
    QJsonObject details{
        {"uuid"_L1, u"ab-12"_s}, {"sistEndret"_L1, u"2026-11-02T22:30:00+01:00"_s}, {"status"_L1, status}};
    if (!ad.isEmpty())
        details.insert("ad_content"_L1, ad);
    return QJsonDocument(details).toJson();
}

} // namespace

void TestNavSource::asks()
{
    const QUrl first = nav().listPage({}, Base, 0).url;
    QCOMPARE(first, QUrl(u"http://127.0.0.1:8080/nav/feed?pageSize=100"_s));
    QCOMPARE(nav().nextPage({}, Base, u"0a-2"_s).url,
             QUrl(u"http://127.0.0.1:8080/nav/feed/0a-2?pageSize=100"_s));
    QVERIFY(nav().needsToken() && nav().tokenField().isEmpty());
    Query query;
    query.text = u"fyr"_s;
    query.field = SearchField::Any;
    query.employment = {u"FULL"_s};
    query.workFormat = {u"REMOTE"_s};
    query.salary = 1;
    query.contacts = true;
    QCOMPARE(nav().ignoredFields(query),
             (QStringList{u"employment"_s, u"workFormat"_s, u"salary"_s, u"field"_s}));
}

/// The first day, at its beginning in Moscow; it is the source that jumps there.
void TestNavSource::since()
{
    const auto header = [](const Query &query) {
        return net::headerValue(nav().listPage(query, Base, 0).headers, "if-modified-since");
    };
    Query days;
    days.dateFrom = QDate(2026, 11, 3);
    QCOMPARE(header(days), "Mon, 02 Nov 2026 21:00:00 GMT");
    const QDate today(2026, 11, 8);
    Query week;
    week.period = 7;
    week.text = u"a OR b"_s;
    QCOMPARE(nav().split(week, today).size(), size_t(1)); // one feed for all words
    QCOMPARE(nav().split(week, today).front().dateFrom, QDate(2026, 11, 1));
    Query all;
    all.pages = 0;
    QCOMPARE(nav().split(all, today).front().dateFrom, today.addDays(-183));
    QCOMPARE(nav().split({}, today).front().dateFrom, today.addDays(-1));
}

void TestNavSource::feed()
{
    const auto page = nav().parseList(feedOf({entryOf(u"ab-12"_s)}, u"0a-2"_s), {}, Base);
    QVERIFY(page);
    QCOMPARE(page->next, u"0a-2"_s);
    QVERIFY(!page->isLast);
    QCOMPARE(page->found, -1);
    QCOMPARE(page->pages, -1);
    Vacancy expected;
    expected.source = u"nav"_s;
    expected.id = u"ab-12"_s;
    expected.name = u"Fyrvokter"_s;
    expected.alternateUrl = u"https://arbeidsplassen.nav.no/stillinger/stilling/ab-12"_s;
    expected.employer = u"Kystverket"_s;
    expected.area = u"TROMSØ"_s;
    expected.modified = u"2026-11-02T22:30:00+01:00"_s;
    expected.state = u"listed"_s;
    QCOMPARE(page->vacancies.size(), size_t(1));
    QVERIFY(page->vacancies.front() == expected);
    QCOMPARE(page->details, std::vector<QUrl>{QUrl(u"http://127.0.0.1:8080/nav/feedentry/ab-12"_s)});
}

/// Published, changed, stopped: within a page only what came last is true.
void TestNavSource::lastOfSeveral()
{
    const auto page = nav().parseList(
        feedOf({entryOf(u"a-1"_s), entryOf(u"b-2"_s), entryOf(u"a-1"_s, u"INACTIVE"_s, u"..."_s),
                entryOf(u"b-2"_s, u"ACTIVE"_s, u"Losbåtfører"_s)}),
        {}, Base);
    QVERIFY(page && page->isLast);
    QCOMPARE(page->vacancies.size(), size_t(1));
    QCOMPARE(page->vacancies.front().name, u"Losbåtfører"_s);
}

void TestNavSource::pages()
{
    const auto empty = nav().parseList({}, {}, Base); // 304
    QVERIFY(empty && empty->isLast && empty->vacancies.empty());
    // A name that would lead elsewhere is none.
    QVERIFY(nav().parseList(feedOf({}, u"../token"_s), {}, Base)->isLast);
    const auto odd =
        nav().parseList(feedOf({QJsonObject{{"_feed_entry"_L1, 5}}, entryOf(u"a-1"_s)}), {}, Base);
    QCOMPARE(odd->unreadable, 1);
    QCOMPARE(odd->vacancies.size(), size_t(1));
    for (const QByteArray &body : {QByteArray("{}"), QByteArray(R"({"items": null})"), QByteArray("<html>"),
                                   feedOf({entryOf(u"a-1"_s)}).chopped(30)}) {
        const auto page = nav().parseList(body, {}, Base);
        QVERIFY2(!page && page.error().reason == Reason::BadBody, body);
    }
}

void TestNavSource::details()
{
    Vacancy expected;
    expected.source = u"nav"_s;
    expected.id = u"ab-12"_s;
    expected.name = u"Fyrvokter"_s;
    expected.applyUrl = u"https://fyr.example/sok"_s;
    expected.alternateUrl = u"https://arbeidsplassen.nav.no/stillinger/stilling/ab-12"_s;
    expected.created = u"2026-11-01T00:00:00+01:00"_s;
    expected.modified = u"2026-11-02T22:30:00+01:00"_s;
    expected.schedule = u"Heltid"_s;
    expected.employer = u"Kystverket"_s;
    expected.employerId = u"970921990"_s;
    expected.area = u"TROMSØ, TROMS, NORGE"_s;
    expected.description = u"Hold lyset."_s;
    expected.employment = u"Fast"_s;
    expected.roles = {u"Fyrvokter"_s, u"STYRK-08 3152"_s};
    expected.specialisation = u"Transport og lager"_s;
    expected.address = u"Fyrveien 1, 9008, TROMSØ"_s;
    expected.workPlaces = 2;
    expected.state = u"complete"_s;
    const auto read = nav().parseDetail(detailsOf(content()));
    QVERIFY(read && *read == expected);
    const auto told = nav().parseDetail(detailsOf(content()), true);
    QCOMPARE(told->contactName, u"Oppdiktet Anna"_s);
    QCOMPARE(told->contactEmails, QStringList{u"anna@fyr.example"_s});
    QCOMPARE(told->contactPhones, QStringList{u"000 00 000"_s});
}

void TestNavSource::nulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns = {}) {
        QTest::newRow(member) << columns;
    };
    row("uuid");
    row("published", u"created"_s);
    row("updated", u"modified"_s);
    row("workLocations", u"area, address"_s);
    row("contactList");
    row("title", u"vacancy"_s);
    row("description", u"description"_s);
    row("applicationUrl", u"url"_s);
    row("occupationCategories", u"specialisation"_s);
    row("categoryList", u"professional_roles"_s);
    row("jobtitle", u"professional_roles"_s);
    row("link"); // told by its number
    row("employer", u"employer, employer_id"_s);
    row("engagementtype", u"employment"_s);
    row("extent", u"schedule"_s);
    row("positioncount", u"work_places"_s);
    row("sector");
}

void TestNavSource::nulls()
{
    QJsonObject ad = content();
    ad.insert(QString::fromLatin1(QTest::currentDataTag()), QJsonValue::Null);
    const auto read = nav().parseDetail(detailsOf(ad));
    QVERIFY(read);
    const table::Cells before = nav().parseDetail(detailsOf(content()))->toRow();
    const table::Cells after = read->toRow();
    QStringList columns;
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i])
            columns.append(QString(table::VacancyColumns[i].key));
    }
    QTEST(columns.join(u", "), "columns");
}

/// What has ended may not be shown, and is gone here, too.
void TestNavSource::closed()
{
    const auto ended = nav().parseDetail(detailsOf({}, u"INACTIVE"_s));
    QVERIFY(!ended && ended.error().reason == Reason::Gone);
    const auto masked = nav().parseDetail(detailsOf(content(), u"INACTIVE"_s));
    QVERIFY(!masked && masked.error().reason == Reason::Gone);
    const auto nothing = nav().parseDetail(detailsOf({}));
    QVERIFY(!nothing && nothing.error().reason == Reason::BadBody);
}

void TestNavSource::checkedHere()
{
    const auto left = [](const Query &query) {
        const auto page = nav().parseList(feedOf({entryOf(u"ab-12"_s)}), query, Base);
        return page->leftOut.empty() ? QString() : QString(page->leftOut.front().rule);
    };
    Query query;
    query.text = u"fyrvokter OR los"_s;
    QCOMPARE(left(query), QString());
    query.text = u"los"_s;
    QCOMPARE(left(query), u"text"_s);
    query.field = SearchField::Description; // titles and companies are all that lists have
    QCOMPARE(left(query), u"text"_s);
    query.text = u"kystverket"_s;
    QCOMPARE(left(query), QString());
    Query days;
    days.dateFrom = days.dateTo = QDate(2026, 11, 3); // half past midnight in Moscow
    QCOMPARE(left(days), QString());
    days.dateTo = QDate(2026, 11, 2);
    days.dateFrom = {};
    QCOMPARE(left(days), u"date"_s);
}

void TestNavSource::refusals()
{
    net::Response response;
    response.url = QUrl(u"https://h/api/v1/feed"_s);
    response.status = 304;
    QCOMPARE(nav().judge(response).verdict, Verdict::Usable);
    response.status = 401;
    QCOMPARE(nav().judge(response).verdict, Verdict::StopAll);
    QCOMPARE(nav().judge(response).error.reason, Reason::AuthRequired);
    response.status = 404;
    QCOMPARE(nav().judge(response).verdict, Verdict::Failed);
    response.url = nav().adAddress(QUrl(u"https://h/api/v1"_s), u"ab-12"_s, {});
    QCOMPARE(nav().judge(response).verdict, Verdict::Gone);
}

QTEST_GUILESS_MAIN(TestNavSource)
#include "tst_navsource.moc"
