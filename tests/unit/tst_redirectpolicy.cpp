// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/redirectpolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;

class TestRedirectPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses();
    void next_data();
    void next();
    void limit();
    void headers();
};

void TestRedirectPolicy::statuses()
{
    for (int status = 100; status < 600; ++status)
        QCOMPARE(RedirectPolicy::isRedirect(status), QSet<int>({301, 302, 303, 307, 308}).contains(status));
}

void TestRedirectPolicy::next_data()
{
    QTest::addColumn<QStringList>("visited");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    QTest::addColumn<Reason>("reason");
    const QStringList http{u"http://a/x/y?q"_s};
    const QStringList https{u"https://a/x"_s};
    QTest::newRow("absolute") << http << QByteArray("http://b/z") << u"http://b/z"_s << Reason::None;
    QTest::newRow("relative") << http << QByteArray("z") << u"http://a/x/z"_s << Reason::None;
    QTest::newRow("root") << http << QByteArray("/z?p=1") << u"http://a/z?p=1"_s << Reason::None;
    QTest::newRow("scheme-relative") << https << QByteArray("//b/z") << u"https://b/z"_s << Reason::None;
    QTest::newRow("fragment goes") << http << QByteArray("/z#f") << u"http://a/z"_s << Reason::None;
    QTest::newRow("login goes") << http << QByteArray("http://u:p@b/") << u"http://b/"_s << Reason::None;
    QTest::newRow("upgrade") << http << QByteArray("https://a/x/y?q") << u"https://a/x/y?q"_s << Reason::None;
    QTest::newRow("downgrade") << https << QByteArray("http://a/") << QString() << Reason::Downgrade;
    QTest::newRow("file") << http << QByteArray("file:///etc/passwd") << QString() << Reason::ForeignScheme;
    QTest::newRow("data") << http << QByteArray("data:text/plain,x") << QString() << Reason::ForeignScheme;
    QTest::newRow("javascript") << http << QByteArray("javascript:alert(1)") << QString()
                                << Reason::ForeignScheme;
    QTest::newRow("slashes too many") << http << QByteArray("http:///x") << u"http://x/"_s << Reason::None;
    QTest::newRow("itself") << http << QByteArray("y?q") << QString() << Reason::RedirectLoop;
    QTest::newRow("itself with fragment") << http << QByteArray("y?q#f") << QString() << Reason::RedirectLoop;
    QTest::newRow("back") << QStringList{u"http://a/1"_s, u"http://a/2"_s} << QByteArray("/1") << QString()
                          << Reason::RedirectLoop;
    QTest::newRow("no scheme") << http << QByteArray("10.0.0.1:80/z") << QString() << Reason::None;
    QTest::newRow("colon in a path") << http << QByteArray("z/1:2") << u"http://a/x/z/1:2"_s << Reason::None;
    QTest::newRow("missing") << http << QByteArray() << QString() << Reason::None;
    QTest::newRow("blank") << http << QByteArray("  ") << QString() << Reason::None;
}

void TestRedirectPolicy::next()
{
    QFETCH(QStringList, visited);
    QFETCH(QByteArray, location);
    QFETCH(QString, target);
    QFETCH(Reason, reason);
    QList<Address> urls;
    for (const QString &url : visited)
        urls.append(QUrl(url));
    const Result<Address> result = RedirectPolicy::next(urls, location, 302);
    QCOMPARE(result ? Reason::None : result.error().reason, reason);
    if (result)
        QCOMPARE(result->text(), target);
    else
        QCOMPARE(result.error().status, 302);
}

void TestRedirectPolicy::limit()
{
    QList<Address> visited{QUrl(u"http://a/0"_s)};
    for (int i = 1; i <= RedirectPolicy::MostHops; ++i) {
        const auto result = RedirectPolicy::next(visited, "/" + QByteArray::number(i), 301);
        QVERIFY(result);
        visited.append(*result);
    }
    const auto result = RedirectPolicy::next(visited, "/more", 301);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::RedirectLimit);
}

void TestRedirectPolicy::headers()
{
    QVERIFY(RedirectPolicy::mayCrossOrigins("Accept"));
    QVERIFY(RedirectPolicy::mayCrossOrigins("accept-LANGUAGE"));
    for (const char *name : {"Authorization", "Cookie", "X-Api-Key", "Proxy-Authorization", "HH-User-Agent"})
        QVERIFY(!RedirectPolicy::mayCrossOrigins(name));
}

QTEST_GUILESS_MAIN(TestRedirectPolicy)
#include "tst_redirectpolicy.moc"
