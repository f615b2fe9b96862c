// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/localauthority.h"
#include "support/nginxserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// What is told of certificates, of which people keep lists: when they run out, and what is wrong with them.
class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unknownAuthority();
    void noCertificateAtAll_data();
    void noCertificateAtAll();

private:
    static QJsonObject rowOf(const CliRunner &cli)
    {
        return QJsonDocument::fromJson(cli.read(u"out.jsonl"_s).split('\n').first()).object();
    }
    static QJsonObject ask(const QString &command, const QString &url)
    {
        const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
        QStringList args{command, url, u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s};
        if (command == u"crawl")
            args += {u"--pages"_s, u"out.jsonl"_s, u"--ignore-robots"_s};
        else
            args += {u"-o"_s, u"out.jsonl"_s};
        cli.run(args);
        return rowOf(cli);
    }

    LocalAuthority m_authority;
    NginxServer m_nginx;
    QString m_url;
};

void TestCertificates::initTestCase()
{
    if (!NginxServer::isInstalled() || !LocalAuthority::isInstalled())
        QSKIP("nginx or openssl is not installed");
    QVERIFY(m_authority.make(u"IP:127.0.0.1"_s));
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    const QString lines = u"listen 127.0.0.1:%1 ssl; ssl_certificate %2; ssl_certificate_key %3;"_s;
    QVERIFY2(m_nginx.start(lines.arg(port).arg(m_authority.certificate(), m_authority.key()).toUtf8()),
             qPrintable(m_nginx.errorText()));
    m_url = u"https://127.0.0.1:%1/"_s.arg(port);
}

void TestCertificates::unknownAuthority()
{
    const QJsonObject checked = ask(u"check"_s, m_url);
    QCOMPARE(checked[u"reason"_s].toString(), u"tls"_s);
    QVERIFY(!checked[u"certificate_problem"_s].toString().isEmpty());
    // This is where it matters most.
    QVERIFY(!checked[u"certificate_expires"_s].toString().isEmpty());
    const QJsonObject crawled = ask(u"crawl"_s, m_url);
    QCOMPARE(crawled[u"reason"_s].toString(), u"tls"_s);
    QVERIFY(!crawled[u"certificate"_s].toString().isEmpty());
}

void TestCertificates::noCertificateAtAll_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("plain HTTP") << QByteArray("HTTP/1.1 400 Plain\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("alert: old TLS only") << QByteArray::fromHex("15030100020246");
    QTest::newRow("alert: handshake failure") << QByteArray::fromHex("15030100020228");
}

void TestCertificates::noCertificateAtAll()
{
    QFETCH(const QByteArray, greeting);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, greeting] {
            socket->readAll();
            socket->write(greeting);
            socket->disconnectFromHost();
        });
    });
    const QString url = u"https://127.0.0.1:%1/"_s.arg(server.serverPort());
    for (const QString &command : {u"check"_s, u"crawl"_s}) {
        const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
        QProcess process;
        QStringList args{command, url, u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s};
        if (command == u"crawl")
            args += {u"--pages"_s, u"out.jsonl"_s, u"--ignore-robots"_s};
        else
            args += {u"-o"_s, u"out.jsonl"_s};
        cli.start(process, args);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        const QJsonObject row = rowOf(cli);
        QCOMPARE(row[u"reason"_s].toString(), u"tls"_s);
        QCOMPARE(row[command == u"crawl" ? u"certificate"_s : u"certificate_problem"_s].toString(),
                 QString());
    }
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
