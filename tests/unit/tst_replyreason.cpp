// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "net/transfer/replyreason.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace Qt::Literals::StringLiterals;

class TestReplyReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxyTexts_data();
    void proxyTexts();
    void socksHasOneCodeForMany();
};

void TestReplyReason::proxyTexts_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("reason");
    const QByteArray http = "QHttpSocketEngine";
    const QByteArray socks = "QSocks5SocketEngine";
    QTest::newRow("denied") << http << QByteArray("Proxy denied connection") << Reason::ProxyFailed;
    QTest::newRow("silent") << http << QByteArray("Did not receive HTTP response from proxy")
                            << Reason::ProxyFailed;
    QTest::newRow("not allowed") << socks << QByteArray("Connection not allowed by SOCKSv5 server")
                                 << Reason::ProxyFailed;
    QTest::newRow("garbage") << socks << QByteArray("SOCKS version 5 protocol error") << Reason::ProxyFailed;
    // The proxy cannot reach the target: whose fault that is it does not say.
    QTest::newRow("no way") << socks << QByteArray("General SOCKSv5 server failure") << Reason::Network;
}

/// Only the text tells these apart, and it comes in the language of the window.
void TestReplyReason::proxyTexts()
{
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, text);
    for (const QString &language : {u"en"_s, u"ru"_s}) {
        const Translations translations{QLocale(language)};
        const QString shown = QCoreApplication::translate(context, text);
        if (language == u"ru" && shown == QString::fromLatin1(text))
            QSKIP("Qt's own translations are not installed");
        QTEST(reasonOf({QNetworkReply::UnknownNetworkError, shown, false, true}), "reason");
        QCOMPARE(reasonOf({QNetworkReply::UnknownNetworkError, shown, false, false}), Reason::Network);
    }
}

/// Host not found, says Qt, where the proxy could not reach it, or may not.
void TestReplyReason::socksHasOneCodeForMany()
{
    ReplyFault fault{.code = QNetworkReply::HostNotFoundError,
                     .text = u"Host a.test not found"_s,
                     .throughProxy = true,
                     .tunnel = true,
                     .socks = true};
    QCOMPARE(reasonOf(fault), Reason::Network);
    QVERIFY(detailOf(fault).contains(u"or does not know its name"_s));
    QVERIFY(isProxysWord(fault));
    fault.namedByAddress = true;
    QCOMPARE(reasonOf(fault), Reason::Network);
    QVERIFY(!detailOf(fault).contains(u"name"_s));
    fault.namedByAddress = fault.socks = false;
    QCOMPARE(reasonOf(fault), Reason::Dns);
    QCOMPARE(detailOf(fault), QString());
}

QTEST_GUILESS_MAIN(TestReplyReason)
#include "tst_replyreason.moc"
