// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/logfile.h"
#include "base/log/messagelog.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// The log of the program: a file that stays small, and what goes into it.
class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysSmall();
    void isPrivate();
    void twoWritersKeepLines();
    void cannotBeWritten();
    void takesMessages();
    void noSecrets();
    void oneLineEach();
    void fromThreads();
};

namespace {

Q_LOGGING_CATEGORY(ours, "linnet.test")
Q_LOGGING_CATEGORY(others, "qt.test")

QtMessageHandler s_usual = nullptr;
QStringList s_passedOn;

/// In place of the terminal.
class Overheard
{
public:
    Overheard()
    {
        s_passedOn.clear();
        s_usual = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { s_passedOn << text; });
    }
    ~Overheard() { qInstallMessageHandler(s_usual); }
    Q_DISABLE_COPY_MOVE(Overheard)
};

} // namespace

void TestLogFile::staysSmall()
{
    const QTemporaryDir folder;
    LogFile log(folder.filePath(u"logs"_s), 1000);
    for (int i = 0; i < 500; ++i)
        log.write(u"line %1 ______________________________"_s.arg(i));
    QVERIFY(QFileInfo(log.path()).size() <= 1000);
    QVERIFY(QFileInfo(log.olderPath()).size() <= 1000);
    QCOMPARE(QDir(folder.filePath(u"logs"_s)).entryList(QDir::Files).size(), 2);
    const QStringList last = log.last(30);
    QCOMPARE(last.size(), 30); // of both files
    for (int i = 0; i < 30; ++i)
        QVERIFY(last[i].startsWith(u"line %1 "_s.arg(470 + i)));
}

void TestLogFile::isPrivate()
{
    const QTemporaryDir folder;
    LogFile log(folder.filePath(u"Мои данные/logs"_s));
    log.write(u"a"_s);
    QCOMPARE(log.last(5), QStringList{u"a"_s});
#ifdef Q_OS_UNIX
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(log.path()).permissions() & others));
#endif
}

void TestLogFile::twoWritersKeepLines()
{
    const QTemporaryDir folder;
    LogFile one(folder.path());
    LogFile other(folder.path());
    QThreadPool pool;
    for (LogFile *log : {&one, &other}) {
        pool.start([log] {
            for (int i = 0; i < 300; ++i)
                log->write(u"a line of some length, written at once"_s);
        });
    }
    pool.waitForDone();
    const QStringList lines = one.last(10'000);
    QCOMPARE(lines.size(), 600);
    QCOMPARE(lines.count(u"a line of some length, written at once"_s), 600);
}

/// A file stands where the folder should be.
void TestLogFile::cannotBeWritten()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"logs"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    LogFile log(file.fileName());
    log.write(u"a"_s);
    QVERIFY(log.last(1).isEmpty());
}

void TestLogFile::takesMessages()
{
    const QTemporaryDir folder;
    const Overheard overheard;
    {
        const MessageLog log(folder.path());
        qCInfo(ours) << "told";
        qCInfo(others) << "of no interest";
        qCDebug(ours) << "for whoever writes the program";
        qCWarning(others) << "odd";
        for (int i = 0; i < 1000; ++i)
            qWarning("again");
        qCInfo(ours) << "after";
        const QStringList lines = log.file().last(100);
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines[0].endsWith("Z info linnet.test: told"_L1), qPrintable(lines[0]));
        QVERIFY(lines[1].endsWith(" warning qt.test: odd"_L1));
        QVERIFY(lines[2].endsWith(" warning default: again"_L1));
        QVERIFY2(lines[3].contains("came 999 more time(s)"_L1), qPrintable(lines[3]));
        QVERIFY(lines[4].endsWith(" info linnet.test: after"_L1));
        QVERIFY(s_passedOn.contains(u"odd"_s) && s_passedOn.contains(u"of no interest"_s));
    }
    qWarning("nobody keeps this");
    QCOMPARE(s_passedOn.constLast(), u"nobody keeps this"_s);
    QCOMPARE(LogFile(folder.path()).last(100).size(), 5);
}

void TestLogFile::noSecrets()
{
    const QTemporaryDir folder;
    const Overheard overheard;
    const MessageLog log(folder.path());
    qWarning("https://alice:s3cret@h.example/?access_token=s3cret gave 403 (Authorization: Bearer s3cret)");
    const QString all = log.file().last(10).join(u'\n') + s_passedOn.join(u'\n');
    QVERIFY2(!all.contains("s3cret"_L1) && !all.contains("alice"_L1), qPrintable(all));
    QVERIFY(all.contains("h.example"_L1));
}

void TestLogFile::oneLineEach()
{
    const QTemporaryDir folder;
    const Overheard overheard;
    const MessageLog log(folder.path());
    qWarning("two\nlines and \033[31ma colour");
    qWarning("%s", QByteArray(100'000, 'x').constData());
    const QStringList lines = log.file().last(10);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].endsWith("two\\u000alines and \\u001b[31ma colour"_L1), qPrintable(lines[0]));
    QVERIFY(lines[1].size() < MessageLog::LongestLine + 100);
}

void TestLogFile::fromThreads()
{
    const QTemporaryDir folder;
    const MessageLog log(folder.path());
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    for (int i = 0; i < 8; ++i) {
        pool.start([i] {
            for (int j = 0; j < 50; ++j)
                qCInfo(ours) << i << j;
        });
    }
    pool.waitForDone();
    QCOMPARE(log.file().last(1000).size(), 400);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
