// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/redacted.h"

#include <QDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What may stand in a log: texts without their secrets, and otherwise as they were.
class TestRedacted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
    void leaves_data();
    void leaves();
    void home();
};

void TestRedacted::hides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const QString &text, const QString &clean) {
        QTest::newRow(name) << text << clean;
    };
    row("login of an address", u"cannot open http://alice:s3cret@host.example/a: refused"_s,
        u"cannot open http://***@host.example/a: refused"_s);
    row("login with an @", u"https://alice:s3c@ret@host.example/"_s, u"https://***@host.example/"_s);
    row("name alone", u"https://s3cret@host.example/"_s, u"https://***@host.example/"_s);
    row("login of a proxy", u"proxy socks5://alice:s3cret@10.0.0.1:1080 failed"_s,
        u"proxy socks5://***@10.0.0.1:1080 failed"_s);
    row("without a scheme", u"proxy alice:s3cret@10.0.0.1:1080 failed"_s,
        u"proxy ***@10.0.0.1:1080 failed"_s);
    row("behind the port", u"proxy 10.0.0.1:1080:alice:s3cret failed"_s, u"proxy 10.0.0.1:1080:*** failed"_s);
    row("behind the port of a name", u"proxy.example.org:1080:alice:s3cret"_s,
        u"proxy.example.org:1080:***"_s);
    row("parameter", u"https://h.example/?q=a&access_token=s3cret&x=1 gave 403"_s,
        u"https://h.example/?q=a&access_token=***&x=1 gave 403"_s);
    row("parameter in other letters", u"https://h.example/?API_KEY=s3cret"_s,
        u"https://h.example/?API_KEY=***"_s);
    row("percent-encoded name", u"https://h.example/?access%5Ftoken=s3cret"_s,
        u"https://h.example/?access%5Ftoken=***"_s);
    row("percent-encoded value", u"https://h.example/?password=s3%20cret&x=1"_s,
        u"https://h.example/?password=***&x=1"_s);
    row("address in an address",
        u"http://h.example/?to=https%3A%2F%2Fa.example%2F%3Ftoken%3Ds3cret%26y%3D2"_s,
        u"http://h.example/?to=https%3A%2F%2Fa.example%2F%3Ftoken%3D***%26y%3D2"_s);
    row("behind the #", u"https://h.example/cb#access_token=s3cret&state=1"_s,
        u"https://h.example/cb#access_token=***&state=1"_s);
    row("form", u"grant_type=client_credentials&client_secret=s3cret"_s,
        u"grant_type=client_credentials&client_secret=***"_s);
    row("JSON", u"{\"access_token\": \"s3cret\", \"n\": 1}"_s, u"{\"access_token\": \"***\", \"n\": 1}"_s);
    row("header", u"sent Authorization: Bearer s3cret\nnext"_s, u"sent Authorization: ***\nnext"_s);
    row("header of a proxy", u"Proxy-Authorization: Basic YWxpY2U6czNjcmV0"_s, u"Proxy-Authorization: ***"_s);
    row("cookies", u"Cookie: a=s3cret; b=s3cret"_s, u"Cookie: ***"_s);
    row("cookie that is set", u"set-cookie: sid=s3cret; path=/"_s, u"set-cookie: ***"_s);
    row("SuperJob's header", u"X-Api-App-Id: v3.r.s3cret"_s, u"X-Api-App-Id: ***"_s);
    row("bearer", u"refused Bearer s3cret!"_s, u"refused Bearer ***"_s);
    row("basic", u"refused Basic YWxpY2U6czNjcmV0 here"_s, u"refused Basic *** here"_s);
    row("far behind", QString(100'000, u'x') + u" token=s3cret"_s, QString(100'000, u'x') + u" token=***"_s);
    row("a long name", QString(100'000, u'x') + u"%3Dvalue&token=s3cret"_s,
        QString(100'000, u'x') + u"%3Dvalue&token=***"_s);
    row("a JSON Web Token", u"got eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl back"_s, u"got *** back"_s);
    row("a token of hh.ru", u"the token USERABCDEF0123456789ABCDEF is gone"_s, u"the token *** is gone"_s);
}

void TestRedacted::hides()
{
    QFETCH(const QString, text);
    QTEST(redacted(text), "clean");
    QVERIFY(!redacted(text).contains(u"s3c"_s));
    QCOMPARE(redacted(redacted(text)), redacted(text)); // what goes through twice is the same
}

void TestRedacted::leaves_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text) { QTest::newRow(qPrintable(text)) << text; };
    row(u"run 3 ended: finished; 120 rows, 0 failed, 14 requests in 9 s"_s);
    row(u"https://h.example/a?keyword=x&page=2#top"_s);
    row(u"https://h.example/@name/x"_s);
    row(u"mail to somebody@host.example"_s);
    row(u"2026-11-30T19:10:11.123Z warning default: text"_s);
    row(u"QObject::connect(A, B): invalid nullptr parameter"_s);
    row(u"file.cpp:12:5: warning text"_s);
    row(u"10.0.0.1:1080 refused"_s);
    row(u"Basic settings of the page"_s);
    row(u"/home/x/Мои данные/linnet.ini: no such file"_s);
    row({});
}

void TestRedacted::leaves()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedacted::home()
{
    QCOMPARE(withoutHome(QDir::homePath() + u"/a/b.linnet: gone"_s),
             QDir::homePath().size() < 2 ? QDir::homePath() + u"/a/b.linnet: gone"_s
                                         : u"~/a/b.linnet: gone"_s);
    QCOMPARE(withoutHome(u"/elsewhere/a"_s), u"/elsewhere/a"_s);
}

QTEST_GUILESS_MAIN(TestRedacted)
#include "tst_redacted.moc"
