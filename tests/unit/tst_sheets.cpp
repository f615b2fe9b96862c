// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/groupstats.h"
#include "exports/job/datapackage.h"
#include "exports/job/exportjob.h"
#include "exports/table/csvwriter.h"
#include "exports/table/xlsxwriter.h"
#include "session/sheets/furthersheets.h"
#include "support/inventedvacancies.h"
#include "support/python.h"
#include "support/tempproject.h"
#include "table/pageschema.h"
#include "table/requestschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// The sheets of a workbook beside its rows, and the data package beside a CSV, as other programs read them.
class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void vacancies();
    void onlyTheseRows();
    void tooFewForMedian();
    void noFormulas();
    void pages();
    void failures();
    void withoutSummary();
    void dataPackage_data();
    void dataPackage();

private:
    exports::ExportSpec spec(const table::Schema &schema, const exports::ExportFormat &format,
                             const QString &name);
    QJsonArray written(const table::Schema &schema, bool withSummary = true);

    std::unique_ptr<test::TempProject> m_project;
    store::RunId m_run = 0;
};

namespace {

QJsonObject sheetOf(const QJsonArray &sheets, const QString &name)
{
    for (const QJsonValue &sheet : sheets) {
        if (sheet[u"name"_s] == name)
            return sheet.toObject();
    }
    return {};
}

/// The values of the row that begins with this text, from that on; empty = there is none.
QJsonArray rowOf(const QJsonObject &sheet, const QString &name)
{
    for (const QJsonValue &row : sheet[u"rows"_s].toArray()) {
        if (row[0][1] != name)
            continue;
        QJsonArray values;
        for (const QJsonValue &cell : row.toArray())
            values.append(cell[1]);
        return values;
    }
    return {};
}

store::RowWrite pageRow(const QString &url, const QString &state, qint64 depth, qint64 number)
{
    table::Cells cells(table::pageSchema().columns.size());
    cells[size_t(table::PageColumn::Url)] = number;
    cells[size_t(table::PageColumn::State)] = state;
    cells[size_t(table::PageColumn::Depth)] = depth;
    cells[size_t(table::PageColumn::Status)] = state == u"failed"_s ? qint64(404) : qint64(200);
    return {&table::pageSchema(), url, std::move(cells)};
}

} // namespace

void TestSheets::init()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_project = std::make_unique<test::TempProject>();
    QVERIFY(m_project->isOpen());
    m_run = m_project->writer().postRun(u"vacancies"_s, {});
}

exports::ExportSpec TestSheets::spec(const table::Schema &schema, const exports::ExportFormat &format,
                                     const QString &name)
{
    exports::ExportSpec result;
    result.projectPath = m_project->path();
    result.schema = &schema;
    result.runs = {m_run};
    result.ids = std::make_shared<const store::IdVector>(
        m_project->reader()->ids({&schema, {m_run}, {}, {}}).value_or(store::IdVector()));
    result.format = &format;
    result.path = m_project->filePath(name);
    return result;
}

QJsonArray TestSheets::written(const table::Schema &schema, bool withSummary)
{
    if (!m_project->flush())
        return {};
    exports::ExportSpec wanted = spec(schema, exports::formats::Xlsx, u"out.xlsx"_s);
    wanted.about = {{u"Search"_s, u"analyst"_s}};
    wanted.furtherSheets = session::furtherSheets(wanted, withSummary);
    const auto report = exports::ExportJob(wanted).run();
    if (!report)
        qWarning("%s", qPrintable(report.error().detail));
    return report ? test::runPython(u"read_xlsx.py"_s, {wanted.path}) : QJsonArray();
}

