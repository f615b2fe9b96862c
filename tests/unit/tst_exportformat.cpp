// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportformats.h"

#include "exports/file/exportpath.h"
#include "exports/graph/gexfwriter.h"
#include "exports/job/exportjob.h"
#include "exports/table/csvwriter.h"
#include "support/listformat.h"
#include "support/tempproject.h"
#include "table/checkschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
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
    void everyFormatIsWhole();
    void dialectsOfCsv();
    void aFormatMore();
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
    QTest::addColumn<QString>("format"); // "" = refused
    QTest::newRow("csv") << u"out.csv"_s << u"csv"_s;
    QTest::newRow("upper case") << u"/tmp/OUT.CSV"_s << u"csv"_s;
    QTest::newRow("tsv") << u"a.b.tsv"_s << u"tsv"_s;
    QTest::newRow("xlsx") << u"Вакансии.XLSX"_s << u"xlsx"_s;
    QTest::newRow("json") << u"x.json"_s << u"json"_s;
    QTest::newRow("jsonl") << u"x.jsonl"_s << u"jsonl"_s;
    QTest::newRow("xml") << u"sitemap.xml"_s << u"sitemap"_s;
    QTest::newRow("xls") << u"x.xls"_s << QString();
    QTest::newRow("none") << u"out"_s << QString();
    QTest::newRow("dot of a folder") << u"my.csv/out"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestExportFormat::format()
{
    QFETCH(QString, path);
    QFETCH(QString, format);
    const auto result = formatOfPath(path);
    QCOMPARE(result ? QString((*result)->id) : QString(), format);
    if (!result) {
        QCOMPARE(result.error().reason, Reason::BadValue);
        QVERIFY(result.error().detail.startsWith(path));
        const QString known = result.error().detail.mid(path.size());
        // What would do is said, each ending once.
        for (const ExportFormat *one : allFormats())
            QCOMPARE(known.count(QRegularExpression(u"\\.%1\\b"_s.arg(one->ending))), 1);
    }
}

/// Each is what the dialog, the command line and the export need, and no two are taken for one another.
void TestExportFormat::everyFormatIsWhole()
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const ExportFormat *format : allFormats()) {
        QVERIFY2(!ids.contains(format->id), format->id.data());
        ids.insert(format->id);
        const QString name = format->ending + u'/' + format->dialect;
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QVERIFY(!formatTitle(*format).isEmpty() && !formatHint(*format).isEmpty());
        QVERIFY(format->write || format->file);
        QCOMPARE(format->table != nullptr, format->madeOf != nullptr);
        QCOMPARE(formatById(QString(format->id)), format);
        for (const table::Schema *schema : table::allSchemas()) {
            const bool fits = !format->table || &format->table() == schema;
            QCOMPARE(checkTable(*format, *schema).has_value(), fits);
            QCOMPARE(formatsOf(*schema).contains(format), fits);
        }
    }
    QCOMPARE(formatById(u"xls"), nullptr);
    QVERIFY(checkTable(formats::Gexf, table::pageSchema()).error().detail.contains(u"links"_s));
}

void TestExportFormat::dialectsOfCsv()
{
    QCOMPARE(dialects(), (QStringList{u"standard"_s, u"excel-ru"_s, u"excel-en"_s}));
    for (const QString &name : dialects())
        QCOMPARE((*formatOfDialect(name))->dialect, name);
    QCOMPARE(*formatOfDialect(u"standard"), &formats::Csv);
    for (const QString &name : {u"Excel"_s, QString()}) {
        const auto unknown = formatOfDialect(name);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().reason, Reason::BadValue);
    }
}

/// A format that the program does not know: declared in one place, it is found and exports as any other.
void TestExportFormat::aFormatMore()
{
    std::vector<const ExportFormat *> more(allFormats().begin(), allFormats().end());
    more.push_back(&test::ListFormat);
    QVERIFY(!formatOfPath(u"x.list"_s));
    QCOMPARE(*formatOfPath(u"x.LIST"_s, more), &test::ListFormat);
    QVERIFY(formatsOf(table::checkSchema(), more).contains(&test::ListFormat));
    QVERIFY(!formatsOf(table::linkSchema(), more).contains(&test::ListFormat));
    QCOMPARE(endingsOf(&table::checkSchema(), more), u".list"_s);

    test::TempProject temp;
    store::Unit unit;
    unit.run = temp.writer().postRun(u"check"_s, {});
    for (const QString &url : {u"http://a/"_s, u"http://b/"_s}) {
        table::Cells cells(table::CheckColumns.size());
        cells[0] = url;
        unit.rows.push_back({&table::checkSchema(), url, cells});
    }
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    ExportSpec spec;
    spec.projectPath = temp.path();
    spec.schema = &table::checkSchema();
    spec.ids = std::make_shared<const store::IdVector>(*temp.reader()->ids({spec.schema, {}, {}, {}}));
    spec.format = &test::ListFormat;
    spec.path = temp.filePath(u"x.list"_s);
    const auto report = ExportJob(spec).run();
    QVERIFY(report);
    QCOMPARE(report->rows, 2);
    QFile file(spec.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "http://a/\nhttp://b/\n");
    spec.schema = &table::linkSchema();
    QCOMPARE(ExportJob(spec).run().error().reason, Reason::BadValue);
    spec.format = nullptr;
    QCOMPARE(ExportJob(spec).run().error().reason, Reason::BadValue);
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
