// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/projectmenu.h"

#include "gui/navigator/navigatoractions.h"
#include "gui/project/owntablesdialog.h"
#include "gui/project/projectcare.h"
#include "gui/project/projectdialog.h"
#include "gui/readonlywords.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/widgets/actionregistry.h"
#include "table/joined/joinedschema.h"
#include "table/vacancyschema.h"

#include <QAction>
#include <QMainWindow>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ProjectMenu::ProjectMenu(const Services &services, const QList<TaskKind> &kinds, const models::RunList &runs,
                         ProjectActions &projects, Workspace &workspace, QMainWindow &window)
    : QObject(&window)
    , m_services(services)
    , m_kinds(kinds)
    , m_runs(runs)
    , m_projects(projects)
    , m_workspace(workspace)
    , m_window(window)
{
    provideActions();
    connect(&projects.care(), &ProjectCare::thinned, this, &ProjectMenu::showAgain);
}

// What is only read is not started: its key brings what others have written.
void ProjectMenu::showKeys()
{
    const bool reads = m_services.session.projectSlot().isReadOnly();
    const QKeySequence key(Qt::Key_F5);
    m_services.actions.action(u"run.start"_s)->setShortcut(reads ? QKeySequence() : key);
    m_services.actions.action(u"view.readAgain"_s)->setShortcut(reads ? key : QKeySequence());
}

void ProjectMenu::provideActions()
{
    session::ProjectSlot &slot = m_services.session.projectSlot();
    const auto isOpen = [&slot] { return slot.isOpen(); };
    const auto provide = [this](const QString &id, std::function<void()> run,
                                std::function<bool()> isEnabled) {
        m_services.actions.provide(id, &m_window, {std::move(run), std::move(isEnabled), {}});
    };
    provide(u"file.open"_s, [this] { m_projects.askOpen(); }, {});
    provide(u"help.sample"_s, [this] { m_projects.openSample(); }, {});
    provide(
        u"file.save"_s, [this] { m_projects.save(); }, isOpen);
    provide(
        u"file.saveAs"_s, [this] { m_projects.askSave(); }, isOpen);
    provide(
        u"file.close"_s, [this] { m_projects.close(); }, isOpen);
    provide(
        u"file.merge"_s, [this] { m_projects.askMerge(); }, isOpen);
    provide(
        u"file.project"_s, [this] { openDialog(); }, isOpen);
    provide(
        u"view.ownTables"_s, [this] { openOwnTables(); }, isOpen);
    provide(
        u"view.readAgain"_s, [&slot] { slot.readAgain(); }, [&slot] { return slot.isReadOnly(); });
    m_services.actions.guard(MainMenu::writingIds(), [&slot] { return whyReadOnly(slot); });
}

/// Of the rows in front; of vacancies, when they are such as no table can be joined to.
void ProjectMenu::openOwnTables()
{
    const ResultsPane *pane = m_workspace.task().results().pane();
    const bool isOfThese = pane && table::canBeJoined(pane->schema());
    auto *dialog = new OwnTablesDialog(m_services, isOfThese ? pane->schema().rows() : table::vacancySchema(),
                                       &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProjectMenu::openDialog()
{
    const ProjectRuns::Words words{[this](const store::RunInfo &run) { return m_workspace.runTitle(run); },
                                   [this](const store::RunInfo &run) {
                                       const auto kind = std::ranges::find(m_kinds, run.kind, &TaskKind::id);
                                       return kind == m_kinds.end() ? run.kind : kind->title;
                                   }};
    auto *dialog = new ProjectDialog(
        m_services, m_runs, words, m_projects.care(),
        [this](const QList<store::RunId> &runs) { return m_workspace.edits().removeRuns(runs); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProjectMenu::showAgain(const QList<store::RunId> &runs)
{
    for (const TaskKind &kind : std::as_const(m_kinds)) {
        RunPage *page = m_workspace.task(kind.id);
        const models::RunEntry *entry =
            page && runs.contains(page->run()) ? m_runs.run(page->run()) : nullptr;
        if (entry)
            page->showRun(*entry);
    }
}

} // namespace linnet::gui
