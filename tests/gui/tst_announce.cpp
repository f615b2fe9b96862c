// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/python.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What the real program says to a screen reader of Linux by itself.
class TestAnnounce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endOfARun();
};

void TestAnnounce::endOfARun()
{
    if (const QString missing = test::pythonMissing(u"pyatspi"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    for (const QString &program : {u"dbus-run-session"_s, u"Xvfb"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, home.path());
    for (const QString &name : {u"LANGUAGE"_s, u"AT_SPI_BUS_ADDRESS"_s, u"QT_ACCESSIBILITY"_s})
        environment.remove(name);
    QProcess listener;
    listener.setProcessEnvironment(environment);
    listener.start(u"dbus-run-session"_s, {u"--"_s, u"/usr/bin/python3"_s, u"-I"_s,
                                           QStringLiteral(LINNET_SOURCE_DIR "/tests/support/hear_atspi.py"),
                                           QStringLiteral(LINNET_BIN_DIR "/linnet")});
    const bool ended = listener.waitForFinished(280'000);
    const QByteArray said = listener.readAllStandardError();
    QVERIFY2(ended && listener.exitCode() == 0, said.constData());
    // Others of the session speak before it.
    const QByteArray told = listener.readAllStandardOutput().trimmed();
    const QJsonArray heard = QJsonDocument::fromJson(told.sliced(told.lastIndexOf('\n') + 1)).array();
    QVERIFY2(heard.size() == 1, told + said); // once
    const QString text = heard.first().toObject().value("text"_L1).toString();
    QVERIFY2(text.contains("vacanc"_L1), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestAnnounce)
#include "tst_announce.moc"
