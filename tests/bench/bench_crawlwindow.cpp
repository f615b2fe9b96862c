// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window cannot answer while a crawl of many addresses fills it: the practice server's large
// site, for the given seconds (60), with the table of pages, then that of links shown, then the links
// filtered and sorted anew every second, and the counts beside them going.
#include "gui/crawl/crawlpage.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "support/heartbeat.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 60;
    QProcess server;
    server.start(QCoreApplication::applicationDirPath() + u"/linnet-cli"_s, {u"practice"_s});
    if (!server.waitForReadyRead(30'000))
        return 1;
    const QString base = QString::fromUtf8(server.readLine().trimmed());
    {
        test::WindowRig rig;
        rig.window().workspace().newTask(u"crawl"_s);
        auto &page = *qobject_cast<gui::CrawlPage *>(rig.window().workspace().task(u"crawl"_s));
        gui::CrawlValues values = page.values();
        values.addresses = base + u"/big/0"_s;
        values.depth = 99;
        values.delay = std::chrono::milliseconds(0);
        page.setValues(values);
        test::Heartbeat heartbeat;
        const auto report = [&](const char *what) {
            std::printf("%-28s longest block of the GUI thread %5.1f ms, %d over 50 ms; %s\n", what,
                        heartbeat.longestMs(), heartbeat.over50Ms(), qPrintable(page.summary()));
            heartbeat.begin();
        };
        QTimer::singleShot(0, &app, [&] {
            heartbeat.begin();
            page.start();
        });
        QTimer::singleShot(seconds * 333, &app, [&] {
            report("pages shown:");
            page.results().showTable(table::linkSchema());
        });
        QTimer again;
        bool descending = false;
        QObject::connect(&again, &QTimer::timeout, &app, [&] {
            gui::ResultsView::State state = page.results().state();
            state.tables.insert(table::linkSchema().key,
                                {{{{u"element"_s, table::FilterOp::Equals, {u"a"_s}, false}}},
                                 {{u"parsed_url"_s, descending, {}}}});
            page.results().restore(state);
            descending = !descending;
        });
        QTimer::singleShot(seconds * 666, &app, [&] {
            report("links shown:");
            again.start(1000);
        });
        QTimer::singleShot(seconds * 1000, &app, [&] {
            report("links filtered and sorted:");
            QApplication::exit();
        });
        app.exec();
    }
    server.terminate();
    server.waitForFinished(5000);
    return 0;
}
