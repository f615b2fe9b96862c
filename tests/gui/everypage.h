// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/activity/problemspage.h"
#include "gui/checks/checkspage.h"
#include "gui/checks/comparisonview.h"
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/graphtab.h"
#include "gui/crawl/wayview.h"
#include "gui/crawlsite.h"
#include "gui/graph/graphcanvas.h"
#include "gui/insight/insighttab.h"
#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytestpage.h"
#include "gui/run/changesview.h"
#include "gui/run/trendsview.h"
#include "gui/shell/startpage.h"
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "models/insight/insightquestion.h"
#include "practice/server/practiceserver.h"
#include "proxies/list/proxylistparser.h"
#include "session/runkinds.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/pageschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/searchspec.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QTest>

#include <algorithm>
#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Every page of the window with something to show, one after the other: forms unfolded, each table and view
/// of a search, a crawl, a check and a test of proxies, requests and problems.
class EveryPage
{
public:
    using Look = std::function<void(const QString &name, QWidget &window)>;

    /// look: called at each page. A project is opened in the rig.
    EveryPage(WindowRig &rig, Look look)
        : m_rig(rig)
        , m_look(std::move(look))
    {
    }

    void visit()
    {
        show(u"start page"_s);
        QVERIFY(m_rig.session().projectSlot().open(m_rig.path(u"p.linnet"_s)));
        visitForms();
        visitSearch();
        visitCrawl();
        visitChecks();
        visitProxies();
        visitRequests();
        m_rig.workspace().showStart();
        show(u"start page with a project"_s);
    }

    store::RunId search() const { return m_search; } ///< the later one
    store::RunId crawl() const { return m_crawl; }

private:
    void show(const QString &name)
    {
        for (int i = 0; i < 15; ++i) // layouts of layouts
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_look(name, m_rig.window());
    }

    gui::RunPage &task(const QString &kind) { return *m_rig.workspace().task(kind); }

    void visitForms()
    {
        for (const QString &kind : {u"vacancies"_s, u"crawl"_s, u"checks"_s, u"proxies"_s}) {
            m_rig.workspace().newTask(kind);
            show(u"form of "_s + kind);
            if (auto *more = task(kind).findChild<QAbstractButton *>(u"moreButton"_s)) {
                more->setChecked(true);
                show(u"whole form of "_s + kind);
                more->setChecked(false);
            }
        }
    }

