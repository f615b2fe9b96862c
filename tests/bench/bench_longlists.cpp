// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window cannot answer when a list of 100,000 addresses, one line in ten junk or a repetition,
// is pasted into the form of a check and of a crawl, when that is taken back or dropped as a file, when one
// more line is typed, when the run is started and finished, and when it is shown again.
#include "gui/checks/checkspage.h"
#include "gui/crawl/crawlpage.h"
#include "gui/windowrig.h"
#include "support/heartbeat.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

QString lines(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        if (i % 20 == 7)
            text += u"not an address %1\n"_s.arg(i);
        else if (i % 20 == 13)
            text += u"http://127.0.0.1:9/page/%1\n"_s.arg(i - 1);
        else
            text += u"http://127.0.0.1:9/page/%1\n"_s.arg(i);
    }
    return text;
}

/// Does something, then lets the window work until it has been idle for a second.
template <typename Action> void measure(const char *what, Action &&action)
{
    test::Heartbeat heartbeat;
    heartbeat.begin();
    action();
    QTest::qWait(3000);
    std::printf("%-40s longest block of the GUI thread %6.1f ms, %d over 50 ms\n", what,
                heartbeat.longestMs(), heartbeat.over50Ms());
}

void drop(QPlainTextEdit &editor, const QString &file)
{
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(editor.viewport(), &enter);
    QCoreApplication::sendEvent(editor.viewport(), &drop);
}

void tryForm(gui::Workspace &workspace, const QString &kind, const QString &file)
{
    workspace.newTask(kind);
    gui::RunPage &page = *workspace.task(kind);
    auto *editor = page.findChild<QPlainTextEdit *>();
    std::printf("%s\n", qPrintable(kind));
    measure("  an empty form", [] {});
    editor->setFocus();
    measure("  pasted", [&] { editor->paste(); });
    measure("  taken back", [&] { editor->undo(); });
    measure("  pasted again", [&] { editor->paste(); });
    measure("  one more line typed", [&] { QTest::keyClicks(editor, u"http://127.0.0.1:9/last"_s); });
    measure("  started", [&] { page.start(); });
    measure("  finished", [&] { page.finish(); });
    const store::RunId run = page.run();
    measure("  an empty form again", [&] { workspace.newTask(kind); });
    measure("  shown again", [&] { workspace.showRun(run); });
    workspace.newTask(kind);
    measure("  a file dropped", [&] { drop(*editor, file); });
    measure("  replaced by pasting", [&] {
        editor->selectAll();
        editor->paste();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    test::WindowRig rig;
    const QString list = lines(100'000);
    QGuiApplication::clipboard()->setText(list);
    QFile file(rig.path(u"list.txt"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(list.toUtf8()) < 0)
        return 1;
    file.close();
    for (const auto &kind : {u"checks"_s, u"crawl"_s})
        tryForm(rig.window().workspace(), kind, file.fileName());
    return 0;
}
