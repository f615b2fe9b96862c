// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keepawake.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace linnet::session;

namespace {

/// A desktop's service, as far as it is asked.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    int held = 0;
    QString who;

public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString &name, const QString &reason)
    {
        Q_UNUSED(reason)
        who = name;
        ++held;
        return 42;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie)
    {
        if (cookie == 42)
            --held;
    }
};

} // namespace

/// Over a bus of its own.
class TestKeepAwake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nobodyThere();
    void heldAndReleased();
    void releasedBeforeTheAnswer();

private:
    QProcess m_daemon;
    QString m_address;
    Desktop m_desktop;
};

void TestKeepAwake::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                             QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForReadyRead(10'000));
    const QByteArray address = m_daemon.readLine().trimmed();
    m_address = QString::fromLatin1(address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere");
}

void TestKeepAwake::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestKeepAwake::nobodyThere()
{
    KeepAwake awake;
    QSignalSpy told(&awake, &KeepAwake::heldChanged);
    awake.setWanted(true);
    QVERIFY(!told.wait(300));
    QVERIFY(!awake.isHeld());
    awake.setWanted(false);
    QVERIFY(told.isEmpty());
}

void TestKeepAwake::heldAndReleased()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, QStringLiteral("desktop"));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"), &m_desktop,
                               QDBusConnection::ExportScriptableSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.PowerManagement")));
    {
        KeepAwake awake;
        awake.setWanted(true);
        QTRY_VERIFY(awake.isHeld());
        QCOMPARE(m_desktop.held, 1);
        QCOMPARE(m_desktop.who, QStringLiteral("Linnet"));
        awake.setWanted(true);
        awake.setWanted(false);
        QVERIFY(!awake.isHeld());
        QTRY_COMPARE(m_desktop.held, 0);
        awake.setWanted(true);
        QTRY_COMPARE(m_desktop.held, 1);
        QTRY_VERIFY(awake.isHeld());
    }
    QTRY_COMPARE(m_desktop.held, 0);
}

void TestKeepAwake::releasedBeforeTheAnswer()
{
    KeepAwake awake;
    awake.setWanted(true);
    awake.setWanted(false);
    QTRY_COMPARE(m_desktop.who, QStringLiteral("Linnet"));
    QTest::qWait(200);
    QCOMPARE(m_desktop.held, 0);
    QVERIFY(!awake.isHeld());
}

QTEST_GUILESS_MAIN(TestKeepAwake)
#include "tst_keepawake.moc"
