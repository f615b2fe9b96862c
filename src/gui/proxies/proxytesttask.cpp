// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytesttask.h"

#include "gui/proxies/proxylists.h"
#include "gui/proxies/proxytestpage.h"
#include "session/runparams.h"
#include "table/proxyschema.h"

#include <QJsonArray>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunWords ProxyTestTask::words()
{
    RunWords words;
    words.start = tr("Test");
    words.startHint = tr("Tests every proxy of the list (F5)");
    words.startIcon = "proxies"_L1;
    words.rows = [](qint64 rows) { return tr("%Ln proxy(s)", nullptr, RunPresenter::plural(rows)); };
    words.runs = [](int runs) { return tr("%n test(s)", nullptr, runs); };
    words.beginning = tr("asking the judge without a proxy…");
    words.interrupted = tr("This test was interrupted: %1 are here, the rest was not tested yet.");
    words.cannotBegin = tr("The test cannot begin.");
    words.nothingFound = tr("There was nothing to test.");
    words.nothingRead = tr("No proxy could be tested");
    words.nothingYet = tr("Nothing tested yet");
    words.nothingYetHint =
        tr("Paste proxies above, one a line, or take them from a file, and press Test. Each one is asked "
           "to carry requests to a judge, which tells what it saw.");
    return words;
}

QList<ResultsTable> ProxyTestTask::tables()
{
    ResultsTable result;
    result.schema = &table::proxySchema();
    result.title = tr("Proxies");
    result.nothing = tr("No row passes.\nClear the filter to see all proxies.");
    return {result};
}

TaskKind ProxyTestTask::kind()
{
    TaskKind kind;
    kind.id = session::runkind::Proxies;
    kind.icon = "proxies"_L1;
    kind.title = tr("Proxies");
    kind.newText = tr("New proxy test");
    kind.cardTitle = kind.title;
    kind.cardText = tr("Which proxies of a list work, what servers see of you through them, and how quick "
                       "they are.");
    kind.schema = &table::proxySchema();
    kind.words = words();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto count = run.params[session::runparam::Check]["proxies"_L1].toArray().size();
        return count > 0 ? ProxyTestPresenter::title(int(count)) : tr("Lists of proxies %1").arg(run.id);
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new ProxyTestPage(services, parent);
    };
    kind.makeLists = [](const Services &services, RunPage &page, QWidget *parent) -> TaskLists * {
        return new ProxyLists(services, *qobject_cast<ProxyTestPage *>(&page), parent);
    };
    kind.listsText = tr("&Proxies");
    kind.listsKey = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    return kind;
}

} // namespace linnet::gui
