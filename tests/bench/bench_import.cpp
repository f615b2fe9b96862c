// SPDX-License-Identifier: GPL-3.0-or-later
// A dump of a whole market becomes rows: the whole command, with its comparison of the ads, against a script
// that holds the file in memory and writes a table. Time, processor, and the most memory each took.
#include "imports/job/importfile.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(int number, int words)
{
    static const QStringList stock{u"работа"_s,    u"насосов"_s,      u"контроль"_s, u"смены"_s,
                                   u"документы"_s, u"обслуживание"_s, u"ремонт"_s,   u"отчётность"_s,
                                   u"клиентов"_s,  u"оформление"_s,   u"склада"_s,   u"безопасность"_s};
    QString text;
    unsigned state = unsigned(number) * 2654435761U + 1;
    for (int i = 0; i < words; ++i) {
        state = state * 1664525U + 1013904223U;
        text += stock[int((state >> 16) % unsigned(stock.size()))] + u' ';
    }
    return text;
}

/// About 630 bytes a record.
qint64 writeDump(const QString &path, int records)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no dump");
    file.write("{\"vacancies\":[\n");
    for (int i = 0; i < records; ++i) {
        const QJsonObject record{{u"id"_s, u"6f1c-%1"_s.arg(i)},
                                 {u"vacancy_name"_s, u"Специалист %1"_s.arg(i % 5000)},
                                 {u"salary_min"_s, 30000 + i % 90000},
                                 {u"salary_max"_s, 0},
                                 {u"regionName"_s, u"Область %1"_s.arg(i % 89)},
                                 {u"company"_s, QJsonObject{{u"name"_s, u"ООО %1"_s.arg(i % 20000)}}},
                                 {u"busy_type"_s, u"Полная занятость"_s},
                                 {u"date_create"_s, u"2026-11-20T04:40:38+0300"_s},
                                 {u"position_responsibilities"_s, textOf(i, 12)},
                                 {u"position_requirements"_s, textOf(i + 7, 6)}};
        file.write((i > 0 ? ",\n" : "") + QJsonDocument(record).toJson(QJsonDocument::Compact));
    }
    file.write("\n]}\n");
    return file.size();
}

/// The same rows as CSV, as this program exports them.
void writeTable(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no table");
    file.write("vacancy,url,created,salary_from,currency,skills,employer,area,description,source,id\r\n");
    for (int i = 0; i < rows; ++i) {
        const QString line =
            u"Специалист %1,https://example.org/%2,2026-11-20T04:40:38+0300,%3,RUR,SQL;Excel,ООО %4,Область %5,\"%6\nи ещё %7\",file,%2\r\n"_s
                .arg(i % 5000)
                .arg(i)
                .arg(30000 + i % 90000)
                .arg(i % 20000)
                .arg(i % 89)
                .arg(textOf(i, 12), textOf(i + 7, 6));
        file.write(line.toUtf8());
    }
}

struct Cost
{
    double seconds = 0;
    double cpu = 0;
    double megabytes = 0;
};

Cost costOf(const QString &program, const QStringList &args)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &arg : args)
        words.push_back(arg.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    QElapsedTimer timer;
    timer.start();
    std::fflush(stdout); // else the child writes it, too
    const pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
            _exit(126);
        execvp(pointers.front(), pointers.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("%s failed", qPrintable(program));
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return {double(timer.elapsed()) / 1000, seconds(used.ru_utime) + seconds(used.ru_stime),
            double(used.ru_maxrss) / 1024};
}

} // namespace

/// Rows of a table: reading them alone, and the whole command.
static void benchTable(const QTemporaryDir &folder, int rows)
{
    const QString table = folder.filePath(u"table.csv"_s);
    writeTable(table, rows);
    const QString cli = QCoreApplication::applicationDirPath() + u"/linnet-cli"_s;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        linnet::imports::ImportFile file(table, u"table.csv"_s, &linnet::table::vacancySchema());
        qint64 read = 0;
        for (linnet::imports::RecordPlace begin;;) {
            const linnet::imports::ImportPart part = file.read(begin, u"2026-11-29T10:00:00Z"_s);
            read += qint64(part.rows.size());
            begin = part.end;
            if (part.isLast || part.error.reason != linnet::Reason::None)
                break;
        }
        const double reading = double(timer.elapsed()) / 1000;
        const QString project = folder.filePath(u"t%1.linnet"_s.arg(round));
        const Cost ours = costOf(cli, {u"import"_s, project, table, u"--quiet"_s});
        const Cost peer = costOf(
            u"python3"_s, {QStringLiteral(LINNET_SOURCE_DIR) + u"/tests/bench/plain_table.py"_s, table});
        std::printf(
            "CSV %.0f MB: read as rows of the table %.0f rows/s; the whole import %.1f s (%.0f rows/s), "
            "%.0f MB; csv.DictReader alone %.0f rows/s, %.0f MB\n",
            double(QFile(table).size()) / 1e6, double(read) / reading, ours.seconds, rows / ours.seconds,
            ours.megabytes, rows / peer.seconds, peer.megabytes);
        QFile::remove(project);
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int records = argc > 1 ? QByteArray(argv[1]).toInt() : 300'000;
    const QTemporaryDir folder;
    const QString dump = folder.filePath(u"dump.json"_s);
    const qint64 bytes = writeDump(dump, records);
    std::printf("%d records, %.0f MB\n", records, double(bytes) / 1e6);
    const QString cli = QCoreApplication::applicationDirPath() + u"/linnet-cli"_s;
    for (int round = 0; round < 3; ++round) {
        const QString project = folder.filePath(u"p%1.linnet"_s.arg(round));
        const Cost ours = costOf(cli, {u"import"_s, project, dump, u"--quiet"_s});
        const Cost peer =
            costOf(u"python3"_s, {QStringLiteral(LINNET_SOURCE_DIR) + u"/tests/bench/plain_import.py"_s, dump,
                                  folder.filePath(u"out.csv"_s)});
        std::printf(
            "import %.1f s (%.0f rows/s), %.1f s of the processor, %.0f MB; script %.1f s, %.1f s, %.0f MB; "
            "time %.2f, memory %.2f of the script's\n",
            ours.seconds, records / ours.seconds, ours.cpu, ours.megabytes, peer.seconds, peer.cpu,
            peer.megabytes, ours.seconds / peer.seconds, ours.megabytes / peer.megabytes);
        QFile::remove(project);
    }
    benchTable(folder, records);
    return 0;
}
