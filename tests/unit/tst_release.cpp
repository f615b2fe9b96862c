// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/release.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What tells of a newer version comes from outside and is believed only when it is just that.
class TestRelease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
    void compares_data();
    void compares();
};

void TestRelease::reads()
{
    const auto release =
        Release::read(R"({"version": "0.3.0", "url": "https://h.example/a?b", "more": [1]})");
    QVERIFY(release);
    QCOMPARE(release->version, u"0.3.0"_s);
    QCOMPARE(release->page, QUrl(u"https://h.example/a?b"_s));
}

void TestRelease::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("nothing", {});
    row("a page", "<html>0.3.0</html>");
    row("a list", R"([{"version": "0.3.0", "url": "https://h.example/"}])");
    row("no version", R"({"url": "https://h.example/"})");
    row("no address", R"({"version": "0.3.0"})");
    row("a number", R"({"version": 0.3, "url": "https://h.example/"})");
    row("words", R"({"version": "0.3.0 <b>now</b>", "url": "https://h.example/"})");
    row("line end", "{\"version\": \"0.3.0\\n\", \"url\": \"https://h.example/\"}");
    row("huge number", R"({"version": "99999999999.0", "url": "https://h.example/"})");
    row("http", R"({"version": "0.3.0", "url": "http://h.example/"})");
    row("a file", R"({"version": "0.3.0", "url": "file:///bin/sh"})");
    row("a script", R"j({"version": "0.3.0", "url": "javascript:alert(1)"})j");
    row("no host", R"({"version": "0.3.0", "url": "https:///a"})");
    row("a login", R"({"version": "0.3.0", "url": "https://you@h.example/"})");
    row("a long address",
        R"({"version": "0.3.0", "url": "https://h.example/)" + QByteArray(1000, 'a') + R"("})");
    row("too long", R"({"version": "0.3.0", "url": "https://h.example/", "x": ")" +
                        QByteArray(Release::Largest, 'a') + R"("})");
    row("cut off", R"({"version": "0.3.0", "url": "https://h.exa)");
    row("deep", QByteArray(9000, '['));
}

void TestRelease::refuses()
{
    QFETCH(const QByteArray, json);
    const auto release = Release::read(json);
    QVERIFY(!release);
    QCOMPARE(release.error().reason, Reason::BadBody);
}

void TestRelease::compares_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("than");
    QTest::addColumn<bool>("isNewer");
    QTest::newRow("newer") << u"0.3.0"_s << u"0.2.0"_s << true;
    QTest::newRow("the same") << u"0.2.0"_s << u"0.2.0"_s << false;
    QTest::newRow("the same, shorter") << u"0.2"_s << u"0.2.0"_s << false;
    QTest::newRow("older") << u"0.1.9"_s << u"0.2.0"_s << false;
    QTest::newRow("by numbers") << u"0.10.0"_s << u"0.9.0"_s << true;
    QTest::newRow("one more part") << u"0.2.0.1"_s << u"0.2.0"_s << true;
}

void TestRelease::compares()
{
    QFETCH(const QString, version);
    QFETCH(const QString, than);
    const auto release = Release::of(version, u"https://h.example/"_s);
    QVERIFY(release);
    QTEST(release->isNewerThan(than), "isNewer");
}

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_release.moc"
