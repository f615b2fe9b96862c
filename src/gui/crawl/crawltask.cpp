// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawltask.h"

#include "gui/crawl/crawlpage.h"
#include "gui/crawl/crawlpresenter.h"
#include "session/runparams.h"
#include "table/hreflangschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunWords CrawlTask::words()
{
    RunWords words;
    words.start = tr("Crawl");
    words.startHint = tr("Starts the crawl (F5)");
    words.startIcon = "links"_L1;
    words.rows = [](qint64 rows) { return tr("%Ln link(s)", nullptr, RunPresenter::plural(rows)); };
    words.runs = [](int runs) { return tr("%n crawl(s)", nullptr, runs); };
    words.beginning = tr("asking for the first page…");
    words.asked = tr("asked: %1 of %2 known so far");
    words.interrupted = tr("This crawl was interrupted: %1 are here, the rest was not asked yet.");
    words.failuresAreResults = true;
    words.cannotBegin = tr("The crawl cannot begin.");
    words.nothingFound = tr("No link was found. Under Is it complete? stands what became of each address.");
    words.nothingYet = tr("Nothing crawled yet");
    words.nothingYetHint =
        tr("Type the address of a site and press Crawl. Its pages and links appear here while they are "
           "read, with what is broken, doubled or missing counted beside them.");
    return words;
}

QList<ResultsTable> CrawlTask::tables()
{
    ResultsTable pages;
    pages.schema = &table::pageSchema();
    pages.title = tr("Pages");
    pages.nothing = tr("No address was asked.\nIs it complete? says why.");
    pages.openText = tr("Open the page");
    pages.facets = false;
    pages.news.condition = {u"change"_s, table::FilterOp::OneOf, {u"broken"_s}, false};
    pages.news.text = tr("Only new faults");
    pages.news.hint =
        tr("Show only the addresses that are broken and were not in the last complete run of this crawl.");
    ResultsTable links;
    links.schema = &table::linkSchema();
    links.title = tr("Links");
    links.nothing = tr("The pages that were read have no links.");
    links.openText = tr("Open the target");
    links.facets = false;
    ResultsTable versions;
    versions.schema = &table::hreflangSchema();
    versions.title = tr("Languages");
    versions.nothing = tr("No page names a version in another language.");
    versions.openText = tr("Open the version");
    versions.facets = false;
    versions.onlyWithRows = true;
    return {pages, links, versions};
}

TaskKind CrawlTask::kind()
{
    TaskKind kind;
    kind.id = session::runkind::Crawl;
    kind.icon = "links"_L1;
    kind.title = tr("Links");
    kind.newText = tr("New crawl");
    kind.newKey = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    kind.cardTitle = tr("Links of a site");
    kind.cardText = tr("Pages and the links between them: what is broken and where, what leads elsewhere, "
                       "what is doubled or missing, as tables and as a graph for other programs.");
    kind.schema = &table::linkSchema();
    kind.words = words();
    kind.runTitle = [](const store::RunInfo &run) {
        const auto spec = session::RunParams::crawl(run.params);
        return spec ? CrawlPresenter::title(*spec) : tr("Crawl %1").arg(run.id);
    };
    kind.makePage = [](const Services &services, QWidget *parent) -> RunPage * {
        return new CrawlPage(services, parent);
    };
    return kind;
}

} // namespace linnet::gui
