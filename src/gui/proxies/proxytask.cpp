// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytask.h"

#include "gui/proxies/proxiespage.h"
#include "gui/proxies/proxylists.h"
#include "table/proxyschema.h"

#include <QJsonArray>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunWords proxyWords()
{
    RunWords words;
    words.start = ProxiesPage::tr("Test");
    words.startHint = ProxiesPage::tr("Tests every proxy of the list (F5)");
    words.startIcon = "proxies"_L1;
    words.rows = [](qint64 rows) {
        return ProxiesPage::tr("%Ln proxy(s)", nullptr, RunPresenter::plural(rows));
    };
    words.runs = [](int runs) { return ProxiesPage::tr("%n test(s)", nullptr, runs); };
    words.beginning = ProxiesPage::tr("asking the judge without a proxy…");
    words.interrupted =
        ProxiesPage::tr("This test was interrupted: %1 are here, the rest was not tested yet.");
    words.cannotBegin = ProxiesPage::tr("The test cannot begin.");
    words.nothingFound = ProxiesPage::tr("There was nothing to test.");
    words.nothingRead = ProxiesPage::tr("No proxy could be tested");
    words.nothingYet = ProxiesPage::tr("Nothing tested yet");
    words.nothingYetHint = ProxiesPage::tr(
        "Paste proxies above, one a line, or take them from a file, and press Test. Each one is asked "
        "to carry requests to a judge, which tells what it saw.");
    return words;
}

ResultsTable proxyTable()
{
    ResultsTable result;
    result.schema = &table::proxySchema();
    result.title = ProxiesPage::tr("Proxies");
    result.nothing = ProxiesPage::tr("No row passes.\nClear the filter to see all proxies.");
    return result;
}

TaskKind proxyTask()
{
    TaskKind kind;
    kind.id = u"proxies"_s;
    kind.icon = "proxies"_L1;
    kind.title = ProxiesPage::tr("Proxies");
    kind.newText = ProxiesPage::tr("New proxy test");
    kind.cardTitle = kind.title;
    kind.cardText =
        ProxiesPage::tr("Which proxies of a list work, what servers see of you through them, and how quick "
                        "they are.");
    kind.schema = &table::proxySchema();
    kind.words = proxyWords();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto count = run.params["check"_L1]["proxies"_L1].toArray().size();
        return count > 0 ? ProxiesPage::tr("%n proxy(s)", nullptr, int(count))
                         : ProxiesPage::tr("Lists of proxies %1").arg(run.id);
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new ProxiesPage(services, parent);
    };
    kind.makeLists = [](const Services &services, RunPage &page, QWidget *parent) -> TaskLists * {
        return new ProxyLists(services, *qobject_cast<ProxiesPage *>(&page), parent);
    };
    kind.listsText = ProxiesPage::tr("&Proxies");
    kind.listsKey = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    return kind;
}

} // namespace linnet::gui
