// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practiceserver.h"
#include "support/memory.h"
#include "support/socksstub.h"
#include "support/squidserver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

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
    if (isSanitized())
        QSKIP("elsewhere: sanitizers want to be loaded first");
    if (!SquidServer::isInstalled())
        QSKIP("squid is not installed");
    const auto base = m_practice.start();
    QVERIFY(base);
    m_port = quint16(base->port());
    QVERIFY2(m_squid.start({u"jobs.test"_s}), qPrintable(m_squid.errorText()));
    QVERIFY(m_socks.start(m_port));
}

void TestLookups::names_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<bool>("looksUp");
    QTest::newRow("no proxy") << u"none"_s << QString() << u"http"_s << false << true;
    QTest::newRow("squid, http") << u"http_proxy"_s << u"squid"_s << u"http"_s << true << false;
    QTest::newRow("squid, https") << u"https_proxy"_s << u"squid"_s << u"https"_s << false << false;
    QTest::newRow("SOCKS, http") << u"all_proxy"_s << u"socks"_s << u"http"_s << true << false;
    QTest::newRow("SOCKS, https") << u"all_proxy"_s << u"socks"_s << u"https"_s << false << false;
}

void TestLookups::names()
{
    QFETCH(QString, variable);
    QFETCH(QString, proxy);
    QFETCH(QString, scheme);
    QFETCH(bool, answers);
    QFETCH(bool, looksUp);
    const QTemporaryDir folder;
    const QString lookups = folder.filePath(u"lookups"_s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, folder.path());
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(LINNET_BIN_DIR "/liblinnet_lookups.so"));
    environment.insert(u"LINNET_LOOKUPS"_s, lookups);
    const QString address =
        proxy == u"socks" ? u"socks5://"_s + m_socks.address() : u"http://"_s + m_squid.address();
    if (!proxy.isEmpty())
        environment.insert(variable, address);
    QProcess cli;
    cli.setProcessEnvironment(environment);
    cli.setWorkingDirectory(folder.path());
    cli.start(QStringLiteral(LINNET_BIN_DIR "/linnet-cli"),
              {u"vacancies"_s, u"--base-url"_s, u"%1://jobs.test:%2"_s.arg(scheme).arg(m_port), u"--field"_s,
               u"any"_s, u"-p"_s, u"1"_s, u"-d"_s, u"0"_s, u"--no-details"_s, u"--retries"_s, u"0"_s,
               u"--proxy"_s, proxy.isEmpty() ? u"none"_s : u"system"_s, u"-o"_s, u"rows.csv"_s});
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
