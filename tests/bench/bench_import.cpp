// SPDX-License-Identifier: GPL-3.0-or-later
// A dump of a whole market becomes rows: the whole command, with its comparison of the ads, against a script
// that holds the file in memory and writes a table. Time, processor, and the most memory each took.
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
    return 0;
}
