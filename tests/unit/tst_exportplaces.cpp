// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exportrig.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;

/// Where an export goes: places that cannot be written, special files, volumes that are full.
class TestExportPlaces : public QObject, private test::ExportRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeProject(); }
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void badPlace_data();
    void badPlace();
    void specialFile();
    void link();
    void limitedFileSize_data();
    void limitedFileSize();
    void fullVolume();
};

void TestExportPlaces::badPlace_data()
{
    addFormats();
}

void TestExportPlaces::badPlace()
{
    QFETCH(Format, format);
    for (const QString &name : {u"absent/out"_s, u"."_s, u"file/out"_s}) {
        put(m_folder->filePath(u"file"_s), "x");
        const ExportSpec wanted = spec(format, name);
        const auto result = ExportJob(wanted).run();
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::Io);
        QVERIFY(result.error().detail.contains(wanted.path));
        QCOMPARE(files(), QStringList{u"file"_s});
    }
}

void TestExportPlaces::specialFile()
{
#ifdef Q_OS_LINUX
    ExportSpec wanted = spec(&formats::Csv, QString());
    wanted.path = u"/dev/null"_s;
    const auto report = ExportJob(wanted).run();
    QVERIFY(report);
    QCOMPARE(report->rows, Rows);
    QVERIFY(!QFileInfo(wanted.path).isFile());
    wanted.path = u"/dev/full"_s;
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::DiskFull);
    wanted.format = &formats::Xlsx;
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::BadValue);
#else
    QSKIP("this system has no such files");
#endif
}

void TestExportPlaces::link()
{
    for (const Format format : {&formats::Csv, &formats::Xlsx}) {
        const ExportSpec wanted = spec(format, u"link"_s);
        const QString target = m_folder->filePath(u"target"_s);
        put(target, "old");
        QFile::remove(wanted.path);
        QVERIFY(QFile::link(target, wanted.path));
        const auto report = ExportJob(wanted).run();
        QVERIFY(report);
        QVERIFY(QFileInfo(wanted.path).isSymLink());
        QVERIFY(!QFileInfo(target).isSymLink());
        QCOMPARE(QFileInfo(target).size(), report->bytes);
    }
}

void TestExportPlaces::limitedFileSize_data()
{
    addFormats();
}

void TestExportPlaces::limitedFileSize()
{
#ifdef Q_OS_UNIX
    QFETCH(Format, format);
    const ExportSpec wanted = spec(format, u"out"_s);
    put(wanted.path, "old");
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{100'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto result = ExportJob(wanted).run();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Io);
    QVERIFY(result.error().detail.contains(m_folder->path()));
    QCOMPARE(contents(wanted.path), "old");
    QCOMPARE(files(), QStringList{u"out"_s});
#else
    QSKIP("this system has no limit on the size of files");
#endif
}

void TestExportPlaces::fullVolume()
{
#ifdef Q_OS_LINUX
    QProcess process;
    process.start(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=256k"_s, u"tmpfs"_s, m_folder->path()});
    process.waitForFinished();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        QSKIP("elsewhere: this user may not mount a small volume");
    QList<Reason> reasons;
    QStringList left;
    for (const Format format : {&formats::Csv, &formats::JsonLines, &formats::Xlsx}) {
        const auto result = ExportJob(spec(format, u"out"_s)).run();
        reasons.append(result ? Reason::None : result.error().reason);
        left += files();
    }
    QProcess::execute(u"umount"_s, {m_folder->path()});
    QCOMPARE(reasons, QList<Reason>(3, Reason::DiskFull));
    QCOMPARE(left, QStringList());
#else
    QSKIP("needs a small volume of its own");
#endif
}

QTEST_GUILESS_MAIN(TestExportPlaces)
#include "tst_exportplaces.moc"