void TestSheets::vacancies()
{
    m_project->writer().post(test::inventedUnit(m_run, 0, 300));
    const QJsonArray sheets = written(table::vacancySchema());
    QCOMPARE(sheets.size(), 3);
    QCOMPARE(sheets[0][u"name"_s], u"Data"_s);
    QCOMPARE(sheets[1][u"name"_s], u"Summary"_s);
    QCOMPARE(sheets[2][u"name"_s], u"About this data"_s);
    QVERIFY(sheets[0][u"tables"_s][u"vacancies"_s][0].toString().endsWith(u"301"_s));
    QCOMPARE(sheets[0][u"freeze"_s], u"A2"_s);

    const QJsonObject summary = sheets[1].toObject();
    const auto reader = m_project->reader();
    const store::RowQuery rows{&table::vacancySchema(), {m_run}, {}, {}};
    const auto all =
        analysis::groupStats(*reader, {.rows = rows, .by = {}, .measure = int(VacancyColumn::Pay)}, {});
    QVERIFY(all && all->all.known > 30);
    QCOMPARE(rowOf(summary, u"All"_s)[1], 300);
    QCOMPARE(rowOf(summary, u"Pay known"_s)[1], qint64(all->all.known));
    QCOMPARE(rowOf(summary, u"Pay not known"_s)[1], qint64(300 - all->all.known));
    QVERIFY(qAbs(rowOf(summary, u"median: half is below"_s)[1].toDouble() - all->all.spread->median) < 1e-3);
    QVERIFY(qAbs(rowOf(summary, u"a tenth is below"_s)[1].toDouble() - all->all.spread->p10) < 1e-3);
    for (const VacancyColumn column : {VacancyColumn::Employer, VacancyColumn::Area, VacancyColumn::Skills}) {
        const auto stats = analysis::groupStats(
            *reader, {.rows = rows, .by = {int(column)}, .measure = int(VacancyColumn::Pay)}, {});
        QVERIFY(stats && stats->top.size() >= 3);
        for (const analysis::GroupStats &group : stats->top) {
            const QJsonArray row = rowOf(summary, table::toText(group.of[0]));
            QCOMPARE(row[1], qint64(group.rows));
            QVERIFY(qAbs(row[2].toDouble() - group.share) < 1e-9);
            QCOMPARE(row[3], qint64(group.known));
            if (group.known >= 5)
                QVERIFY(qAbs(row[4].toDouble() - group.spread->median) < 1e-3);
            else
                QVERIFY(row[4].isNull());
        }
    }

    // Each chart shows cells of the sheet: names beside numbers, as many of the one as of the other.
    const QJsonArray charts = summary[u"charts"_s].toArray();
    QCOMPARE(charts.size(), 6);
    for (const QJsonValue &chart : charts) {
        QCOMPARE(chart[1].toArray().size(), 1);
        static const QRegularExpression range(uR"(^'?Summary'?!\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)$)"_s);
        const auto names = range.match(chart[1][0][0].toString());
        const auto numbers = range.match(chart[1][0][1].toString());
        QVERIFY2(names.hasMatch() && numbers.hasMatch(), qPrintable(chart[1][0][1].toString()));
        QCOMPARE(names.captured(1), u"A"_s);
        QCOMPARE(numbers.captured(1), u"B"_s);
        QCOMPARE(names.captured(2), numbers.captured(2));
        QCOMPARE(names.captured(4), numbers.captured(4));
        const QJsonArray lines = summary[u"rows"_s].toArray();
        for (int row = numbers.captured(2).toInt(); row <= numbers.captured(4).toInt(); ++row) {
            QCOMPARE(lines[row - 1][0][0], u"s"_s);
            QCOMPARE(lines[row - 1][1][0], u"n"_s);
            QVERIFY(lines[row - 1][1][1].isDouble());
        }
    }
}

/// What somebody chose by hand is summed up, and nothing else.
void TestSheets::onlyTheseRows()
{
    m_project->writer().post(test::inventedUnit(m_run, 0, 300));
    QVERIFY(m_project->flush());
    exports::ExportSpec wanted = spec(table::vacancySchema(), exports::formats::Xlsx, u"out.xlsx"_s);
    const store::IdVector all = *wanted.ids;
    wanted.ids = std::make_shared<const store::IdVector>(store::IdVector{all[14], all[0], all[7], all[7]});
    wanted.furtherSheets = session::furtherSheets(wanted, true);
    QVERIFY(exports::ExportJob(wanted).run());
    const QJsonObject summary = sheetOf(test::runPython(u"read_xlsx.py"_s, {wanted.path}), u"Summary"_s);
    QCOMPARE(rowOf(summary, u"All"_s)[1], 3);
    QCOMPARE(rowOf(summary, u"Romashka LLC"_s)[1], 3); // every seventh
}

