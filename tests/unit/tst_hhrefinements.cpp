// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhaddress.h"
#include "vacancies/hh/hhsource.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/superjob/superjobsource.h"
#include "vacancies/trudvsem/trudvsemsource.h"

#include <QTest>
#include <QUrlQuery>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Industry, employer and site: what is asked, what is checked, and which pasted addresses set them.
class TestHhRefinements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parameters();
    void otherEmployers();
    void addresses_data();
    void addresses();
    void otherSources();
    void unknownSite();

private:
    static QStringList values(const QUrl &url, const QString &key);
    static QUrl base() { return QUrl(u"http://127.0.0.1:1/api"_s); }
};

QStringList TestHhRefinements::values(const QUrl &url, const QString &key)
{
    return QUrlQuery(url).allQueryItemValues(key, QUrl::FullyDecoded);
}

void TestHhRefinements::parameters()
{
    Query query;
    query.industries = {u"7"_s, u"43.647"_s};
    query.employers = {u"1455"_s, u"80"_s};
    query.site = u"hh.uz"_s;
    const QUrl url = HhSource().listPage(query, base(), 0).url;
    QCOMPARE(values(url, u"industry"_s), query.industries);
    QCOMPARE(values(url, u"employer_id"_s), query.employers);
    QCOMPARE(values(url, u"host"_s), QStringList{u"hh.uz"_s});

    const QByteArray body = R"({"items": [{"id": "5"}], "found": 1, "pages": 1})";
    const auto page = HhSource().parseList(body, query, base());
    QVERIFY(page);
    QCOMPARE(page->details, std::vector{QUrl(u"http://127.0.0.1:1/api/vacancies/5?host=hh.uz"_s)});

    for (const QString &key : {u"industry"_s, u"employer_id"_s, u"host"_s})
        QVERIFY2(values(HhSource().listPage({}, base(), 0).url, key).isEmpty(), qPrintable(key));
    QCOMPARE(HhSource().parseList(body, {}, base())->details.front(),
             QUrl(u"http://127.0.0.1:1/api/vacancies/5"_s));
}

void TestHhRefinements::otherEmployers()
{
    Query query;
    query.employers = {u"1455"_s};
    const QByteArray body = R"({"items": [
        {"id": "1", "employer": {"id": "1455", "name": "a"}},
        {"id": "2", "employer": {"id": 1455, "name": "a"}},
        {"id": "3", "employer": {"id": "14550", "name": "b"}},
        {"id": "4", "employer": {"name": "tells nobody who it is"}},
        {"id": "5", "employer": null}]})";
    const auto page = HhSource().parseList(body, query, base());
    QVERIFY(page);
    QStringList kept;
    for (const Vacancy &vacancy : page->vacancies)
        kept << vacancy.id;
    QCOMPARE(kept, (QStringList{u"1"_s, u"2"_s, u"4"_s, u"5"_s}));
    QCOMPARE(page->leftOut.size(), size_t(1));
    QCOMPARE(page->leftOut.front().rule, "employer"_L1);
    QVERIFY(HhSource().parseList(body, {}, base())->leftOut.empty());
}

void TestHhRefinements::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("industries");
    QTest::addColumn<QStringList>("employers");
    QTest::addColumn<QString>("site");
    QTest::addColumn<QStringList>("areas");
    const QStringList none;
    QTest::newRow("usual site") << u"https://spb.hh.ru/search/vacancy?text=a&industry=7&industry=7.541"_s
                                << QStringList{u"7"_s, u"7.541"_s} << none << QString() << none;
    QTest::newRow("employer") << u"https://hh.ru/search/vacancy?employer_id=1455&employer_id=80&area=1"_s
                              << none << QStringList{u"1455"_s, u"80"_s} << QString() << QStringList{u"1"_s};
    QTest::newRow("another site") << u"https://tashkent.hh.uz/search/vacancy?text=a"_s << none << none
                                  << u"hh.uz"_s << QStringList{u"97"_s};
    QTest::newRow("zarplata") << u"https://zarplata.ru/search/vacancy?text=a"_s << none << none
                              << u"zarplata.ru"_s << none;
    QTest::newRow("api with host") << u"https://api.hh.ru/vacancies?text=a&host=rabota.by"_s << none << none
                                   << u"rabota.by"_s << none;
    QTest::newRow("api with an unknown host")
        << u"https://api.hh.ru/vacancies?text=a&host=example.org"_s << none << none << QString() << none;
    QTest::newRow("page of an employer") << u"https://hh.ru/employer/1455?hhtmFrom=vacancy"_s << none
                                         << QStringList{u"1455"_s} << QString() << none;
    QTest::newRow("with a slash") << u"https://hh.kz/employer/80/"_s << none << QStringList{u"80"_s}
                                  << u"hh.kz"_s << QStringList{u"40"_s};
    QTest::newRow("the API's") << u"https://api.hh.ru/employers/1455"_s << none << QStringList{u"1455"_s}
                               << QString() << none;
}

void TestHhRefinements::addresses()
{
    QFETCH(QString, address);
    const auto query = hhQueryAt(QUrl(address));
    QVERIFY(query);
    QVERIFY(query->validate());
    QTEST(query->industries, "industries");
    QTEST(query->employers, "employers");
    QTEST(query->site, "site");
    QTEST(query->areas, "areas");
    for (const QString &other : {u"https://hh.ru/employer/"_s, u"https://hh.ru/employer/a"_s,
                                 u"https://hh.ru/employer/1/x"_s, u"https://example.org/employer/1"_s})
        QVERIFY2(!hhQueryAt(QUrl(other)), qPrintable(other));
}

void TestHhRefinements::otherSources()
{
    Query query;
    query.industries = {u"7"_s};
    query.employers = {u"1"_s};
    query.site = u"hh.kz"_s;
    const QStringList fields{u"industries"_s, u"employers"_s, u"site"_s};
    QCOMPARE(TrudvsemSource().ignoredFields(query), fields);
    QCOMPARE(SuperjobSource().ignoredFields(query), fields);
    QVERIFY(HhSource().ignoredFields(query).isEmpty());
}

void TestHhRefinements::unknownSite()
{
    SearchSpec spec;
    spec.sources.push_back({u"hh"_s, {}, {}});
    for (const QString &site : hhSites()) {
        spec.sources.front().query.site = site;
        QVERIFY2(spec.validate(), qPrintable(site));
    }
    spec.sources.front().query.site = u"hh.com"_s;
    const auto refused = spec.validate();
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"hh.ru, rabota.by, hh1.az, hh.uz, hh.kz"),
             qPrintable(refused.error().detail));
    QVERIFY(!SearchSpec::fromJson(spec.toJson()));
}

QTEST_GUILESS_MAIN(TestHhRefinements)
#include "tst_hhrefinements.moc"
