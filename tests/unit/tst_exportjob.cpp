// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exportrig.h"
#include "store/project/project.h"
#include "support/hostiletexts.h"
#include "support/python.h"
#include "table/vacancyschema.h"

#include <QBuffer>
#include <QFile>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <optional>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using table::Cells;
using table::VacancyColumn;
using table::Value;

namespace {

constexpr int Vacancy = int(VacancyColumn::Vacancy);
constexpr int HasTest = int(VacancyColumn::HasTest);
constexpr int SalaryFrom = int(VacancyColumn::SalaryFrom);
constexpr int Description = int(VacancyColumn::Description);

/// The cells of a row as Python's csv module has to read them.
QJsonArray csvLine(const Cells &row)
{
    QJsonArray result;
    for (const Value &value : row)
        result.append(table::toText(value));
    return result;
}

/// All columns; without a comparison there is nothing to say over time.
QStringList exportedColumns()
{
    QStringList keys;
    for (const table::Column &column : table::vacancySchema().columns) {
        if (column.storage != table::Storage::OverTime && !column.isCostly)
            keys.append(column.key);
    }
    return keys;
}

} // namespace

class TestExportJob : public QObject, private test::ExportRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeProject(); }
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }

    void csv();
    void json();
    void xlsx();
    void xlsxAsShown();
    void chosenRowsAndColumns();
    void lineBreaks();
    void deviceAndPreview();
    void replaces_data();
    void replaces();
    void cancelled_data();
    void cancelled();
    void badSpec();
    void noProject();
    void rowsGone();
    void inBackground();
    void cancelledInBackground();
    void destroyedInBackground();
};

