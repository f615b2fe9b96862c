// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpresenter.h"

#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Scope = links::CrawlScope::Kind;

/// What the links form means, without the form.
class TestCrawlPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void missingSchemes();
    void spec_data();
    void spec();
    void comesBack();
    void secretsGoToOneHost();
    void titles_data();
    void titles();
    void trial_data();
    void trial();
};

namespace {

CrawlValues with(const QString &addresses)
{
    CrawlValues values;
    values.addresses = addresses;
    return values;
}

const QString Site = u"https://site.example/"_s;

} // namespace

void TestCrawlPresenter::problems_data()
{
    QTest::addColumn<CrawlValues>("values");
    QTest::addColumn<int>("field"); ///< -1 = all is well
    QTest::addColumn<QString>("says");
    QTest::newRow("fine") << with(Site) << -1 << QString();
    QTest::newRow("nothing") << with(u"  \n"_s) << int(CrawlField::Addresses) << u"Type the address"_s;
    QTest::newRow("only what cannot be asked")
        << with(u"ftp://site.example/"_s) << int(CrawlField::Addresses) << u"ftp://site.example/"_s;
    QTest::newRow("one of two is enough") << with(u"mailto:a@b.example\n"_s + Site) << -1 << QString();
    CrawlValues values = with(Site);
    values.include = u"/docs/ (open"_s;
    QTest::newRow("bad pattern") << values << int(CrawlField::Include) << u"(open"_s;
    values = with(Site);
    values.exclude = u"[a-"_s;
    QTest::newRow("bad exclusion") << values << int(CrawlField::Exclude) << u"[a-"_s;
    values = with(Site);
    values.headers = u"X-Key: 1\nnonsense"_s;
    QTest::newRow("bad header") << values << int(CrawlField::Headers) << u"nonsense"_s;
    values.headers = u"Host: other.example"_s;
    QTest::newRow("header of the program") << values << int(CrawlField::Headers) << u"Host"_s;
    values = with(Site);
    values.password = u"secret"_s;
    QTest::newRow("password alone") << values << int(CrawlField::Login) << u"no login"_s;
    values.user = u"a:b"_s;
    QTest::newRow("colon in the login") << values << int(CrawlField::Login) << u"colon"_s;
    values = with(Site);
    values.userAgent = u"Я"_s;
    QTest::newRow("name that cannot be sent") << values << int(CrawlField::UserAgent) << u"Introduce"_s;
}