void TestSheets::tooFewForMedian()
{
    m_project->writer().post(test::inventedUnit(m_run, 0, 4));
    const QJsonObject summary = sheetOf(written(table::vacancySchema()), u"Summary"_s);
    QCOMPARE(rowOf(summary, u"All"_s)[1], 4);
    QVERIFY(rowOf(summary, u"median: half is below"_s)[1].isNull());
    QVERIFY(rowOf(summary, u"a tenth is below"_s).isEmpty());
    QVERIFY(rowOf(summary, u"Too few for a median."_s).size() > 0);
}

void TestSheets::noFormulas()
{
    store::Unit unit = test::inventedUnit(m_run, 0, 20);
    for (store::RowWrite &row : unit.rows) {
        row.cells[size_t(VacancyColumn::Employer)] = u"=cmd|' /C calc'!A0"_s;
        row.cells[size_t(VacancyColumn::Area)] = u"+1+1"_s;
        row.cells[size_t(VacancyColumn::Skills)] = u"@SUM(A1);{=A1}"_s;
    }
    unit.newWork.push_back({u"=HYPERLINK(\"http://x\")"_s, u"detail"_s, u"h"_s, {}});
    m_project->writer().post(std::move(unit));
    store::Unit ended;
    ended.run = m_run;
    ended.ended.push_back({1, store::WorkState::Failed, 1, {Reason::HttpStatus, 500, u"=1+1"_s}});
    m_project->writer().post(std::move(ended));
    const QJsonArray sheets = written(table::vacancySchema());
    QCOMPARE(sheets.size(), 4);
    for (const QJsonValue &sheet : sheets)
        QCOMPARE(sheet[u"formulas"_s], 0);
    const QJsonObject summary = sheetOf(sheets, u"Summary"_s);
    QCOMPARE(rowOf(summary, u"=cmd|' /C calc'!A0"_s)[1], 20);
    QCOMPARE(rowOf(summary, u"{=A1}"_s)[1], 20);
    const QJsonArray failure = rowOf(sheetOf(sheets, u"Failures"_s), u"=HYPERLINK(\"http://x\")"_s);
    QCOMPARE(failure[2], u"=1+1"_s);
}

void TestSheets::pages()
{
    store::Unit unit;
    unit.run = m_run;
    const QStringList urls{u"https://a.example/"_s, u"https://a.example:8080/x?y=//b.example/"_s,
                           u"http://b.example/"_s, u"https://a.example/z"_s};
    for (int i = 0; i < urls.size(); ++i) {
        unit.addresses.push_back({i + 1, urls[i].toUtf8()});
        unit.rows.push_back(pageRow(urls[i], i == 2 ? u"failed"_s : u"fetched"_s, i % 2, i + 1));
    }
    m_project->writer().post(std::move(unit));
    const QJsonObject summary = sheetOf(written(table::pageSchema()), u"Summary"_s);
    QCOMPARE(rowOf(summary, u"a.example"_s), QJsonArray({u"a.example"_s, 3, 0}));
    QCOMPARE(rowOf(summary, u"b.example"_s), QJsonArray({u"b.example"_s, 1, 1}));
    QCOMPARE(rowOf(summary, u"404"_s)[1], 1);
    QCOMPARE(rowOf(summary, u"200"_s)[1], 3);
    QCOMPARE(rowOf(summary, u"0"_s)[1], 2);
    QCOMPARE(summary[u"charts"_s].toArray().size(), 4);
}