void TestExportJob::csv()
{
    if (const QString missing = test::pythonMissing(u"csv"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    ExportJob job(spec(&formats::Csv, u"out.csv"_s));
    const Result<ExportReport> report = job.run();
    QVERIFY(report);
    QCOMPARE(*report, (ExportReport{Rows, QFileInfo(m_folder->filePath(u"out.csv"_s)).size(), {}}));
    QCOMPARE(files(), QStringList{u"out.csv"_s});
    const QJsonArray read =
        test::runPython(u"read_csv.py"_s, {m_folder->filePath(u"out.csv"_s), u","_s, u"utf-8"_s});
    QCOMPARE(read.size(), Rows + 1);
    const QJsonArray header = read.at(0).toArray();
    const QStringList columns = exportedColumns();
    QCOMPARE(header, QJsonArray::fromStringList(columns));
    QCOMPARE(header.at(0), u"vacancy"_s);
    QCOMPARE(header.at(12), u"description"_s);
    for (int i = 0; i < Rows; ++i) {
        const QJsonArray wanted = csvLine(m_rows[size_t(i)]);
        for (qsizetype column = 0; column < columns.size(); ++column) {
            // What is reckoned of a row was not given with it.
            const int place = *table::vacancySchema().indexOf(columns[column]);
            if (table::vacancySchema().columns[size_t(place)].storage != table::Storage::Computed)
                QCOMPARE(read.at(i + 1).toArray().at(column), wanted.at(place));
        }
    }
}

void TestExportJob::json()
{
    if (const QString missing = test::pythonMissing(u"json"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    for (const auto &[format, word] :
         {std::pair(&formats::Json, u"array"_s), std::pair(&formats::JsonLines, u"lines"_s)}) {
        const QString path = m_folder->filePath(word);
        QVERIFY(ExportJob(spec(format, word)).run());
        const QJsonArray read = test::runPython(u"read_json.py"_s, {path, word});
        QCOMPARE(read.size(), Rows);
        for (int i = 0; i < Rows; ++i) {
            const Cells &row = m_rows[size_t(i)];
            const QJsonArray line = read.at(i).toArray();
            const auto at = [&line](int column) { return line.at(column).toArray().at(2); };
            QCOMPARE(at(Vacancy), std::get<QString>(row[size_t(Vacancy)]));
            QCOMPARE(at(HasTest), std::get<bool>(row[size_t(HasTest)]));
            QCOMPARE(at(Description).toString(), std::get<QString>(row[size_t(Description)]));
            if (table::isNull(row[size_t(SalaryFrom)]))
                QVERIFY(at(SalaryFrom).isNull());
            else
                QCOMPARE(at(SalaryFrom), std::get<double>(row[size_t(SalaryFrom)]));
        }
    }
}

void TestExportJob::xlsx()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    ExportSpec wanted = spec(&formats::Xlsx, u"out.xlsx"_s);
    wanted.columns = {Vacancy, HasTest, SalaryFrom};
    wanted.about = {{u"Search"_s, u"analyst"_s}};
    ExportJob job(wanted);
    const Result<ExportReport> report = job.run();
    QVERIFY(report);
    QCOMPARE(*report, (ExportReport{Rows, QFileInfo(wanted.path).size(), {}}));
    QCOMPARE(files(), QStringList{u"out.xlsx"_s});
    const QJsonArray sheets = test::runPython(u"read_xlsx.py"_s, {wanted.path});
    QCOMPARE(sheets.size(), 2);
    const QJsonArray read = sheets.at(0).toObject()[u"rows"_s].toArray();
    QCOMPARE(read.size(), Rows + 1);
    for (int i = 0; i < Rows; ++i) {
        const Cells &row = m_rows[size_t(i)];
        const QJsonArray line = read.at(i + 1).toArray();
        QCOMPARE(line.at(0), QJsonArray({u"s"_s, std::get<QString>(row[size_t(Vacancy)])}));
        QCOMPARE(line.at(1), QJsonArray({u"b"_s, std::get<bool>(row[size_t(HasTest)])}));
        const bool none = table::isNull(row[size_t(SalaryFrom)]);
        const QJsonValue salary = none ? QJsonValue() : QJsonValue(std::get<double>(row[size_t(SalaryFrom)]));
        QCOMPARE(line.at(2), QJsonArray({u"n"_s, salary}));
    }
}

/// For people: words of the table, dates that sort by time, links that open.
void TestExportJob::xlsxAsShown()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    using enum VacancyColumn;
    store::Unit unit;
    const auto project = store::Project::open(m_folder->filePath(u"shown.linnet"_s));
    QVERIFY(project);
    unit.run = (*project)->writer().postRun(u"search"_s, {});
    const auto add = [&](const QString &created, const QString &url, const QString &state) {
        Cells cells(table::VacancyColumns.size());
        cells[size_t(Created)] = created;
        cells[size_t(Url)] = url;
        cells[size_t(State)] = state;
        cells[size_t(Skills)] = u"SQL;R"_s;
        unit.rows.push_back({&table::vacancySchema(), QString::number(unit.rows.size()), cells});
    };
    add(u"2026-11-18T07:07:28+0300"_s, u"https://hh.ru/vacancy/1?a=1&b=2"_s, u"listed"_s);
    add(u"2026-11-18"_s, u"javascript:alert(1)"_s, u"complete"_s);
    add(u"yesterday"_s, u"https://hh.ru/"_s + QString(3000, u'x'), u"a code of later"_s);
    (*project)->writer().post(std::move(unit));
    QVERIFY((*project)->close());
    ExportSpec wanted = spec(&formats::Xlsx, u"shown.xlsx"_s);
    wanted.projectPath = (*project)->path();
    wanted.ids = std::make_shared<const store::IdVector>(store::IdVector{1, 2, 3});
    wanted.columns = {int(Created), int(Url), int(State), int(Skills)};
    wanted.asShown = true;
    QVERIFY(ExportJob(wanted).run());
    const QJsonObject sheet = test::runPython(u"read_xlsx.py"_s, {wanted.path}).at(0).toObject();
    const QJsonArray rows = sheet[u"rows"_s].toArray();
    const auto cell = [&](int row, int column) { return rows.at(row).toArray().at(column).toArray(); };
    QCOMPARE(cell(0, 0).at(1), u"Published"_s);
    QCOMPARE(cell(0, 2).at(1), u"Details"_s);
    QCOMPARE(cell(1, 0), QJsonArray({u"d"_s, u"2026-11-18T07:07:28"_s}));
    QCOMPARE(cell(2, 0), QJsonArray({u"d"_s, u"2026-11-18T00:00:00"_s}));
    QCOMPARE(cell(3, 0), QJsonArray({u"s"_s, u"yesterday"_s}));
    QCOMPARE(cell(1, 1).at(1), u"https://hh.ru/vacancy/1?a=1&b=2"_s);
    QCOMPARE(sheet[u"links"_s].toInt(), 1);
    QCOMPARE(cell(1, 2).at(1), u"not read yet"_s);
    QCOMPARE(cell(3, 2).at(1), u"a code of later"_s);
    QCOMPARE(cell(1, 3).at(1), u"SQL; R"_s);
    // The command line's form is as it was.
    wanted.asShown = false;
    QVERIFY(ExportJob(wanted).run());
    const QJsonObject stored = test::runPython(u"read_xlsx.py"_s, {wanted.path}).at(0).toObject();
    QCOMPARE(stored[u"links"_s].toInt(), 0);
    QCOMPARE(stored[u"rows"_s].toArray().at(0).toArray().at(0).toArray().at(1), u"created"_s);
    QCOMPARE(stored[u"rows"_s].toArray().at(1).toArray().at(0).toArray(),
             QJsonArray({u"s"_s, u"2026-11-18T07:07:28+0300"_s}));
}

void TestExportJob::chosenRowsAndColumns()
{
    ExportSpec wanted = spec(&formats::Csv, u"out.csv"_s);
    wanted.ids =
        std::make_shared<const store::IdVector>(store::IdVector{m_ids->at(7), m_ids->at(2), m_ids->at(7)});
    wanted.columns = {int(VacancyColumn::Id), Vacancy};
    wanted.format = &formats::CsvExcelRu;
    const auto report = ExportJob(wanted).run();
    QVERIFY(report);
    QCOMPARE(report->rows, 3);
    QCOMPARE(contents(wanted.path),
             u"\uFEFFid;vacancy\r\n7;Аналитик 7\r\n2;Аналитик 2\r\n7;Аналитик 7\r\n"_s.toUtf8());

    wanted.ids = nullptr;
    QVERIFY(ExportJob(wanted).run());
    QCOMPARE(contents(wanted.path), u"\uFEFFid;vacancy\r\n"_s.toUtf8());
}

void TestExportJob::lineBreaks()
{
    ExportSpec wanted = spec(&formats::Tsv, u"out.tsv"_s);
    wanted.columns = {Description};
    const qsizetype breaks = test::hostileTexts().indexOf(u"line\r\nline"_s);
    wanted.ids = std::make_shared<const store::IdVector>(store::IdVector{m_ids->at(size_t(breaks))});
    QVERIFY(ExportJob(wanted).run());
    QCOMPARE(contents(wanted.path), "description\n\"line\r\nline\"\n");
    wanted.replaceLineBreaks = true;
    QVERIFY(ExportJob(wanted).run());
    QCOMPARE(contents(wanted.path), "description\nline line\n");
}

void TestExportJob::deviceAndPreview()
{
    for (const Format format : {&formats::Csv, &formats::Tsv, &formats::Json, &formats::JsonLines}) {
        ExportSpec wanted = spec(format, u"out"_s);
        QVERIFY(ExportJob(wanted).run());
        const QByteArray bytes = contents(wanted.path);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const auto report = ExportJob(wanted).writeTo(buffer);
        QVERIFY(report);
        QCOMPARE(report->bytes, bytes.size());
        QCOMPARE(buffer.data(), bytes);

        const auto preview = ExportJob::preview(wanted, 20);
        QVERIFY(preview);
        const QByteArray end = format == &formats::Json ? "\n]\n" : "";
        QVERIFY(preview->size() > 1000 && preview->size() < bytes.size());
        QVERIFY(bytes.startsWith(preview->chopped(end.size())));
    }
    ExportSpec workbook = spec(&formats::Xlsx, u"out.xlsx"_s);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QCOMPARE(ExportJob(workbook).writeTo(buffer).error().reason, Reason::BadValue);
    QCOMPARE(ExportJob::preview(workbook, 20).error().reason, Reason::BadValue);
}

void TestExportJob::replaces_data()
{
    addFormats();
}

void TestExportJob::replaces()
{
    QFETCH(Format, format);
    const ExportSpec wanted = spec(format, u"out"_s);
    put(wanted.path, "old");
    const auto permissions =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(wanted.path, permissions));
    const auto report = ExportJob(wanted).run();
    QVERIFY(report);
    QCOMPARE(QFileInfo(wanted.path).size(), report->bytes);
    QVERIFY(report->bytes > 1000);
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(wanted.path), permissions);
#endif
    QCOMPARE(files(), QStringList{u"out"_s});
}

