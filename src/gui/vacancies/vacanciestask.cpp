// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciestask.h"

#include "gui/run/runpresenter.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "session/runparams.h"
#include "table/leftoutschema.h"
#include "table/listingschema.h"
#include "table/vacancyschema.h"

#include <QLocale>

#include <memory>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using jobs::Progress;

QString VacanciesTask::remarks(const Progress &progress)
{
    QStringList parts;
    const QLocale locale;
    if (progress.found > progress.reachable && progress.reachable >= 0)
        parts << (progress.limited
                      ? tr("The sources have %1, of which this search reads %2, as you asked.")
                      : tr("The sources have %1, of which %2 can be read; under Is it complete? stands "
                           "where the others are."))
                     .arg(locale.toString(progress.found), locale.toString(progress.reachable));
    if (progress.filtered > 0)
        parts << tr("%Ln ad(s) left out: the source had matched them more loosely than you asked (words, "
                    "salary or date).",
                    nullptr, RunPresenter::plural(progress.filtered));
    if (progress.duplicates > 0)
        parts << tr("%Ln ad(s) came more than once and stand here once.", nullptr,
                    RunPresenter::plural(progress.duplicates));
    return parts.join(u' ');
}

RunWords VacanciesTask::words()
{
    RunWords words;
    words.start = tr("Search");
    words.startHint = tr("Starts the search (F5)");
    words.startIcon = "search"_L1;
    words.rows = [](qint64 rows) { return tr("%Ln vacancy(s)", nullptr, RunPresenter::plural(rows)); };
    words.runs = [](int runs) { return tr("%n search(es)", nullptr, runs); };
    words.beginning = tr("asking for the list…");
    words.captcha = tr("The source wants to see a person. Open the page, do what it asks, and the "
                       "search goes on by itself.");
    words.interrupted = tr("This search was interrupted: %1 are here, the rest was not asked yet.");
    words.cannotBegin = tr("The search cannot begin.");
    words.nothingFound = tr("Nothing was found. Fewer words, a larger region or a longer period find more.");
    words.nothingRead = tr("No vacancy could be read");
    words.nothingYet = tr("Nothing searched yet");
    words.nothingYetHint =
        tr("Type a position, choose regions if you like, and press Search. The rows appear here "
           "while they come; they can be filtered, sorted and exported at any time.");
    words.remarks = remarks;
    return words;
}

QList<ResultsTable> VacanciesTask::tables()
{
    ResultsTable result;
    result.schema = &table::vacancySchema();
    result.title = tr("Vacancies");
    result.nothing = tr("Nothing was found.\nTry fewer words, another place or a longer period.");
    result.textTitle = tr("Description");
    result.openText = tr("Open the ad");
    result.shortcut.condition = {u"repeat"_s, table::FilterOp::Equals, {true}, true};
    result.shortcut.text = tr("One row a job");
    result.shortcut.hint = tr("Show each job once: of ads that were published again, edited or come from "
                              "several sources, the newest that says most. Nothing is removed.");
    result.shortcut.counted = tr("%1 jobs, %2 ads each");
    result.news.condition = {u"change"_s, table::FilterOp::OneOf, {u"new"_s}, false};
    result.news.text = tr("Only what is new");
    result.news.hint = tr("Show only the ads that the last complete run of this search did not have.");
    ResultsTable leftOut = result;
    leftOut.schema = &table::leftOutSchema();
    leftOut.title = tr("Left out");
    leftOut.nothing = tr("Nothing was left out.");
    leftOut.onlyWithRows = true;
    leftOut.shortcut = {};
    leftOut.news = {};
    ResultsTable listings;
    listings.schema = &table::listingSchema();
    listings.title = tr("Is it complete?");
    listings.nothing =
        tr("No list was read. Each list of ads stands here with how many ads its source told and "
           "how many were read.");
    listings.facets = false;
    return {result, leftOut, listings};
}

TaskKind VacanciesTask::kind()
{
    TaskKind kind;
    kind.id = session::runkind::Vacancies;
    kind.icon = "vacancies"_L1;
    kind.title = tr("Vacancies");
    kind.newText = tr("New search");
    kind.newKey = QKeySequence(Qt::CTRL | Qt::Key_N);
    kind.cardTitle = kind.title;
    kind.cardText = tr("Job ads from Work in Russia, which needs no account, or from hh.ru with your own "
                       "access token: as a table to filter, and as a file that Excel opens correctly.");
    kind.schema = &table::vacancySchema();
    kind.words = words();
    kind.runTitle = [presenter =
                         std::make_shared<VacanciesPresenter>(dictionaryNames())](const store::RunInfo &run) {
        const auto search = session::RunParams::search(run.params);
        if (!search)
            return tr("Search %1").arg(run.id);
        const QString summary = presenter->summary(presenter->values(*search, {}));
        if (run.params.contains(session::runparam::Confirm))
            return tr("Are they gone? %1").arg(summary);
        return search->countOnly ? tr("How many: %1").arg(summary) : summary;
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new VacanciesPage(services, parent);
    };
    kind.practise = [](RunPage &page) { qobject_cast<VacanciesPage *>(&page)->preparePractice(); };
    return kind;
}

} // namespace linnet::gui