void TestSheets::failures()
{
    store::Unit unit = test::inventedUnit(m_run, 0, 3);
    for (const QString &key : {u"https://x.example/1"_s, u"https://x.example/2"_s, u"https://x.example/3"_s})
        unit.newWork.push_back({key, u"detail"_s, u"x.example"_s, {}});
    m_project->writer().post(std::move(unit));
    store::Unit ended;
    ended.run = m_run;
    ended.ended.push_back({1, store::WorkState::Failed, 1, {Reason::HttpStatus, 503, {}}});
    ended.ended.push_back({2, store::WorkState::Done, 1, {}});
    ended.ended.push_back({3, store::WorkState::Failed, 1, {Reason::Dns, 0, u"nowhere"_s}});
    m_project->writer().post(std::move(ended));
    const QJsonArray sheets = written(table::vacancySchema());
    QCOMPARE(sheets.size(), 4);
    QCOMPARE(sheets[3][u"name"_s], u"Failures"_s);
    const auto told = m_project->reader()->failures(m_run);
    QVERIFY(told);
    QCOMPARE(told->size(), size_t(2));
    QCOMPARE(sheets[3][u"rowCount"_s], 3);
    for (size_t i = 0; i < told->size(); ++i) {
        const QJsonArray row = rowOf(sheets[3].toObject(), (*told)[i].url);
        QVERIFY(!row[1].toString().isEmpty());
        QCOMPARE(row[4].toInt(), (*told)[i].error.status);
        QCOMPARE(row[6], qint64(m_run));
    }
}

void TestSheets::withoutSummary()
{
    m_project->writer().post(test::inventedUnit(m_run, 0, 30));
    QVERIFY(sheetOf(written(table::vacancySchema(), false), u"Summary"_s).isEmpty());
    QVERIFY(sheetOf(written(table::requestSchema()), u"Summary"_s).isEmpty()); // nobody asks anything of it
}

void TestSheets::dataPackage_data()
{
    QTest::addColumn<const exports::ExportFormat *>("format");
    QTest::addColumn<QString>("delimiter");
    QTest::newRow("standard") << &exports::formats::Csv << u","_s;
    QTest::newRow("Russian") << &exports::formats::CsvExcelRu << u";"_s;
    QTest::newRow("tabs") << &exports::formats::Tsv << u"\t"_s;
}

void TestSheets::dataPackage()
{
    QFETCH(const exports::ExportFormat *, format);
    QFETCH(QString, delimiter);
    m_project->writer().post(test::inventedUnit(m_run, 0, 5));
    QVERIFY(m_project->flush());
    exports::ExportSpec wanted = spec(table::vacancySchema(), *format, u"Рынок 2026."_s + format->ending);
    wanted.columns = {int(VacancyColumn::SalaryFrom), int(VacancyColumn::Created), int(VacancyColumn::Url),
                      int(VacancyColumn::HasTest), int(VacancyColumn::GroupSize)};
    wanted.package = exports::PackageFacts{u"Market"_s,
                                           u"…"_s,
                                           {{u"A source"_s, u"https://a.example"_s}},
                                           {{u"Terms"_s, u"https://a.example/t"_s}}};
    const auto report = exports::ExportJob(wanted).run();
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QFile file(m_project->filePath(u"datapackage.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject package = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(package[u"name"_s], u"2026"_s);
    QVERIFY(QDateTime::fromString(package[u"created"_s].toString(), Qt::ISODate).isValid());
    QCOMPARE(package[u"sources"_s][0][u"path"_s], u"https://a.example"_s);
    QCOMPARE(package[u"licenses"_s][0][u"path"_s], u"https://a.example/t"_s);
    const QJsonValue resource = package[u"resources"_s][0];
    QCOMPARE(resource[u"path"_s], u"Рынок 2026."_s + format->ending);
    QCOMPARE(resource[u"bytes"_s].toInteger(), QFileInfo(wanted.path).size());
    QCOMPARE(resource[u"dialect"_s][u"delimiter"_s], delimiter);
    QCOMPARE(resource[u"schema"_s][u"missingValues"_s], QJsonArray{u""_s});
    QStringList told;
    for (const QJsonValue &field : resource[u"schema"_s][u"fields"_s].toArray())
        told.append(u"%1 %2 %3"_s.arg(field[u"name"_s].toString(), field[u"type"_s].toString(),
                                      field[u"format"_s].toString()));
    QCOMPARE(told,
             QStringList({u"salary_from number default"_s, u"created datetime any"_s, u"url string uri"_s,
                          u"has_test boolean default"_s, u"group_size integer default"_s}));
    // A workbook has none.
    wanted.format = &exports::formats::Xlsx;
    QVERIFY(!exports::ExportJob(wanted).run());
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
