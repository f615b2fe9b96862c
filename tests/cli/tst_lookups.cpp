// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceserver.h"
#include "support/socksstub.h"
#include "support/squidserver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::test;

/// With a proxy nobody but the proxy may learn from this computer which names are asked for.
class TestLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_data();
    void names();

private:
    practice::PracticeServer m_practice;
    SquidServer m_squid;
    SocksStub m_socks;
    quint16 m_port = 0;
};

void TestLookups::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("elsewhere: needs a library loaded before the C library");
#endif
    if (QStringLiteral(LINNET_BIN_DIR).contains(u"asan"_qs) ||
        QStringLiteral(LINNET_BIN_DIR).contains(u"tsan"_qs))
        QSKIP("elsewhere: sanitizers want to be loaded first");
    if (!SquidServer::isInstalled())
        QSKIP("squid is not installed");
    const auto base = m_practice.start();
    QVERIFY(base);
    m_port = quint16(base->port());
    QVERIFY2(m_squid.start({u"jobs.test"_qs}), qPrintable(m_squid.errorText()));
    QVERIFY(m_socks.start(m_port));
}

void TestLookups::names_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<bool>("looksUp");
    QTest::newRow("no proxy") << u"none"_qs << QString() << u"http"_qs << false << true;
    QTest::newRow("squid, http") << u"http_proxy"_qs << u"squid"_qs << u"http"_qs << true << false;
    QTest::newRow("squid, https") << u"https_proxy"_qs << u"squid"_qs << u"https"_qs << false << false;
    QTest::newRow("SOCKS, http") << u"all_proxy"_qs << u"socks"_qs << u"http"_qs << true << false;
    QTest::newRow("SOCKS, https") << u"all_proxy"_qs << u"socks"_qs << u"https"_qs << false << false;
}

void TestLookups::names()
{
    QFETCH(QString, variable);
    QFETCH(QString, proxy);
    QFETCH(QString, scheme);
    QFETCH(bool, answers);
    QFETCH(bool, looksUp);
    const QTemporaryDir folder;
    const QString lookups = folder.filePath(u"lookups"_qs);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_qs, folder.path());
    environment.insert(u"LD_PRELOAD"_qs, QStringLiteral(LINNET_BIN_DIR "/liblinnet_lookups.so"));
    environment.insert(u"LINNET_LOOKUPS"_qs, lookups);
    const QString address =
        proxy == u"socks" ? u"socks5://"_qs + m_socks.address() : u"http://"_qs + m_squid.address();
    if (!proxy.isEmpty())
        environment.insert(variable, address);
    QProcess cli;
    cli.setProcessEnvironment(environment);
    cli.setWorkingDirectory(folder.path());
    cli.start(QStringLiteral(LINNET_BIN_DIR "/linnet-cli"),
              {u"vacancies"_qs, u"--base-url"_qs, u"%1://jobs.test:%2"_qs.arg(scheme).arg(m_port),
               u"--field"_qs, u"any"_qs, u"-p"_qs, u"1"_qs, u"-d"_qs, u"0"_qs, u"--no-details"_qs,
               u"--retries"_qs, u"0"_qs, u"--proxy"_qs, proxy.isEmpty() ? u"none"_qs : u"system"_qs, u"-o"_qs,
               u"rows.csv"_qs});
    QVERIFY(cli.waitForFinished(60'000));
    QVERIFY2(!answers || cli.exitCode() == 0, cli.readAllStandardError());
    QFile file(lookups);
    const bool asked = file.open(QIODevice::ReadOnly) && file.readAll().contains("jobs.test");
    QCOMPARE(asked, looksUp);
    if (proxy == u"squid")
        QVERIFY(m_squid.log().contains("jobs.test"));
    if (proxy == u"socks")
        QVERIFY(m_socks.names().contains("jobs.test"));
}

QTEST_GUILESS_MAIN(TestLookups)
#include "tst_lookups.moc"
