// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawltask.h"

#include "gui/crawl/crawlpresenter.h"
#include "gui/crawl/linkspage.h"
#include "session/runparams.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::CrawlTask)
};

} // namespace

RunWords crawlWords()
{
    RunWords words;
    words.start = Texts::tr("Crawl");
    words.startHint = Texts::tr("Starts the crawl (F5)");
    words.startIcon = "links"_L1;
    words.rows = [](qint64 rows) { return Texts::tr("%Ln link(s)", nullptr, RunPresenter::plural(rows)); };
    words.runs = [](int runs) { return Texts::tr("%n crawl(s)", nullptr, runs); };
    words.beginning = Texts::tr("asking for the first page…");
    words.asked = Texts::tr("asked: %1 of %2 known so far");
    words.interrupted = Texts::tr("This crawl was interrupted: %1 are here, the rest was not asked yet.");
    words.cannotBegin = Texts::tr("The crawl cannot begin.");
    words.nothingFound =
        Texts::tr("No link was found. Under Is it complete? stands what became of each address.");
    words.nothingYet = Texts::tr("Nothing crawled yet");
    words.nothingYetHint = Texts::tr(
        "Type the address of a site and press Crawl. Its pages and links appear here while they are "
        "read, with what is broken, doubled or missing counted beside them.");
    return words;
}

QList<ResultsTable> crawlTables()
{
    ResultsTable pages;
    pages.schema = &table::pageSchema();
    pages.title = Texts::tr("Pages");
    pages.nothing = Texts::tr("No address was asked.\nIs it complete? says why.");
    pages.openText = Texts::tr("Open the page");
    pages.facets = false;
    ResultsTable links;
    links.schema = &table::linkSchema();
    links.title = Texts::tr("Links");
    links.nothing = Texts::tr("The pages that were read have no links.");
    links.openText = Texts::tr("Open the target");
    links.facets = false;
    return {pages, links};
}

TaskKind crawlTask()
{
    TaskKind kind;
    kind.id = session::runkind::Crawl;
    kind.icon = "links"_L1;
    kind.title = Texts::tr("Links");
    kind.newText = Texts::tr("New crawl");
    kind.newKey = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    kind.cardTitle = Texts::tr("Links of a site");
    kind.cardText =
        Texts::tr("Pages and the links between them: what is broken and where, what leads elsewhere, "
                  "what is doubled or missing, as tables and as a graph for other programs.");
    kind.schema = &table::linkSchema();
    kind.words = crawlWords();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto spec = session::RunParams::crawl(run.params);
        return spec ? CrawlPresenter::title(*spec) : Texts::tr("Crawl %1").arg(run.id);
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new LinksPage(services, parent);
    };
    return kind;
}

} // namespace linnet::gui