void TestCrawlPresenter::problems()
{
    QFETCH(CrawlValues, values);
    QFETCH(int, field);
    QFETCH(QString, says);
    const QList<CrawlProblem> found = CrawlPresenter().problems(values);
    if (field < 0) {
        QVERIFY2(found.isEmpty(), qPrintable(found.value(0).text));
        return;
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(int(found.first().field), field);
    QVERIFY2(found.first().text.contains(says), qPrintable(found.first().text));
}

void TestCrawlPresenter::missingSchemes()
{
    const CrawlPresenter presenter;
    const CrawlValues values = with(u"site.example\n127.0.0.1:18801\nlocalhost/x\nftp://b.example"_s);
    QCOMPARE(presenter.spec(values).start,
             (QStringList{u"https://site.example"_s, u"http://127.0.0.1:18801"_s, u"http://localhost/x"_s}));
    QVERIFY(presenter.problems(values).isEmpty());
    QVERIFY2(presenter.leftOut(values).contains("Line 4"_L1), qPrintable(presenter.leftOut(values)));
}

void TestCrawlPresenter::spec_data()
{
    QTest::addColumn<CrawlValues>("values");
    QTest::addColumn<links::CrawlSpec>("spec");
    links::CrawlSpec spec;
    spec.start = {Site};
    spec.depth = 1000;
    spec.sitemap = true;
    QTest::newRow("the whole site") << with(Site) << spec;

    CrawlValues values = with(Site + u"\n\nhttps://b.example/\n"_s + Site);
    values.wholeSite = false;
    values.external = true;
    links::CrawlSpec list;
    list.start = {Site, u"https://b.example/"_s};
    list.external = true;
    QTest::newRow("only their links") << values << list;

    values = with(Site);
    values.depth = 3;
    values.maxPages = 500;
    values.scope = Scope::Prefix;
    values.include = u" /docs/  /help/ "_s;
    values.exclude = u"\\?print="_s;
    values.ignoreRobots = true;
    values.sitemap = false;
    spec.depth = 3;
    spec.maxPages = 500;
    spec.scope = Scope::Prefix;
    spec.include = {u"/docs/"_s, u"/help/"_s};
    spec.exclude = {u"\\?print="_s};
    spec.ignoreRobots = true;
    spec.sitemap = false;
    QTest::newRow("limits and patterns") << values << spec;
}

void TestCrawlPresenter::spec()
{
    QFETCH(CrawlValues, values);
    QFETCH(links::CrawlSpec, spec);
    QVERIFY(CrawlPresenter().spec(values) == spec);
    QVERIFY(CrawlPresenter().spec(values).validate());
}

void TestCrawlPresenter::comesBack()
{
    CrawlValues values = with(Site + u"\nhttps://b.example/"_s);
    values.depth = 5;
    values.scope = Scope::Domain;
    values.exclude = u"/a /b"_s;
    values.external = true;
    values.delay = 500ms;
    values.timeout = 12;
    values.userAgent = u"Bird/2"_s;
    values.maxPages = 7;
    CrawlValues back =
        CrawlPresenter::values(CrawlPresenter().spec(values), CrawlPresenter::requests(values));
    back.addresses = values.addresses;
    QCOMPARE(back, values);
}

void TestCrawlPresenter::secretsGoToOneHost()
{
    CrawlValues values = with(u"https://site.example:8443/a\nhttps://other.example/"_s);
    const CrawlPresenter presenter;
    QVERIFY(CrawlPresenter::secrets(values).isEmpty());
    QVERIFY(presenter.spec(values).secretHosts.isEmpty());
    values.user = u"ann"_s;
    values.password = u"пароль:1"_s;
    values.cookies = u" a=1; b=2 "_s;
    values.headers = u"X-Key:  abc \n"_s;
    const QByteArray lines = CrawlPresenter::secrets(values);
    QCOMPARE(lines, "Authorization: Basic " + u"ann:пароль:1"_s.toUtf8().toBase64() +
                        "\nCookie: a=1; b=2\nX-Key: abc\n");
    QCOMPARE(presenter.secretHost(values), u"site.example"_s);
    QCOMPARE(presenter.spec(values).secretHosts, QStringList{presenter.secretHostKey(values)});
    QVERIFY(presenter.secretHostKey(values).contains("site.example"_L1));

    const CrawlValues back = CrawlPresenter::withSecrets(with(Site), lines);
    QCOMPARE(back.user, values.user);
    QCOMPARE(back.password, values.password);
    QCOMPARE(back.cookies, u"a=1; b=2"_s);
    QCOMPARE(back.headers, u"X-Key: abc"_s);
}

void TestCrawlPresenter::titles_data()
{
    QTest::addColumn<CrawlValues>("values");
    QTest::addColumn<QString>("title");
    QTest::newRow("a site") << with(Site) << u"site.example"_s;
    QTest::newRow("a folder") << with(Site + u"docs/"_s) << u"site.example/docs/"_s;
    CrawlValues values = with(Site);
    values.depth = 2;
    QTest::newRow("two clicks") << values << u"site.example · 2 click(s) deep"_s;
    values.wholeSite = false;
    QTest::newRow("links only") << values << u"site.example · only their links"_s;
    values.addresses = u"https://b.example/\nhttps://a.example/\nhttps://c.example/"_s;
    QTest::newRow("a list") << values << u"b.example and 2 more · only their links"_s;
    QTest::newRow("nothing typed") << CrawlValues() << u"no address yet"_s;
}

void TestCrawlPresenter::titles()
{
    QFETCH(CrawlValues, values);
    const CrawlPresenter presenter;
    QTEST(presenter.summary(values), "title");
    if (values.addresses.isEmpty())
        return;
    links::CrawlSpec spec = presenter.spec(values);
    spec.takeStart();
    QTEST(CrawlPresenter::title(spec), "title");
}

void TestCrawlPresenter::trial_data()
{
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("exclude");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("names");
    QTest::newRow("nothing to try") << QString() << QString() << QString() << false << false << QString();
    QTest::newRow("no pattern") << QString() << QString() << Site << true << true
                                << u"nothing leaves it out"_s;
    QTest::newRow("included") << u"/docs/"_s << QString() << Site + u"docs/1"_s << true << true
                              << u"/docs/"_s;
    QTest::newRow("excluded") << u"/docs/"_s << u"print"_s << Site + u"docs/print"_s << true << false
                              << u"print"_s;
    QTest::newRow("not included") << u"/docs/"_s << QString() << Site << true << false << u"none"_s;
    QTest::newRow("bare host") << u"example"_s << QString() << u"site.example"_s << true << true
                               << u"example"_s;
    QTest::newRow("no address") << QString() << QString() << u"ftp://x"_s << false << false << u"web"_s;
    QTest::newRow("bad pattern") << u"("_s << QString() << Site << false << false << u"cannot be read"_s;
}

void TestCrawlPresenter::trial()
{
    QFETCH(QString, include);
    QFETCH(QString, exclude);
    QFETCH(QString, address);
    QFETCH(QString, names);
    CrawlValues values;
    values.include = include;
    values.exclude = exclude;
    const CrawlPresenter::Trial trial = CrawlPresenter::tryOn(values, address);
    QTEST(trial.known, "known");
    QTEST(trial.taken, "taken");
    QVERIFY2(trial.text.contains(names), qPrintable(trial.text));
}

QTEST_GUILESS_MAIN(TestCrawlPresenter)
#include "tst_crawlpresenter.moc"
