// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/crawlpage.h"
#include "gui/crawl/graphtab.h"
#include "gui/graph/graphcanvas.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultsview.h"

#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The drawn graph of a site in its looks.
class GraphPictures
{
public:
    using Shoot = std::function<void(QWidget &widget, const QString &name)>;

    /// site: another one than the practice server's, on this computer, when it is given.
    GraphPictures(gui::MainWindow &window, const QUrl &practice, const QString &site, Shoot shoot)
        : m_window(window)
        , m_site(site.isEmpty() ? practice.resolved(QUrl(u"/audit/"_s)).toString() : site)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        m_window.workspace().newTask(u"crawl"_s);
        m_page = qobject_cast<gui::CrawlPage *>(m_window.workspace().task(u"crawl"_s));
        gui::CrawlValues values = m_page->values();
        values.addresses = m_site;
        values.wholeSite = true;
        values.delay = {};
        m_page->setValues(values);
        m_page->start();
        if (!QTest::qWaitFor([this] { return !m_page->isUnderWay(); }, 180'000))
            qWarning("The crawl does not end");
        auto *tab = m_page->findChild<gui::GraphTab *>();
        m_page->results().showPage(tab);
        shoot(*tab, u"50-graph-folders"_s);
        models::GraphLook look = tab->look();
        look.grouping = analysis::Grouping::Clicks;
        shoot(*tab, u"51-graph-clicks"_s, look);
        look.grouping = analysis::Grouping::Pages;
        shoot(*tab, u"52-graph-pages"_s, look);
        look.colour = models::GraphLook::Colour::Folder;
        look.size = models::GraphLook::Size::Score;
        shoot(*tab, u"53-graph-score"_s, look);
        tab->canvas().zoom(4);
        shoot(*tab, u"54-graph-near"_s);
        look.layout = models::GraphLook::Layout::Clicks;
        look.colour = models::GraphLook::Colour::Clicks;
        shoot(*tab, u"55-graph-rings"_s, look);
        look.layout = models::GraphLook::Layout::Folders;
        look.colour = models::GraphLook::Colour::Folder;
        shoot(*tab, u"56-graph-tree"_s, look);
        // The page farthest from the start, and how it is reached.
        const auto &depths = tab->shown().crawl->depths;
        const auto farthest = std::ranges::max_element(depths) - depths.begin();
        tab->canvas().setChosen({quint32(farthest)});
        tab->findChild<QPushButton *>(u"wayToPage"_s)->click();
        if (!QTest::qWaitFor([&] { return !tab->canvas().way().empty(); }, 20'000))
            qWarning("no way to it");
        shoot(*tab, u"57-graph-way"_s);
    }

private:
    void shoot(gui::GraphTab &tab, const QString &name, std::optional<models::GraphLook> look = {})
    {
        if (look)
            tab.setLook(*look);
        const auto isThere = [&] {
            return tab.shown().picture && tab.shown().look == tab.look() && tab.canvas().isDrawn();
        };
        if (!QTest::qWaitFor(isThere, 60'000))
            qWarning("The graph is not drawn");
        m_shoot(m_window, name);
    }

    gui::MainWindow &m_window;
    QString m_site;
    Shoot m_shoot;
    gui::CrawlPage *m_page = nullptr;
};

} // namespace linnet::test