    /// The same search twice, of which the second finds what is different some days later.
    void visitSearch()
    {
        m_rig.newSearch();
        for (practice::PracticeServer *server : {&m_before, &m_later}) {
            const auto root = server->start();
            QVERIFY(root.has_value());
            m_root = *root;
            QUrl base = *root;
            base.setPath(u"/api/v1"_s);
            vacancies::SearchSpec spec;
            spec.sources = {{u"trudvsem"_s, {}, base, {}}};
            spec.sources.front().query.pages = 0;
            spec.details = false;
            jobs::RequestSpec requests;
            requests.pace.delay = {};
            session::RunHandle *run = m_rig.session().startVacancies(spec, requests);
            m_rig.vacancies().follow(run);
            QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
            m_search = m_rig.vacancies().run();
        }
        gui::ResultsView &results = m_rig.vacancies().results();
        QTRY_VERIFY_WITH_TIMEOUT(results.shown() > 0, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_rig.vacancies().changes().hasChanges(), 60'000);
        show(u"ads"_s);
        results.showTable(table::listingSchema());
        show(u"lists of a search"_s);
        m_rig.vacancies().showChanges();
        QTRY_VERIFY_WITH_TIMEOUT(results.shown() > 0, 30'000);
        show(u"what changed"_s);
        results.showPage(&m_rig.vacancies().trends());
        show(u"over time"_s);
        visitInsight(results);
        results.showTable(table::vacancySchema());
    }

    void visitInsight(gui::ResultsView &results)
    {
        gui::InsightTab &tab = *m_rig.vacancies().insight();
        results.showPage(&tab);
        QTRY_VERIFY_WITH_TIMEOUT(!tab.figures().isEmpty(), 30'000);
        QListWidget &questions = tab.questions();
        for (int row = 0; row < questions.count(); ++row) {
            const bool isMap = questions.item(row)->text() == mapQuestion();
            if (row % 4 != 0 && !isMap) // each of another kind
                continue;
            questions.setCurrentRow(row);
            QTRY_VERIFY_WITH_TIMEOUT(!tab.figures().isEmpty(), 30'000);
            show(u"insight: "_s + questions.item(row)->text());
        }
    }

    static QString mapQuestion()
    {
        const auto all = models::InsightQuestion::of(table::vacancySchema());
        const auto map =
            std::ranges::find(all, models::InsightQuestion::Kind::Map, &models::InsightQuestion::kind);
        return map == all.end() ? QString() : map->text();
    }

    void visitCrawl()
    {
        m_crawl = CrawlSite::add(m_rig.session());
        auto &page = static_cast<gui::CrawlPage &>(task(u"crawl"_s));
        QTRY_VERIFY_WITH_TIMEOUT((m_rig.workspace().showRun(m_crawl), page.run() == m_crawl), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(page.overview().isKnown() && page.findings().isJudged(), 60'000);
        show(u"pages of a crawl"_s);
        page.chooseEntry(page.findings().entryOf(u"broken_4xx"_s));
        const auto isFound = [&page] { return !page.results().pane()->model().isBuilding(); };
        QTRY_VERIFY_WITH_TIMEOUT(isFound() && page.results().shown() == 1, 30'000);
        show(u"a finding"_s);
        page.results().showTable(table::linkSchema());
        show(u"links of a crawl"_s);
        page.results().showPage(page.findChild<gui::CompletenessView *>());
        show(u"completeness"_s);
        auto *graph = page.findChild<gui::GraphTab *>();
        page.results().showPage(graph);
        QTRY_VERIFY_WITH_TIMEOUT(graph->canvas().isDrawn(), 30'000);
        show(u"graph"_s);
        page.chooseEntry(0); // all pages again
        page.results().showPage(graph);
        QTRY_VERIFY_WITH_TIMEOUT(graph->shown().whole && graph->shown().whole->rows.size() > 3, 30'000);
        visitWay(*graph);
        page.results().showTable(table::pageSchema());
    }

    /// The graph of all pages, one of them chosen, with the list of clicks that lead to a page beside it.
    void visitWay(gui::GraphTab &graph)
    {
        models::GraphLook look = graph.look();
        look.grouping = analysis::Grouping::Pages;
        look.isChosen = true;
        graph.setLook(look);
        QTRY_VERIFY_WITH_TIMEOUT(
            graph.shown().picture && graph.shown().look == graph.look() && graph.canvas().isDrawn(), 30'000);
        graph.canvas().setChosen({0});
        auto *button = graph.findChild<QAbstractButton *>(u"wayToPage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);
        button->click();
        auto *way = graph.findChild<gui::WayView *>();
        QTRY_VERIFY_WITH_TIMEOUT(way->isVisible(), 30'000);
        show(u"no way in the graph"_s);
        way->setWay(graph.shown().whole, 1, {0, 1}); // the site does not say how far its pages are
        show(u"a way in the graph"_s);
        button->click();
    }

    void visitChecks()
    {
        auto &page = static_cast<gui::ChecksPage &>(task(u"checks"_s));
        m_rig.workspace().newTask(u"checks"_s);
        gui::ChecksValues values = page.values();
        values.delay = {};
        for (const QString &path : {u"/"_s, u"/status/404"_s, u"/status/503"_s, u"/vacancy/100000001"_s})
            values.text += m_root.resolved(QUrl(path)).toString() + u'\n';
        values.text += u"http://127.0.0.1:1/\nmailto:me@example.org"_s;
        page.setValues(values);
        show(u"check with remarks"_s);
        page.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(page.results().shown() > 0, 30'000);
        show(u"checked addresses"_s);
        const store::RunId checked = page.run();
        m_rig.workspace().showProblems();
        show(u"problems"_s);
        m_rig.workspace().newTask(u"checks"_s);
        page.preparePractice(m_root);
        page.compare(1);
        QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && page.run() != checked && !page.isUnderWay(), 60'000);
        show(u"comparison of ways to ask"_s);
    }

    void visitProxies()
    {
        auto &page = static_cast<gui::ProxyTestPage &>(task(u"proxies"_s));
        m_rig.workspace().newTask(u"proxies"_s);
        gui::ProxyTestValues values;
        values.text = u"127.0.0.1:1\nsocks5://127.0.0.1:2\n127.0.0.1:70000"_s;
        values.judge = m_root.toString() + u"/judge"_s;
        values.delay = {};
        page.testForm().setValues(values);
        page.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 60'000);
        show(u"tested proxies"_s);
        m_rig.workspace().showLists(session::runkind::Proxies);
        show(u"no lists of proxies"_s);
        proxies::KeptList list = session::ProxyBook::newList(u"⟦list⟧"_s);
        list.take({}, proxies::ProxyListParser::parse(u"10.0.0.1:80\nsocks5://10.0.0.2:1080"_s,
                                                      proxies::ProxyScheme::Http));
        m_rig.access().proxyBook().put(list);
        m_rig.workspace().showLists(session::runkind::Proxies);
        show(u"lists of proxies"_s);
    }

    void visitRequests()
    {
        m_rig.workspace().showRun(m_search);
        m_rig.workspace().showActivity();
        gui::ActivityPage &activity = m_rig.workspace().activity();
        QTRY_VERIFY_WITH_TIMEOUT(activity.results().shown() > 0, 30'000);
        show(u"requests"_s);
        activity.results().showPage(&activity.waterfall());
        show(u"waterfall"_s);
        activity.results().showTable(table::requestSchema());
    }

    WindowRig &m_rig;
    Look m_look;
    QUrl m_root; ///< of a server
    store::RunId m_search = 0;
    store::RunId m_crawl = 0;
    practice::PracticeServer m_before;
    practice::PracticeServer m_later{{{u"later"_s, 0}}};
};

} // namespace linnet::test
