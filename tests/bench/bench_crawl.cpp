// SPDX-License-Identifier: GPL-3.0-or-later
// Two documentation sites on a loopback nginx, crawled whole, stored and written as CSV, against a plain
// aiohttp crawler and Scrapy, which write theirs, and wget2 (which keeps the files) in the same run; whole
// processes, the best of some rounds. Then how fast the links of the stored site are written again, against
// Python's csv module with the same rows in memory. Then what a crawl of many addresses takes of memory, on
// the practice server's large site.
#include "practice/server/practiceserver.h"
#include "support/nginxserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/resource.h>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Rounds = 3;

struct Peer
{
    const char *name;
    QString program;
    QStringList arguments; ///< START, OUT and DIR are replaced
    int rounds;
    int tellsMissing; ///< how it ends when a page is missing, as one of each site is
};

/// The best time in seconds; negative when it could not run.
double best(const Peer &peer, const QString &start)
{
    double result = -1;
    for (int round = 0; round < peer.rounds; ++round) {
        const QTemporaryDir folder;
        QStringList arguments = peer.arguments;
        arguments.replaceInStrings(u"START"_s, start);
        arguments.replaceInStrings(u"OUT"_s, folder.filePath(u"out"_s));
        arguments.replaceInStrings(u"DIR"_s, folder.path());
        QProcess process;
        process.setWorkingDirectory(folder.path());
        QElapsedTimer time;
        time.start();
        process.start(peer.program, arguments);
        if (!process.waitForFinished(300'000))
            return -1;
        const double seconds = double(time.nsecsElapsed()) / 1e9;
        if (process.exitStatus() != QProcess::NormalExit ||
            (process.exitCode() != 0 && process.exitCode() != peer.tellsMissing)) {
            std::printf("  %s: %s\n", peer.name, process.readAllStandardError().constData());
            return -1;
        }
        result = result < 0 ? seconds : std::min(result, seconds);
    }
    return result;
}

struct Spent
{
    double seconds = -1; ///< negative: it failed
    double processor = 0;
};

/// What a program took. A request that failed, as one does on each site, is no failure.
Spent spentBy(const QString &program, const QStringList &arguments)
{
    const auto used = [] {
        rusage all{};
        getrusage(RUSAGE_CHILDREN, &all);
        return double(all.ru_utime.tv_sec + all.ru_stime.tv_sec) +
               double(all.ru_utime.tv_usec + all.ru_stime.tv_usec) / 1e6;
    };
    const double before = used();
    QElapsedTimer time;
    time.start();
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() > 1)
        return {};
    return {double(time.nsecsElapsed()) / 1e9, used() - before};
}

/// The links of the site again, all columns and two, from the stored project.
void exportAgain(const QUrl &start)
{
    const QTemporaryDir folder;
    const auto path = [&folder](const QString &name) { return folder.filePath(name); };
    const QString cli = QCoreApplication::applicationDirPath() + u"/linnet-cli"_s;
    const QString script = QStringLiteral(LINNET_SOURCE_DIR "/tests/bench/plain_links.py");
    if (spentBy(cli, {u"crawl"_s, start.toString(), u"--depth"_s, u"99"_s, u"-d"_s, u"0"_s, u"--proxy"_s,
                      u"none"_s, u"--quiet"_s, u"--project"_s, path(u"site.linnet"_s), u"--links"_s,
                      path(u"first.csv"_s)})
            .seconds < 0)
        return;
    for (const QString &columns : {QString(), u"source_url,parsed_url"_s}) {
        std::vector<Spent> own;
        std::vector<Spent> python;
        for (int round = 0; round < 5; ++round) {
            QStringList arguments{u"export"_s, path(u"site.linnet"_s), u"--table"_s, u"links"_s,
                                  u"-o"_s,     path(u"again.csv"_s)};
            if (!columns.isEmpty())
                arguments += {u"--columns"_s, columns};
            own.push_back(spentBy(cli, arguments));
            QProcess peer;
            peer.start(u"/usr/bin/python3"_s, {script, path(u"again.csv"_s), path(u"plain.csv"_s)});
            peer.waitForFinished(300'000);
            const QByteArrayList told = peer.readAllStandardOutput().trimmed().split(' ');
            python.push_back({told.first().toDouble(), told.last().toDouble()});
        }
        std::ranges::sort(own, {}, &Spent::seconds);
        std::ranges::sort(python, {}, &Spent::seconds);
        std::printf(
            "  links again, %s: %.2f s; Python's csv with the rows in memory %.2f s, %.1f times; of the "
            "processor %.2f and %.2f s\n",
            columns.isEmpty() ? "all columns" : qPrintable(columns), own[2].seconds, python[2].seconds,
            python[2].seconds / own[2].seconds, own[2].processor, python[2].processor);
    }
}

void compare(const char *name, const QString &root)
{
    const QString scripts = QStringLiteral(LINNET_SOURCE_DIR) + u"/tests/bench/"_s;
    const QString python = u"/usr/bin/python3"_s;
    const QList<Peer> peers{
        {"Linnet",
         QCoreApplication::applicationDirPath() + u"/linnet-cli"_s,
         {u"crawl"_s, u"START"_s, u"--depth"_s, u"99"_s, u"-d"_s, u"0"_s, u"--proxy"_s, u"none"_s,
          u"--quiet"_s, u"--project"_s, u"OUT.linnet"_s, u"--summary"_s, u"OUT.json"_s, u"--links"_s,
          u"OUT-links.csv"_s, u"--pages"_s, u"OUT-pages.csv"_s},
         Rounds,
         1},
        {"aiohttp", python, {scripts + u"aiohttp_crawler.py"_s, u"START"_s, u"OUT.csv"_s}, Rounds, 0},
        {"wget2",
         QStandardPaths::findExecutable(u"wget2"_s),
         {u"-q"_s, u"-r"_s, u"-l"_s, u"99"_s, u"--max-threads=6"_s, u"--http2=off"_s, u"-P"_s, u"DIR"_s,
          u"START"_s},
         Rounds,
         8},
        {"Scrapy", python, {scripts + u"scrapy_crawler.py"_s, u"START"_s, u"OUT.csv"_s}, 1, 0},
    };
    test::NginxServer server;
    if (!QFileInfo::exists(root + u"/index.html"_s) ||
        !server.start("location ~ . { root " + root.toUtf8() + "; }")) {
        std::printf("%s: %s is not installed, or no nginx\n", name, qPrintable(root));
        return;
    }
    const QString start = server.url().resolved(QUrl(u"/index.html"_s)).toString();
    std::printf("%s\n", name);
    double own = 0;
    for (const Peer &peer : peers) {
        const double seconds = peer.program.isEmpty() ? -1 : best(peer, start);
        if (seconds < 0) {
            std::printf("  %-8s could not run\n", peer.name);
            continue;
        }
        own = own > 0 ? own : seconds;
        std::printf("  %-8s %7.2f s, %5.1f times Linnet's\n", peer.name, seconds, seconds / own);
    }
    exportAgain(QUrl(start));
}

qint64 peakKilobytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong();
    }
    return 0;
}

