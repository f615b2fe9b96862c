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

/// The real program on a display, as a screen reader of Linux sees it: over AT-SPI, page by page.
class TestAtspi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage();
};

void TestAtspi::everyPage()
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
    QProcess walk;
    walk.setProcessEnvironment(environment);
    walk.start(u"dbus-run-session"_s, {u"--"_s, u"/usr/bin/python3"_s, u"-I"_s,
                                       QStringLiteral(LINNET_SOURCE_DIR "/tests/support/walk_atspi.py"),
                                       QStringLiteral(LINNET_BIN_DIR "/linnet")});
    const bool ended = walk.waitForFinished(280'000);
    const QByteArray said = walk.readAllStandardError();
    QVERIFY2(ended && walk.exitCode() == 0, said.constData());
    // Others of the session speak before it.
    const QByteArray told = walk.readAllStandardOutput().trimmed();
    const QJsonArray pages = QJsonDocument::fromJson(told.sliced(told.lastIndexOf('\n') + 1)).array();
    QCOMPARE(pages.size(), 9);
    QStringList faults;
    for (const QJsonValue &each : pages) {
        const QJsonObject page = each.toObject();
        const QString name = page.value("page"_L1).toString();
        QVERIFY2(page.value("seen"_L1).toInt() > 50, qPrintable(name));
        QVERIFY2(page.value("focusable"_L1).toInt() > 3, qPrintable(name));
        for (const QJsonValue &fault : page.value("faults"_L1).toArray())
            faults << name + u": "_s + fault.toString();
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAtspi)
#include "tst_atspi.moc"
