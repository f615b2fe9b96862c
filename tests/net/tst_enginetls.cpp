// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/nginxserver.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;

/// Against a real TLS server with a certificate of an authority that nobody knows.
class TestEngineTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unknownIssuerIsNamed();
    void ownAuthority();
    void badAuthorityFile();
    void downgradeIsRefused();

private:
    QTemporaryDir m_folder;
    NginxServer m_nginx;
    QUrl m_url;
};

void TestEngineTls::initTestCase()
{
    if (!NginxServer::isInstalled() || QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("nginx or openssl is not installed");
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                               QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup |
                                               QFile::ExeGroup);
    const QString key = m_folder.filePath(u"key.pem"_s);
    const QString certificate = m_folder.filePath(u"cert.pem"_s);
    const int made = QProcess::execute(
        u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"30"_s,
                       u"-subj"_s, u"/CN=Corridor Inspection"_s, u"-addext"_s,
                       u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate});
    QCOMPARE(made, 0);
    QVERIFY(m_nginx.addFile(u"small"_s, "small"));
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    const QString locations = u"listen 127.0.0.1:%1 ssl; ssl_certificate %2; ssl_certificate_key %3;"
                              "location = /down { return 302 http://127.0.0.1:1/; }"_s;
    QVERIFY2(m_nginx.start(locations.arg(port).arg(certificate, key).toUtf8()),
             qPrintable(m_nginx.errorText()));
    m_url = QUrl(u"https://127.0.0.1:%1/small"_s.arg(port));
}

void TestEngineTls::unknownIssuerIsNamed()
{
    EngineRig rig;
    const auto result = rig.fetch(m_url);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Tls);
    QVERIFY2(result.error().detail.contains(u"Corridor Inspection"_s), qPrintable(result.error().detail));
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().size(), 1);
}

void TestEngineTls::ownAuthority()
{
    EngineRig rig;
    const auto count = rig.engine.setCaFile(m_folder.filePath(u"cert.pem"_s));
    QVERIFY(count);
    QCOMPARE(*count, 1);
    const auto result = rig.fetch(m_url);
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->body, "small");
    QCOMPARE(result->certificate.subject, u"Corridor Inspection"_s);
    QCOMPARE(result->certificate.issuer, u"Corridor Inspection"_s);
    QVERIFY(result->certificate.validUntil > QDateTime::currentDateTimeUtc().addDays(28));
    // Connections that were trusted are not used when the trust is gone.
    QVERIFY(rig.engine.setCaFile({}));
    const auto after = rig.fetch(m_url);
    QVERIFY(!after);
    QCOMPARE(after.error().reason, Reason::Tls);
}

void TestEngineTls::badAuthorityFile()
{
    EngineRig rig;
    QCOMPARE(rig.engine.setCaFile(m_folder.filePath(u"none.pem"_s)).error().reason, Reason::Io);
    QCOMPARE(rig.engine.setCaFile(QStringLiteral(LINNET_SOURCE_DIR "/LICENSE")).error().reason,
             Reason::BadValue);
}

void TestEngineTls::downgradeIsRefused()
{
    EngineRig rig;
    QVERIFY(rig.engine.setCaFile(m_folder.filePath(u"cert.pem"_s)));
    const auto result = rig.fetch(m_url.resolved(QUrl(u"/down"_s)));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Downgrade);
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineTls)
#include "tst_enginetls.moc"