void many()
{
    practice::PracticeServer server;
    const auto base = server.start();
    if (!base)
        return;
    const QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    QElapsedTimer time;
    time.start();
    process.start(QCoreApplication::applicationDirPath() + u"/linnet-cli"_s,
                  {u"crawl"_s, base->toString() + u"/big/0"_s, u"--depth"_s, u"99"_s, u"-d"_s, u"0"_s,
                   u"--proxy"_s, u"none"_s, u"--quiet"_s, u"--project"_s, u"big.linnet"_s, u"--summary"_s,
                   u"-"_s});
    qint64 peak = 0;
    while (!process.waitForFinished(200) && process.state() == QProcess::Running)
        peak = std::max(peak, peakKilobytes(process.processId()));
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    std::printf("the large practice site: %.0f s, peak memory %.0f MB, project %.0f MB\n%s\n", seconds,
                double(peak) / 1024, double(QFileInfo(folder.filePath(u"big.linnet"_s)).size()) / 1e6,
                process.readAllStandardOutput().constData());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // the rounds take long
    const bool isMany = argc > 1 && QByteArray(argv[1]) == "many";
    if (!isMany) {
        compare("1,169 small pages (postgresql-doc-15)", u"/usr/share/doc/postgresql-doc-15/html"_s);
        compare("526 large pages (python3.11-doc)", u"/usr/share/doc/python3.11/html"_s);
    }
    if (isMany || argc == 1)
        many();
    return 0;
}