void TestExportJob::cancelled_data()
{
    addFormats();
}

void TestExportJob::cancelled()
{
    QFETCH(Format, format);
    const ExportSpec wanted = spec(format, u"out"_s);
    ExportJob before(wanted);
    before.cancel();
    QCOMPARE(before.run().error().reason, Reason::Cancelled);
    QCOMPARE(files(), QStringList());

    put(wanted.path, "old");
    ExportJob job(wanted);
    int told = 0;
    connect(&job, &ExportJob::progressed, this, [&job, &told](qint64 rows, qint64 total) {
        QCOMPARE(total, Rows);
        QVERIFY(rows < total);
        ++told;
        job.cancel();
    });
    const auto result = job.run();
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Cancelled);
    QCOMPARE(told, 1);
    QCOMPARE(contents(wanted.path), "old");
    QCOMPARE(files(), QStringList{u"out"_s});
}

void TestExportJob::badSpec()
{
    ExportSpec wanted = spec(&formats::Csv, u"out.csv"_s);
    wanted.columns = {0, 99};
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::BadValue);
    wanted.columns = {-1};
    QCOMPARE(ExportJob::preview(wanted, 20).error().reason, Reason::BadValue);
    wanted.columns = {1, 2, 1};
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::BadValue);
    wanted = spec(&formats::Xlsx, u"out.xlsx"_s);
    wanted.schema = nullptr;
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::BadValue);
    wanted = spec(&formats::Csv, u"out.csv"_s);
    wanted.path.clear();
    QCOMPARE(ExportJob(wanted).run().error().reason, Reason::BadValue);
    QCOMPARE(files(), QStringList());
}

