// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/urlpatterns.h"

#include <QElapsedTimer>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using links::UrlPatterns;
using Cause = UrlPatterns::Cause;

class TestUrlPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explain_data();
    void explain();
    void faults_data();
    void faults();
    void runaway_data();
    void runaway();
};

void TestUrlPatterns::explain_data()
{
    QTest::addColumn<QStringList>("include");
    QTest::addColumn<QStringList>("exclude");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("found");
    const QByteArray url = "https://a.example/docs/page.html?x=1";
    const auto row = [](const char *name, const QStringList &in, const QStringList &out,
                        const QByteArray &address, bool taken, Cause cause, const QString &found) {
        QTest::newRow(name) << in << out << address << taken << cause << found;
    };
    row("none", {}, {}, url, true, Cause::NoPattern, {});
    row("empty ones", {QString()}, {QString()}, url, true, Cause::NoPattern, {});
    row("included", {u"/docs/"_s}, {}, url, true, Cause::Included, u"/docs/"_s);
    row("second includes", {u"/x/"_s, u"\\.html"_s}, {}, url, true, Cause::Included, u".html"_s);
    row("not included", {u"/DOCS/"_s}, {}, url, false, Cause::NotIncluded, {});
    row("letter case ignored on demand", {u"(?i)/DOCS/"_s}, {}, url, true, Cause::Included, u"/docs/"_s);
    row("excluded", {}, {u"\\?"_s}, url, false, Cause::Excluded, u"?"_s);
    row("exclude goes first", {u"docs"_s}, {u"x=\\d"_s}, url, false, Cause::Excluded, u"x=1"_s);
    row("other not excluded", {}, {u"\\.pdf$"_s}, url, true, Cause::NoPattern, {});
    row("readable form", {u"/новости/"_s}, {},
        "https://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", true, Cause::Included,
        u"/новости/"_s);
    row("readable host", {}, {u"пример\\.рф"_s}, "https://xn--e1afmkfd.xn--p1ai/x", false, Cause::Excluded,
        u"пример.рф"_s);
    row("sent form", {u"%D0"_s}, {}, "https://a.example/%D0%BD", true, Cause::Included, u"%D0"_s);
}

void TestUrlPatterns::explain()
{
    QFETCH(QStringList, include);
    QFETCH(QStringList, exclude);
    QFETCH(QByteArray, url);
    const auto patterns = UrlPatterns::compile(include, exclude);
    QVERIFY(patterns);
    const auto verdict = patterns->explain(url);
    QTEST(verdict.taken, "taken");
    QTEST(verdict.cause, "cause");
    QTEST(verdict.start < 0 ? QString() : verdict.subject.mid(verdict.start, verdict.length), "found");
    QCOMPARE(patterns->takes(url), verdict.taken);
}

void TestUrlPatterns::faults_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("position");
    QTest::newRow("file name pattern") << u"*.pdf"_s << 1;
    QTest::newRow("open bracket") << u"/a(b"_s << 5;
    QTest::newRow("open class") << u"[a"_s << 3;
    QTest::newRow("good") << u"/a.*"_s << 0;
}

void TestUrlPatterns::faults()
{
    QFETCH(QString, pattern);
    QFETCH(int, position);
    const auto fault = UrlPatterns::fault(pattern);
    QCOMPARE(fault.position, position);
    QCOMPARE(fault.why.isEmpty(), position == 0);
    const auto patterns = UrlPatterns::compile({u"good"_s}, {pattern});
    QCOMPARE(patterns.has_value(), position == 0);
    if (position > 0) {
        QCOMPARE(patterns.error().reason, Reason::BadValue);
        QVERIFY(patterns.error().detail.startsWith(u"%1: position %2: "_s.arg(pattern).arg(position)));
    }
}

void TestUrlPatterns::runaway_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("nested") << u"^https://(a+)+$"_s;
    QTest::newRow("alternatives") << u"^https://(a|aa|a*)*$"_s;
    QTest::newRow("recursion") << u"^(?:https://)((?:a|(?1))*)*$"_s;
}

void TestUrlPatterns::runaway()
{
    QFETCH(QString, pattern);
    const auto patterns = UrlPatterns::compile({}, {pattern});
    QVERIFY(patterns);
    const QByteArray url = "https://" + QByteArray(2000, 'a') + "!";
    QElapsedTimer timer;
    timer.start();
    const auto verdict = patterns->explain(url);
    qInfo("gave up after %lld us", timer.nsecsElapsed() / 1000);
    QCOMPARE(verdict.cause, Cause::GaveUp);
    QVERIFY(!verdict.taken);
    QCOMPARE(verdict.pattern, pattern);
}

QTEST_GUILESS_MAIN(TestUrlPatterns)
#include "tst_urlpatterns.moc"
