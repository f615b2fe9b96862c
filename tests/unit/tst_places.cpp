// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Where the program keeps what it keeps, with and without portable.ini beside it.
class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTheSystem();
    void besideTheProgram_data();
    void besideTheProgram();
    void cannotBeWritten();
};

namespace {

bool mark(const QString &folder)
{
    return QDir().mkpath(folder) && QFile(folder + u"/portable.ini"_s).open(QIODevice::WriteOnly);
}

} // namespace

void TestPlaces::ofTheSystem()
{
    const QTemporaryDir folder;
    const Places places = Places::beside(folder.path());
    QCOMPARE(places.data, QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    QVERIFY(places.settings.endsWith(u"/linnet.ini"_s));
    QCOMPARE(places.logs(), places.data + u"/logs"_s);
    QVERIFY(!places.isPortable);
    QVERIFY(places.warning().isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPlaces::besideTheProgram_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"stick"_s;
    QTest::newRow("Cyrillic and blanks") << u"Моя флешка"_s;
}

void TestPlaces::besideTheProgram()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString program = folder.filePath(name);
    QVERIFY(mark(program));
    const Places places = Places::beside(program);
    QCOMPARE(places.settings, program + u"/linnet-data/linnet.ini"_s);
    QCOMPARE(places.data, program + u"/linnet-data/data"_s);
    QCOMPARE(places.cache, program + u"/linnet-data/cache"_s);
    QCOMPARE(places.logs(), program + u"/linnet-data/data/logs"_s);
    QVERIFY(places.isPortable);
    QVERIFY(places.warning().isEmpty());
    QVERIFY(QDir(program + u"/linnet-data"_s).isEmpty()); // what was tried is gone
}

/// A file stands where the folder should be: as unwritable as it gets, for administrators as well.
void TestPlaces::cannotBeWritten()
{
    const QTemporaryDir folder;
    QVERIFY(mark(folder.path()));
    QVERIFY(QFile(folder.filePath(u"linnet-data"_s)).open(QIODevice::WriteOnly));
    const Places places = Places::beside(folder.path());
    QCOMPARE(places.data, QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    QCOMPARE(places.refused, folder.filePath(u"linnet-data"_s));
    QVERIFY(places.warning().contains(QDir::toNativeSeparators(places.refused)));
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
