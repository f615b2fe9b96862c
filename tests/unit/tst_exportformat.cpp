// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportformat.h"

#include "exports/file/exportpath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;

class TestExportFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void format_data();
    void format();
    void endings();
    void dialects();
    void resolved_data();
    void resolved();
    void writable();
    void writeProtected();
    void writableLeavesNothing();
    void links();
};

void TestExportFormat::format_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("format"); // -1 = refused
    QTest::newRow("csv") << u"out.csv"_s << int(Format::Csv);
    QTest::newRow("upper case") << u"/tmp/OUT.CSV"_s << int(Format::Csv);
    QTest::newRow("tsv") << u"a.b.tsv"_s << int(Format::Tsv);
    QTest::newRow("xlsx") << u"Вакансии.XLSX"_s << int(Format::Xlsx);
    QTest::newRow("json") << u"x.json"_s << int(Format::Json);
    QTest::newRow("jsonl") << u"x.jsonl"_s << int(Format::JsonLines);
    QTest::newRow("xls") << u"x.xls"_s << -1;
    QTest::newRow("none") << u"out"_s << -1;
    QTest::newRow("dot of a folder") << u"my.csv/out"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestExportFormat::format()
{
    QFETCH(QString, path);
    QFETCH(int, format);
    const Result<Format> result = formatOfPath(path);
    QCOMPARE(result ? int(*result) : -1, format);
    if (!result) {
        QCOMPARE(result.error().reason, Reason::BadValue);
        QVERIFY(result.error().detail.contains(path));
    }
}

void TestExportFormat::endings()
{
    for (const Format format : {Format::Csv, Format::Tsv, Format::Xlsx, Format::Json, Format::JsonLines})
        QCOMPARE(*formatOfPath("x."_L1 + formatEnding(format)), format);
}

void TestExportFormat::dialects()
{
    for (const CsvDialect dialect : {CsvDialect::Standard, CsvDialect::ExcelRu, CsvDialect::ExcelEn})
        QCOMPARE(*dialectByName(QString(dialectName(dialect))), dialect);
    QCOMPARE(dialectName(CsvDialect::ExcelRu), "excel-ru"_L1);
    const auto unknown = dialectByName(u"Excel");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().reason, Reason::BadValue);
}

void TestExportFormat::resolved_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << u"df"_s << u"df2026-11-21.csv"_s;
    QTest::newRow("with folder") << u"out.d/df"_s << u"out.d/df2026-11-21.csv"_s;
    QTest::newRow("cyrillic") << u"вакансии "_s << u"вакансии 2026-11-21.csv"_s;
    QTest::newRow("dot at the end") << u"df."_s << u"df2026-11-21.csv"_s;
    QTest::newRow("known ending") << u"df.xlsx"_s << u"df.xlsx"_s;
    QTest::newRow("other ending") << u"df.txt"_s << u"df.txt"_s;
    QTest::newRow("standard output") << u"-"_s << u"-"_s;
    QTest::newRow("folder") << u"out/"_s << u"out/"_s;
    QTest::newRow("this folder") << u"."_s << u"."_s;
    QTest::newRow("folder above") << u"../.."_s << u"../.."_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestExportFormat::resolved()
{
    QFETCH(QString, path);
    QTEST(resolvedPath(path, QDate(2026, 11, 21)), "expected");
}

void TestExportFormat::writable()
{
    QTemporaryDir folder;
    const auto reason = [](const QString &path) {
        const Result<void> result = checkWritable(path);
        if (!result && !result.error().detail.contains(path))
            return Reason::None;
        return result ? Reason::None : result.error().reason;
    };
    QVERIFY(checkWritable(u"-"_s));
    QVERIFY(checkWritable(folder.filePath(u"new.csv"_s)));
    QCOMPARE(reason(u""_s), Reason::BadValue);
    QCOMPARE(reason(folder.path()), Reason::Io);
    QCOMPARE(reason(folder.path() + u'/'), Reason::Io);
    QCOMPARE(reason(folder.filePath(u"absent/new.csv"_s)), Reason::Io);
#ifdef Q_OS_LINUX
    QCOMPARE(reason(u"/proc/new.csv"_s), Reason::Io); // nobody can make files there, not even root
    QVERIFY(checkWritable(u"/dev/null"_s));
#endif
}

void TestExportFormat::writeProtected()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"old.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(checkWritable(file.fileName()));
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    if (QFileInfo(file).isWritable())
        QSKIP("elsewhere: this user may write to protected files");
    QCOMPARE(checkWritable(file.fileName()).error().reason, Reason::Io);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    QCOMPARE(checkWritable(folder.filePath(u"new.csv"_s)).error().reason, Reason::Io);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestExportFormat::writableLeavesNothing()
{
    QTemporaryDir folder;
    QVERIFY(checkWritable(folder.filePath(u"new.csv"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestExportFormat::links()
{
    QTemporaryDir folder;
    const QString link = folder.filePath(u"link.csv"_s);
    const QString target = folder.filePath(u"target.csv"_s);
    QVERIFY(QFile::link(target, link));
    QCOMPARE(finalPath(link), target); // nothing is there yet
    QVERIFY(checkWritable(link));
    QVERIFY(QFile::link(folder.filePath(u"absent/x.csv"_s), folder.filePath(u"lost.csv"_s)));
    QVERIFY(!checkWritable(folder.filePath(u"lost.csv"_s)));
}

QTEST_GUILESS_MAIN(TestExportFormat)
#include "tst_exportformat.moc"
