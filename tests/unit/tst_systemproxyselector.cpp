// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/systemproxyselector.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;

class TestSystemProxySelector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopbackGoesDirectly();
    void askedOncePerHost();
    void unsupportedIsRefused();
    void environmentComesFirst();
    void realSystemAnswers();
};

namespace {

const ProxySelector::Readiness Ready = [](const ProxyKey &) { return Moment(); };

} // namespace

void TestSystemProxySelector::loopbackGoesDirectly()
{
    SystemProxySelector selector({}, [](const QUrl &) -> QList<QNetworkProxy> { qFatal("asked"); });
    for (const char *host : {"localhost", "127.0.0.1", "127.9.9.9", "[::1]", "a.localhost"}) {
        const QUrl url(u"http://"_s + QLatin1String(host) + u":8080/"_s);
        QCOMPARE(std::get<ProxySelector::Use>(selector.choose(url, Ready, {})).key.toString(), u"direct"_s);
    }
}

void TestSystemProxySelector::askedOncePerHost()
{
    QAtomicInt asked;
    QSemaphore slow;
    SystemProxySelector selector({}, [&](const QUrl &) {
        ++asked;
        slow.acquire();
        return QList{QNetworkProxy(QNetworkProxy::HttpProxy, u"Proxy"_s, 3128)};
    });
    QSignalSpy changed(&selector, &ProxySelector::changed);
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            std::holds_alternative<ProxySelector::Wait>(selector.choose(QUrl(u"http://a/x"_s), Ready, {})));
    slow.release();
    QVERIFY(changed.wait());
    for (int i = 0; i < 3; ++i) {
        const auto use = std::get<ProxySelector::Use>(selector.choose(QUrl(u"http://a/y"_s), Ready, {}));
        QCOMPARE(use.key.toString(), u"http://proxy:3128"_s);
        QCOMPARE(use.proxy.type(), QNetworkProxy::HttpProxy);
    }
    QCOMPARE(asked.loadRelaxed(), 1);
}

void TestSystemProxySelector::unsupportedIsRefused()
{
    SystemProxySelector selector(
        {}, [](const QUrl &) { return QList{QNetworkProxy(QNetworkProxy::FtpCachingProxy, u"p"_s, 1)}; });
    QSignalSpy changed(&selector, &ProxySelector::changed);
    selector.choose(QUrl(u"http://a/"_s), Ready, {});
    QVERIFY(changed.wait());
    const auto none = std::get<ProxySelector::None>(selector.choose(QUrl(u"http://a/"_s), Ready, {}));
    QCOMPARE(none.error.reason, Reason::NoProxy);
}

void TestSystemProxySelector::environmentComesFirst()
{
    QProcessEnvironment environment;
    environment.insert(u"http_proxy"_s, u"http://p:3128"_s);
    SystemProxySelector selector(environment, [](const QUrl &) -> QList<QNetworkProxy> { qFatal("asked"); });
    QCOMPARE(std::get<ProxySelector::Use>(selector.choose(QUrl(u"http://a/"_s), Ready, {})).key.toString(),
             u"http://p:3128"_s);
    QCOMPARE(
        std::get<ProxySelector::Use>(selector.choose(QUrl(u"http://localhost/"_s), Ready, {})).key.toString(),
        u"direct"_s);
}

void TestSystemProxySelector::realSystemAnswers()
{
    SystemProxySelector selector;
    const QUrl url(u"http://example.org/"_s);
    QSignalSpy changed(&selector, &ProxySelector::changed);
    const auto first = selector.choose(url, Ready, {});
    if (std::holds_alternative<ProxySelector::Wait>(first))
        QVERIFY(changed.wait());
    QVERIFY(!std::holds_alternative<ProxySelector::Wait>(selector.choose(url, Ready, {})));
}

QTEST_GUILESS_MAIN(TestSystemProxySelector)
#include "tst_systemproxyselector.moc"
