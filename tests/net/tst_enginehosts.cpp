// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/nginxserver.h"

#include <QDir>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <sys/resource.h>

using namespace Qt::StringLiterals;
#endif

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Thousands of hosts: every loopback address is one.
class TestEngineHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void descriptorsAreBounded_data();
    void descriptorsAreBounded();

private:
    NginxServer m_nginx;
    quint16 m_port = 0;
    quint16 m_closedPort = 0;
};

namespace {

constexpr int Hosts = 3000;

QUrl hostUrl(int number, quint16 port)
{
    return QUrl(
        QStringLiteral("http://127.1.%1.%2:%3/small").arg(number / 250).arg(1 + number % 250).arg(port));
}

int openDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd"))
                   .entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files)
                   .size());
}

} // namespace

void TestEngineHosts::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("needs /proc and all of 127.0.0.0/8");
#else
    if (!NginxServer::isInstalled())
        QSKIP("nginx is not installed");
    {
        QTcpServer one;
        QTcpServer other;
        QVERIFY(one.listen(QHostAddress::LocalHost) && other.listen(QHostAddress::LocalHost));
        m_port = one.serverPort();
        m_closedPort = other.serverPort();
    }
    QVERIFY(m_nginx.addFile(u"small"_s, "small"));
    QVERIFY2(m_nginx.start("listen 0.0.0.0:" + QByteArray::number(m_port) + ';'),
             qPrintable(m_nginx.errorText()));
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = 1024;
    setrlimit(RLIMIT_NOFILE, &limit);
#endif
}

void TestEngineHosts::descriptorsAreBounded_data()
{
    QTest::addColumn<bool>("refused");
    QTest::addColumn<int>("each");
    QTest::newRow("one request each") << false << 1;
    QTest::newRow("three requests each") << false << 3;
    QTest::newRow("forty requests to some") << false << 40;
    QTest::newRow("refused") << true << 1;
}

void TestEngineHosts::descriptorsAreBounded()
{
    QFETCH(bool, refused);
    QFETCH(int, each);
    EngineRig rig;
    const int before = openDescriptors();
    int peak = 0;
    QTimer sampler;
    connect(&sampler, &QTimer::timeout, &rig.owner, [&peak] { peak = std::max(peak, openDescriptors()); });
    sampler.start(20);
    for (int number = 0; number < (each > 10 ? Hosts / 20 : Hosts); ++number) {
        for (int i = 0; i < each; ++i)
            rig.get(requestFor(hostUrl(number, refused ? m_closedPort : m_port), 0));
    }
    QVERIFY(rig.wait(120'000));
    for (int place = 0; place < rig.asked(); ++place) {
        if (refused)
            QCOMPARE(rig.result(place).error().reason, Reason::Refused);
        else
            QVERIFY(rig.result(place));
    }
    QVERIFY2(peak - before < 300, qPrintable(QString::number(peak - before)));
    QVERIFY(peak > before);
}

QTEST_GUILESS_MAIN(TestEngineHosts)
#include "tst_enginehosts.moc"
