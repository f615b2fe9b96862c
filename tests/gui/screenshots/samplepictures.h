// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/crawl/crawlpage.h"
#include "gui/insight/insighttab.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "session/runkinds.h"
#include "session/session.h"

#include <QListWidget>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Pictures of every tab of every page of the sample project.
class SamplePictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;

    SamplePictures(gui::MainWindow &window, session::Session &session, Shoot shoot)
        : m_window(window)
        , m_session(session)
        , m_shoot(std::move(shoot))
    {
    }

    /// openIt: by the menu.
    void run(const std::function<void()> &openIt)
    {
        m_window.workspace().showStart();
        QTest::qWait(500);
        m_shoot(m_window, u"60-sample-start"_s);
        openIt();
        QTest::qWait(3000);
        m_shoot(m_window, u"60-sample-opened"_s);
        for (const auto kind : {session::runkind::Vacancies, session::runkind::Crawl,
                                session::runkind::Checks, session::runkind::Proxies})
            shootRun(kind);
        m_window.workspace().showActivity();
        gui::ActivityPage &activity = m_window.workspace().activity();
        QTest::qWait(1500);
        m_shoot(m_window, u"65-sample-requests"_s);
        activity.results().showPage(&activity.waterfall());
        QTest::qWait(1500);
        m_shoot(m_window, u"65-sample-waterfall"_s);
        m_window.workspace().showProblems();
        QTest::qWait(1500);
        m_shoot(m_window, u"66-sample-problems"_s);
    }

private:
    void shootRun(QLatin1StringView kind)
    {
        const auto reader = m_session.project().reader();
        const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
        store::RunId newest = 0;
        for (const store::RunInfo &run : runs.value_or(std::vector<store::RunInfo>()))
            newest = run.kind == kind ? std::max(newest, run.id) : newest;
        m_window.workspace().showRun(newest);
        gui::RunPage &page = *m_window.workspace().task(kind);
        QTest::qWait(2500);
        const QString name = u"61-sample-"_s + kind;
        m_shoot(m_window, name);
        for (const gui::ResultsView::TabName &tab : page.tabNames()) {
            page.results().goTo(tab);
            QTest::qWait(2500);
            if (page.results().pane())
                page.results().pane()->table()->selectRow(1);
            QTest::qWait(800);
            m_shoot(m_window, name + u"-%1"_s.arg(tab.tab));
        }
        if (page.insight())
            shootQuestions(*page.insight(), name);
    }

    void shootQuestions(gui::InsightTab &insight, const QString &name)
    {
        const auto &questions = insight.questions();
        m_window.workspace().task().results().showPage(&insight);
        for (int row = 0; row < questions.count(); ++row) {
            if (!questions.item(row)->flags().testFlag(Qt::ItemIsSelectable))
                continue;
            insight.questions().setCurrentRow(row);
            QTest::qWait(1200);
            m_shoot(insight, name + u"-question-%1"_s.arg(row));
        }
    }

    gui::MainWindow &m_window;
    session::Session &m_session;
    Shoot m_shoot;
};

} // namespace linnet::test
