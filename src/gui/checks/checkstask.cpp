// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checkstask.h"

#include "gui/checks/checkspage.h"
#include "session/runparams.h"
#include "table/checkschema.h"

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

// A line that is no address is work that fails, and has no row.
QString ChecksTask::failures(const jobs::Progress &progress)
{
    const qint64 lines = std::clamp<qint64>(progress.unitsDone - progress.rows, 0, progress.failed);
    QStringList parts;
    if (const qint64 failed = progress.failed - lines; failed > 0)
        parts << tr("%Ln address(es) failed, see Problems.", nullptr, RunPresenter::plural(failed));
    if (lines > 0)
        parts << tr("%Ln line(s) are no addresses, see Problems.", nullptr, RunPresenter::plural(lines));
    return parts.join(u' ');
}

RunWords ChecksTask::words()
{
    RunWords words;
    words.start = tr("Check");
    words.startHint = tr("Asks every address of the list (F5)");
    words.startIcon = "check"_L1;
    words.rows = [](qint64 rows) { return tr("%Ln result(s)", nullptr, RunPresenter::plural(rows)); };
    words.runs = [](int runs) { return tr("%n check(s)", nullptr, runs); };
    words.beginning = tr("asking…");
    words.asked = tr("asked: %1 of %2");
    words.interrupted = tr("This check was interrupted: %1 are here, the rest was not asked yet.");
    words.cannotBegin = tr("The check cannot begin.");
    words.nothingFound = tr("There was nothing to ask.");
    words.nothingRead = tr("No address could be asked");
    words.failures = failures;
    words.nothingYet = tr("Nothing checked yet");
    words.nothingYetHint =
        tr("Paste addresses above, one a line, drop a file there, and press Check. The menu beside "
           "the button compares one by one with all at once, and watches a list.");
    return words;
}

QList<ResultsTable> ChecksTask::tables()
{
    ResultsTable result;
    result.schema = &table::checkSchema();
    result.title = tr("Results");
    result.nothing = tr("No row passes.\nClear the filter to see all addresses.");
    result.textTitle = tr("Text");
    result.openText = tr("Open the page");
    result.facets = false;
    return {result};
}

TaskKind ChecksTask::kind()
{
    TaskKind kind;
    kind.id = session::runkind::Checks;
    kind.icon = "check"_L1;
    kind.title = tr("Checks");
    kind.newText = tr("New check");
    kind.cardTitle = kind.title;
    kind.cardText = tr("Whether addresses answer, how fast, and what they say: from a list that you "
                       "paste or drop, all at once without waiting for the slow ones.");
    kind.schema = &table::checkSchema();
    kind.words = words();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto spec = session::RunParams::check(run.params);
        const QString title = spec && !spec->title.isEmpty() ? spec->title : tr("Check %1").arg(run.id);
        if (spec && spec->comparisons > 0)
            return tr("%1 · comparison").arg(title);
        return spec && spec->watchMinutes > 0 ? tr("%1 · watched").arg(title) : title;
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new ChecksPage(services, parent);
    };
    return kind;
}

} // namespace linnet::gui
