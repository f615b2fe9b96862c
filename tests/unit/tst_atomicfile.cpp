// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/atomicfile.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;

/// What exports leave beside their files.
class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesInOneStep();
    void leavesNothing();
    void removesWhatTheDeadLeft();

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList files(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

void TestAtomicFile::replacesInOneStep()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.xlsx"_s), "old");
    AtomicFile file(folder.filePath(u"a.xlsx"_s));
    write(file.temporaryPath(), "new");
    QCOMPARE(read(folder.filePath(u"a.xlsx"_s)), "old"_ba);
    QVERIFY(file.commit());
    QCOMPARE(read(folder.filePath(u"a.xlsx"_s)), "new"_ba);
    QCOMPARE(files(folder), QStringList{u"a.xlsx"_s});
}

void TestAtomicFile::leavesNothing()
{
    const QTemporaryDir folder;
    {
        AtomicFile file(folder.filePath(u"a.xlsx"_s));
        write(file.temporaryPath(), "half");
    }
    QCOMPARE(files(folder), QStringList());
}

/// Of killed processes; others may be writing just now, here or on another computer that has the folder.
void TestAtomicFile::removesWhatTheDeadLeft()
{
    const QTemporaryDir folder;
    AtomicFile mine(folder.filePath(u"a.xlsx"_s));
    write(mine.temporaryPath(), "mine");
    QProcess other;
    other.start(u"/bin/cat"_s, {});
    QVERIFY(other.waitForStarted());
    const QString number = QString::number(other.processId());
    const QString own = u"-"_s + QString::number(QCoreApplication::applicationPid()) + u'-';
    const QString ofOther = QString(mine.temporaryPath()).replace(own, u'-' + number + u'-');
    QVERIFY(ofOther != mine.temporaryPath());
    const QString elsewhere = folder.filePath(u".linnet-%1-00000000-abc.tmp"_s.arg(number));
    write(ofOther, "other");
    write(elsewhere, "elsewhere");
    write(folder.filePath(u".linnet-notes.tmp"_s), "a file of somebody's");
    const QString sorted = folder.filePath(u"b.xlsx"_s);
    AtomicFile second(sorted);
    QCOMPARE(files(folder).size(), 4);
    other.kill();
    QVERIFY(other.waitForFinished());
    AtomicFile third(sorted);
    QVERIFY(!QFile::exists(ofOther));
    QVERIFY(QFile::exists(mine.temporaryPath()));
    QVERIFY(QFile::exists(elsewhere));
    QCOMPARE(files(folder).size(), 3);
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
