// SPDX-License-Identifier: GPL-3.0-or-later
// Writes generated rows of twelve columns as CSV, JSON and XLSX: rows per second against a plain loop with
// Python's csv module and, for workbooks, against Python's openpyxl and xlsxwriter where they are installed,
// and how much memory each format takes. Fails when XLSX needs 100 MB or more.
#include "exports/table/csvwriter.h"
#include "exports/table/jsonwriter.h"
#include "exports/table/xlsxwriter.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

QList<const table::Column *> columns()
{
    QList<const table::Column *> result;
    for (const VacancyColumn column :
         {VacancyColumn::Vacancy, VacancyColumn::Url, VacancyColumn::Created, VacancyColumn::HasTest,
          VacancyColumn::SalaryFrom, VacancyColumn::SalaryTo, VacancyColumn::Currency, VacancyColumn::Skills,
          VacancyColumn::Employer, VacancyColumn::Area, VacancyColumn::Experience,
          VacancyColumn::Description})
        result.append(&table::vacancySchema().columns[size_t(column)]);
    return result;
}

table::Cells cells(int i)
{
    const QString number = QString::number(i);
    return {u"Аналитик данных "_s + number,
            u"https://example.org/vacancy/"_s + number,
            u"2026-11-21T12:00:00+0300"_s,
            i % 3 == 0,
            double(100000 + i),
            i % 2 ? table::Value() : table::Value(150000.5),
            u"RUR"_s,
            u"SQL;Python;Power BI"_s,
            u"ООО «Пример "_s + QString::number(i % 1000) + u'»',
            u"Город "_s + QString::number(i % 80),
            u"От 1 года до 3 лет"_s,
            u"Первая строка \""_s + number + u"\", с запятой\n- пункт один\n- пункт два"_s};
}

/// The most memory the program has taken since the last reset, in kB; 0 where the system does not say.
qint64 peakMemory(bool reset)
{
    if (reset) {
        QFile file(u"/proc/self/clear_refs"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write("5");
    }
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

struct Measured
{
    double seconds = 0;
    qint64 memory = 0; ///< kB above what it was before
    bool good = false;
};

Measured measure(RowSink &sink, int rows)
{
    const qint64 before = peakMemory(true);
    QElapsedTimer timer;
    timer.start();
    Result<void> result = sink.begin(columns());
    for (int i = 0; result && i < rows; ++i)
        result = sink.row(table::ViewedCells(cells(i)).views());
    if (result)
        result = sink.end();
    return {double(timer.nsecsElapsed()) / 1e9, peakMemory(false) - before, result.has_value()};
}

/// What a script of Python says it took; 0 when it cannot run.
double secondsOf(const char *script, const QStringList &arguments)
{
    QProcess process;
    process.start(u"/usr/bin/python3"_s,
                  QStringList{QStringLiteral(LINNET_SOURCE_DIR "/tests/bench/") + QLatin1StringView(script)} +
                      arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

/// Workbooks of some of the rows by Python's libraries, which are slow.
void comparePeers(const QString &path, int rows, const Measured &xlsx, int xlsxRows)
{
    for (const char *module : {"openpyxl", "xlsxwriter"}) {
        const double seconds =
            secondsOf("plain_xlsx.py", {QString::fromLatin1(module), path, QString::number(rows)});
        if (seconds > 0)
            std::printf("       xlsx is %5.1f times as fast as Python's %s (%.0f rows/s)\n",
                        xlsxRows / xlsx.seconds / (rows / seconds), module, rows / seconds);
    }
}

void print(const char *name, const Measured &measured, int rows, double plain)
{
    std::printf("%-6s %9.0f rows/s  %5.2f times plain csv  memory +%.1f MB%s\n", name,
                rows / measured.seconds, plain / measured.seconds, double(measured.memory) / 1024.0,
                measured.good ? "" : "  FAILED");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 300'000;
    QTemporaryDir folder;
    const double plain = secondsOf("plain_csv.py", {folder.filePath(u"plain.csv"_s), QString::number(rows)});
    std::printf("plain  %9.0f rows/s (Python csv)\n", plain > 0 ? rows / plain : 0);

    QFile csv(folder.filePath(u"out.csv"_s));
    QFile json(folder.filePath(u"out.json"_s));
    if (!csv.open(QIODevice::WriteOnly) || !json.open(QIODevice::WriteOnly))
        return 1;
    CsvWriter csvWriter(csv, CsvStyle::standard());
    JsonWriter jsonWriter(json, JsonWriter::Layout::Array);
    XlsxWriter xlsxWriter(folder.filePath(u"out.xlsx"_s), {.sheetName = u"vacancies"_s});
    print("csv", measure(csvWriter, rows), rows, plain);
    print("json", measure(jsonWriter, rows), rows, plain);
    const Measured xlsx = measure(xlsxWriter, rows);
    print("xlsx", xlsx, rows, plain);
    comparePeers(folder.filePath(u"peer.xlsx"_s), std::max(1, rows / 10), xlsx, rows);

    QFile plainFile(folder.filePath(u"plain.csv"_s));
    csv.close();
    if (plainFile.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly))
        std::printf("csv has the same bytes: %s\n", plainFile.readAll() == csv.readAll() ? "yes" : "no");
    return xlsx.good && xlsx.memory < 100 * 1024 ? 0 : 1;
}
