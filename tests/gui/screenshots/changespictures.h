// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/changesview.h"
#include "gui/run/trendsview.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/vacancies/vacanciespage.h"
#include "jobs/requestspec.h"
#include "practice/server/practiceserver.h"
#include "session/session.h"
#include "table/vacancyschema.h"
#include "vacancies/search/searchspec.h"

#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The same search twice, of which the second finds what is different some days later: what changed, in its
/// tabs and in the table.
class ChangesPictures
{
public:
    using Shoot = std::function<void(QWidget &widget, const QString &name)>;

    ChangesPictures(gui::MainWindow &window, session::Session &session, Shoot shoot)
        : m_window(window)
        , m_session(session)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        (void)m_session.projectSlot().openNew();
        practice::PracticeServer before;
        practice::PracticeServer later({{u"later"_s, 0}});
        for (practice::PracticeServer *server : {&before, &later}) {
            QUrl base = server->start().value_or(QUrl());
            base.setPath(u"/api/v1"_s);
            vacancies::SearchSpec spec;
            spec.sources = {{u"trudvsem"_s, {}, base, {}}};
            spec.sources.front().query.pages = 0;
            spec.details = false;
            jobs::RequestSpec requests;
            requests.pace.delay = {};
            session::RunHandle *run = m_session.startVacancies(spec, requests);
            if (server == &later) {
                m_window.workspace().newTask(u"vacancies"_s);
                page().follow(run);
            }
            (void)QTest::qWaitFor([run] { return run->isOver(); }, 20'000);
        }
        QTest::qWait(2000);
        m_shoot(m_window, u"30-changes-told"_s);
        page().showChanges();
        QTest::qWait(2500);
        m_shoot(m_window, u"31-changes"_s);
        gui::ResultsPane &pane = page().changes().pane();
        pane.filter().keepOnly(0, {u"changed"_s});
        QTest::qWait(1000);
        pane.table()->setCurrentIndex(pane.model().index(2, 0));
        QTest::qWait(800);
        m_shoot(m_window, u"32-changed"_s);
        page().results().showTable(table::vacancySchema());
        gui::ResultsPane &all = *page().results().pane(table::vacancySchema());
        all.filter().keepOnly(*all.schema().indexOf(u"change"_s), {u"new"_s});
        QTest::qWait(1500);
        m_shoot(m_window, u"33-only-new"_s);
        page().results().showPage(&page().trends());
        QTest::qWait(3000);
        m_shoot(m_window, u"34-over-time"_s);
    }

private:
    gui::VacanciesPage &page()
    {
        return *qobject_cast<gui::VacanciesPage *>(m_window.workspace().task(u"vacancies"_s));
    }

    gui::MainWindow &m_window;
    session::Session &m_session;
    Shoot m_shoot;
};

} // namespace linnet::test
