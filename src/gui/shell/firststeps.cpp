// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/firststeps.h"

#include "gui/appsettings.h"
#include "gui/help/tour.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/startpage.h"
#include "gui/shell/workspace.h"
#include "gui/table/exportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/actionregistry.h"
#include "practice/server/practicehost.h"
#include "session/session.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

FirstSteps::FirstSteps(const Services &services, Workspace &workspace, MainWindow &window)
    : QObject(&window)
    , m_services(services)
    , m_workspace(workspace)
    , m_window(window)
{
    services.actions.provide(u"help.tour"_s, &window, {[this] { start(); }, {}, {}});
}

void FirstSteps::startOnce()
{
    if (!setting::TourShown.read(m_services.settings))
        start();
}

void FirstSteps::stop()
{
    delete m_tour;
}

void FirstSteps::start()
{
    stop();
    setting::TourShown.write(m_services.settings, true);
    m_workspace.showStart();
    const auto underWay = [this] { return !m_services.session.runsUnderWay().isEmpty(); };
    m_tour = new Tour(
        {{[] { return tr("Choose what to collect"); },
          [] {
              return tr(
                  "Job ads, the links of a site, answers of addresses, or proxies. For a first try take "
                  "invented job ads: a server on this computer gives them, so no account and no "
                  "internet are needed. Next prepares that.");
          },
          [this] { return m_workspace.startPage().findChild<QWidget *>(u"startCards"_s); },
          [this] { return m_services.practice.isRunning() && m_workspace.task().isVisible(); },
          [this] { m_window.startPractice(); }},
         {[] { return tr("Start"); },
          [] {
              return tr("The form is filled already: nothing has to be typed. This button starts the search, "
                        "and later pauses it and goes on. Next presses it.");
          },
          [this] { return m_workspace.task().findChild<QWidget *>(u"mainButton"_s); }, underWay,
          [this, underWay] {
              if (!underWay())
                  m_workspace.task().start();
          }},
         {[] { return tr("Take the table away"); },
          [] {
              return tr("Rows come in while the search runs; they can be filtered and sorted at once. Export "
                        "writes them to a file for Excel. Wherever you are, F1 opens the help that fits.");
          },
          [this]() -> QWidget * { // of the table in front
              const ResultsPane *pane = m_workspace.task().results().pane();
              return pane ? pane->findChild<QWidget *>(u"exportButton"_s) : nullptr;
          },
          [this] { return m_window.findChild<ExportDialog *>() != nullptr; },
          {}}},
        m_window);
    connect(&m_workspace, &Workspace::moved, m_tour, &Tour::look);
    connect(&m_workspace, &Workspace::progressed, m_tour, &Tour::look);
    connect(&m_workspace, &Workspace::rowsShown, m_tour, &Tour::look);
}

} // namespace linnet::gui
