// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window cannot answer while a list of many proxies (100,000, or as many as given) is taken,
// switched off, made the user's own, removed, and all of it taken back.
#include "gui/proxies/proxyimportdialog.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/windowrig.h"
#include "session/runkinds.h"
#include "support/heartbeat.h"

#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTableView>

#include <cstdio>
#include <deque>
#include <functional>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Steps one after the other, each with time to do in the background what it left there.
class Steps : public QObject
{
public:
    void add(const char *name, std::function<void()> act) { m_steps.emplace_back(name, std::move(act)); }
    void go()
    {
        if (m_steps.empty())
            return QApplication::exit();
        const auto [name, act] = std::move(m_steps.front());
        m_steps.pop_front();
        m_heartbeat.begin();
        QTimer::singleShot(20ms, this, act);
        QTimer::singleShot(4s, this, [this, name] {
            std::printf("%-34s longest block of the GUI thread %6.1f ms, %d over 50 ms\n", name,
                        m_heartbeat.longestMs(), m_heartbeat.over50Ms());
            std::fflush(stdout);
            go();
        });
    }

private:
    std::deque<std::pair<const char *, std::function<void()>>> m_steps;
    test::Heartbeat m_heartbeat;
};

QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "me:s3cret@10." + QByteArray::number(i / 65'536) + '.' + QByteArray::number(i / 256 % 256) +
                '.' + QByteArray::number(i % 256) + ":8080\n";
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    test::WindowRig rig;
    gui::ProxyListsPage &page = rig.proxyLists();
    auto *table = page.findChild<QTableView *>(QStringLiteral("proxyTable"));
    QFile file(rig.path(u"list.txt"_s));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(lines(count));
    file.close();
    session::ProxyBook &book = rig.access().proxyBook();
    const auto all = [&] {
        QSet<QString> keys;
        for (const proxies::KeptProxy &kept : book.list(page.list())->proxies)
            keys.insert(kept.key);
        return keys;
    };
    QSet<QString> keys;
    Steps steps;
    steps.add("opened", [&] {
        rig.window().workspace().showLists(session::runkind::Proxies);
        page.actions().openFile(file.fileName());
    });
    steps.add("imported", [&] { page.findChild<gui::ProxyImportDialog *>()->accept(); });
    steps.add("all rows chosen", [&] { table->selectAll(); });
    steps.add("their keys asked for", [&] { keys = page.chosen(); });
    steps.add("nothing (the bench's own set)", [&] { keys = all(); });
    steps.add("all switched off", [&] { page.actions().switchOn(keys, false); });
    steps.add("taken back", [&] { page.actions().undo(); });
    steps.add("all my own", [&] { page.actions().setMine(keys, true); });
    steps.add("taken back", [&] { page.actions().undo(); });
    steps.add("one removed", [&] { page.actions().removeProxies({*keys.cbegin()}); });
    steps.add("taken back", [&] { page.actions().undo(); });
    steps.add("all removed", [&] { page.actions().removeProxies(keys); });
    steps.add("taken back", [&] { page.actions().undo(); });
    steps.add("sorted by address", [&] { table->sortByColumn(0, Qt::DescendingOrder); });
    QTimer::singleShot(0, &steps, &Steps::go);
    app.exec();
    return 0;
}
