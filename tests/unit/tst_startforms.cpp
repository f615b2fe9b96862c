// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlspec.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// The other forms of a start address.
class TestStartForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void areWorkOfARun();
    void notAsked_data();
    void notAsked();
};

void TestStartForms::forms_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::addRow("plain") << QByteArray("https://site.example/a/b?c")
                           << QByteArrayList{"http://site.example/", "https://www.site.example/",
                                             "http://www.site.example/"};
    QTest::addRow("www") << QByteArray("http://www.site.example/")
                         << QByteArrayList{"https://www.site.example/", "http://site.example/",
                                           "https://site.example/"};
    QTest::addRow("public suffix of two parts")
        << QByteArray("https://site.co.uk/")
        << QByteArrayList{"http://site.co.uk/", "http://www.site.co.uk/", "https://www.site.co.uk/"};
    QTest::addRow("below the site's name")
        << QByteArray("https://shop.site.example/") << QByteArrayList{"http://shop.site.example/"};
    QTest::addRow("www below it") << QByteArray("https://www.shop.site.example/")
                                  << QByteArrayList{"http://www.shop.site.example/"};
    QTest::addRow("port") << QByteArray("https://site.example:8443/") << QByteArrayList{};
    QTest::addRow("address of a machine")
        << QByteArray("http://127.0.0.1/") << QByteArrayList{"https://127.0.0.1/"};
    QTest::addRow("address of six parts") << QByteArray("http://[::1]/") << QByteArrayList{"https://[::1]/"};
    QTest::addRow("no dot") << QByteArray("http://localhost/") << QByteArrayList{"https://localhost/"};
}

void TestStartForms::forms()
{
    QFETCH(const QByteArray, start);
    QFETCH(QByteArrayList, expected);
    QByteArrayList found;
    for (const std::string &form : links::CrawlScope::startForms(start.toStdString()))
        found.append(QByteArray::fromStdString(form));
    std::ranges::sort(found);
    std::ranges::sort(expected);
    QCOMPARE(found, expected);
}

void TestStartForms::areWorkOfARun()
{
    links::CrawlSpec spec;
    spec.start = {u"https://site.example/"_s, u"https://site.example/a"_s, u"http://site.example/"_s};
    spec.depth = 1;
    const store::Unit unit = spec.takeStart();
    QCOMPARE(spec.starts, 3);
    QStringList kinds;
    for (const store::WorkAdd &work : unit.newWork)
        kinds.append(work.kind + u' ' + work.host);
    QCOMPARE(kinds, (QStringList{u"page/https/0 site.example"_s, u"page/https/0 site.example"_s,
                                 u"page/http/0 site.example"_s, u"form/http www.site.example"_s,
                                 u"form/https www.site.example"_s}));
}

void TestStartForms::notAsked_data()
{
    QTest::addColumn<links::CrawlSpec>("spec");
    links::CrawlSpec spec;
    spec.start = {u"https://site.example/"_s};
    spec.depth = 5;
    auto with = [&spec](auto change) {
        links::CrawlSpec changed = spec;
        change(changed);
        return changed;
    };
    QTest::addRow("switched off") << with([](auto &changed) { changed.startForms = false; });
    QTest::addRow("only the links of a page") << with([](auto &changed) { changed.depth = 0; });
    QTest::addRow("a list") << with([](auto &changed) {
        for (int i = 0; i < 20; ++i)
            changed.start.append(u"https://site%1.example/"_s.arg(i));
    });
    QTest::addRow("a login in the address")
        << with([](auto &changed) { changed.start = {u"https://me:key@site.example/"_s}; });
    QTest::addRow("a login elsewhere")
        << with([](auto &changed) { changed.loginOrigins = {u"https://site.example"_s}; });
    QTest::addRow("headers of its own")
        << with([](auto &changed) { changed.secretHosts = {u"site.example"_s}; });
}

void TestStartForms::notAsked()
{
    QFETCH(links::CrawlSpec, spec);
    QHash<QString, QByteArray> logins;
    const store::Unit unit = spec.takeStart(&logins);
    QVERIFY(!unit.newWork.empty());
    for (const store::WorkAdd &work : unit.newWork)
        QVERIFY2(!work.kind.startsWith(u"form"_s), qPrintable(work.kind));
}

QTEST_GUILESS_MAIN(TestStartForms)
#include "tst_startforms.moc"
