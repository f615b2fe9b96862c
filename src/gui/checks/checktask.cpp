// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checktask.h"

#include "gui/checks/checkspage.h"
#include "session/runparams.h"
#include "table/checkschema.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunWords checkWords()
{
    RunWords words;
    words.start = ChecksPage::tr("Check");
    words.startHint = ChecksPage::tr("Asks every address of the list (F5)");
    words.startIcon = "check"_L1;
    words.rows = [](qint64 rows) {
        return ChecksPage::tr("%Ln result(s)", nullptr, RunPresenter::plural(rows));
    };
    words.runs = [](int runs) { return ChecksPage::tr("%n check(s)", nullptr, runs); };
    words.beginning = ChecksPage::tr("asking…");
    words.asked = ChecksPage::tr("asked: %1 of %2");
    words.interrupted =
        ChecksPage::tr("This check was interrupted: %1 are here, the rest was not asked yet.");
    words.cannotBegin = ChecksPage::tr("The check cannot begin.");
    words.nothingFound = ChecksPage::tr("There was nothing to ask.");
    words.nothingRead = ChecksPage::tr("No address could be asked");
    words.nothingYet = ChecksPage::tr("Nothing checked yet");
    words.nothingYetHint = ChecksPage::tr(
        "Paste addresses above, one a line, drop a file there, and press Check. The menu beside "
        "the button compares one by one with all at once, and watches a list.");
    return words;
}

ResultsTable checkTable()
{
    ResultsTable result;
    result.schema = &table::checkSchema();
    result.title = ChecksPage::tr("Results");
    result.nothing = ChecksPage::tr("No row passes.\nClear the filter to see all addresses.");
    result.textTitle = ChecksPage::tr("Text");
    result.openText = ChecksPage::tr("Open the page");
    result.facets = false;
    return result;
}

TaskKind checkTask()
{
    TaskKind kind;
    kind.id = session::runkind::Checks;
    kind.icon = "check"_L1;
    kind.title = ChecksPage::tr("Checks");
    kind.newText = ChecksPage::tr("New check");
    kind.cardTitle = kind.title;
    kind.cardText =
        ChecksPage::tr("Whether addresses answer, how fast, and what they say: from a list that you "
                       "paste or drop, all at once without waiting for the slow ones.");
    kind.schema = &table::checkSchema();
    kind.words = checkWords();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto spec = session::RunParams::check(run.params);
        const QString title =
            spec && !spec->title.isEmpty() ? spec->title : ChecksPage::tr("Check %1").arg(run.id);
        if (spec && spec->comparisons > 0)
            return ChecksPage::tr("%1 · comparison").arg(title);
        return spec && spec->watchMinutes > 0 ? ChecksPage::tr("%1 · watched").arg(title) : title;
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new ChecksPage(services, parent);
    };
    return kind;
}

} // namespace linnet::gui