void TestExportJob::noProject()
{
    ExportSpec wanted = spec(&formats::Csv, u"out.csv"_s);
    wanted.projectPath = m_folder->filePath(u"absent.linnet"_s);
    QVERIFY(!ExportJob(wanted).run());
    QCOMPARE(files(), QStringList());
}

void TestExportJob::rowsGone()
{
    ExportSpec wanted = spec(&formats::Json, u"out.json"_s);
    wanted.columns = {int(VacancyColumn::Id)};
    wanted.ids = std::make_shared<const store::IdVector>(store::IdVector{m_ids->at(0), 999'999'999});
    const auto report = ExportJob(wanted).run();
    QVERIFY(report);
    QCOMPARE(report->rows, 1);
    QCOMPARE(report->notices.size(), 1);
    QCOMPARE(contents(wanted.path), "[\n{\"id\":\"0\"}\n]\n");
}

void TestExportJob::inBackground()
{
    QThreadPool pool;
    ExportJob job(spec(&formats::Csv, u"out.csv"_s));
    QList<qint64> told;
    QList<Result<ExportReport>> results;
    connect(&job, &ExportJob::progressed, this, [this, &told](qint64 rows, qint64 total) {
        QCOMPARE(QThread::currentThread(), thread());
        QCOMPARE(total, Rows);
        told.append(rows);
    });
    connect(&job, &ExportJob::done, this,
            [&results](const Result<ExportReport> &result) { results.append(result); });
    job.start(&pool);
    QVERIFY(results.isEmpty());
    QTRY_COMPARE(results.size(), 1);
    QVERIFY(results.at(0));
    QCOMPARE(results.at(0)->rows, Rows);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.first(), 0);
    QCOMPARE(told.last(), Rows);
    QCOMPARE(files(), QStringList{u"out.csv"_s});
}

void TestExportJob::cancelledInBackground()
{
    ExportJob job(spec(&formats::Xlsx, u"out.xlsx"_s));
    QSignalSpy spy(&job, &ExportJob::done);
    std::optional<Reason> reason;
    connect(&job, &ExportJob::done, this, [&reason](const Result<ExportReport> &result) {
        reason = result ? Reason::None : result.error().reason;
    });
    job.start();
    job.cancel();
    QTRY_VERIFY(reason);
    QCOMPARE(*reason, Reason::Cancelled);
    QCOMPARE(files(), QStringList());
    QCOMPARE(spy.size(), 1);
}

void TestExportJob::destroyedInBackground()
{
    QThreadPool pool;
    auto job = std::make_unique<ExportJob>(spec(&formats::Xlsx, u"out.xlsx"_s));
    job->start(&pool);
    job.reset();
    pool.waitForDone();
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
