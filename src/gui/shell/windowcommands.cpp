// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/windowcommands.h"

#include "base/inenglish.h"
#include "gui/appsettings.h"
#include "gui/commands/commandpopup.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/projectactions.h"
#include "gui/shell/windowdialogs.h"
#include "gui/shell/workspace.h"
#include "gui/widgets/actionregistry.h"
#include "vacancies/search/sources.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QPersistentModelIndex>
#include <QPointer>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::Command;
using models::NavigatorModel;
using Kind = NavigatorModel::Kind;

namespace {

constexpr qsizetype MostUsed = 30;
/// Runs have the same numbers in every project: what was used there is not remembered for another day.
constexpr auto OfProject = "place:"_L1;

/// A name in both languages, and what it names, in both.
template <typename Name, typename Where> Command named(const QString &id, Name name, Where where)
{
    Command result;
    result.id = id;
    result.text = name();
    result.where = where();
    const InEnglish speech;
    result.english = name();
    result.whereEnglish = where();
    return result;
}

/// The page of a kind of task, as it is.
void goToPage(Workspace &workspace, const QString &kind)
{
    const RunPage *page = workspace.task(kind);
    if (page && page->run() != 0)
        workspace.showRun(page->run()); // the pages beside it tell of this run then
    workspace.showTask(kind);
}

/// A task that was not run yet has no page; the user is led to where it stands.
void goTo(Workspace &workspace, const QModelIndex &place)
{
    const store::RunId run = place.data(NavigatorModel::RunRole).toLongLong();
    if (Kind(place.data(NavigatorModel::KindRole).toInt()) == Kind::List)
        workspace.showList(place.data(NavigatorModel::TaskRole).toString(),
                           place.data(NavigatorModel::ListRole).toString());
    else if (run != 0)
        workspace.showRun(run);
    else if (place.isValid())
        workspace.navigator().goTo(place);
}

} // namespace

WindowCommands::WindowCommands(const Services &services, const QList<TaskKind> &kinds,
                               const RecentProjects &recent, ProjectActions &projects, Workspace &workspace,
                               WindowDialogs &dialogs, QWidget &window)
    : QObject(&window)
    , m_services(services)
    , m_kinds(kinds)
    , m_recent(recent)
    , m_projects(projects)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_popup(new CommandPopup(&window))
    , m_used(setting::Commands.read(services.settings))
{
    m_used = m_used.first(std::min(m_used.size(), MostUsed)); // a file may say anything
    connect(m_popup, &CommandPopup::chosen, this, &WindowCommands::remember);
}

void WindowCommands::open()
{
    m_popup->open(all(), m_used);
}

void WindowCommands::remember(const QString &id)
{
    m_used.removeAll(id);
    m_used.prepend(id);
    m_used = m_used.first(std::min(m_used.size(), MostUsed));
    QStringList kept = m_used;
    kept.removeIf([](const QString &used) { return used.startsWith(OfProject); });
    setting::Commands.write(m_services.settings, kept);
}

std::vector<Command> WindowCommands::all() const
{
    Commands result;
    addTabs(result);
    addPages(result);
    addActions(result);
    addPlaces(result, {}, {});
    addProjects(result);
    addTerms(result);
    return result;
}

void WindowCommands::addActions(Commands &into) const
{
    const ActionRegistry &registry = m_services.actions;
    for (const QAction *action : registry.actions()) {
        const QString id = action->objectName();
        if (id == "view.commands"_L1)
            continue;
        Command command = named(
            u"action:"_s + id, [&] { return registry.said(action); }, [&] { return registry.group(action); });
        command.key = action->shortcut().toString(QKeySequence::NativeText);
        command.icon = registry.icon(action);
        command.isPossible = registry.canRun(id);
        command.why = registry.whyNot(id);
        command.run = [&actions = m_services.actions, id] { actions.run(id); };
        into.push_back(std::move(command));
    }
}

void WindowCommands::addPages(Commands &into) const
{
    for (const TaskKind &kind : m_kinds) {
        const auto title = [id = kind.id] {
            const QList<TaskKind> kinds = taskKinds();
            const auto found = std::ranges::find(kinds, id, &TaskKind::id);
            return found == kinds.end() ? QString() : found->title;
        };
        Command command = named(u"page:"_s + kind.id, title, [] { return tr("Page"); });
        command.icon = kind.icon;
        command.run = [&workspace = m_workspace, id = kind.id] { goToPage(workspace, id); };
        into.push_back(std::move(command));
    }
}

void WindowCommands::addTabs(Commands &into) const
{
    const QPointer<RunPage> page = &m_workspace.task();
    for (const ResultsView::TabName &tab : page->tabNames()) {
        Command command = named(
            OfProject + u"tab:"_s + tab.english, [&] { return tab.title; },
            [] { return tr("Tab of the open run"); });
        command.english = tab.english;
        command.run = [&workspace = m_workspace, page, tab] {
            if (!page || page != &workspace.task())
                return;
            workspace.showTask();
            page->results().goTo(tab);
        };
        into.push_back(std::move(command));
    }
}

/// Tasks, runs and lists of the navigator. task: what they belong to.
void WindowCommands::addPlaces(Commands &into, const QModelIndex &below, const QString &task) const
{
    const NavigatorModel &places = m_workspace.places();
    for (int row = 0; row < places.rowCount(below); ++row) {
        const QModelIndex place = places.index(row, 0, below);
        const auto kind = Kind(place.data(NavigatorModel::KindRole).toInt());
        const QString text = place.data().toString();
        const bool isSaved = place.data(NavigatorModel::SearchRole).toInt() != 0;
        const bool isOffer = place.data(NavigatorModel::ListRole).toString().isEmpty();
        // A task with one run stands for its run.
        if (kind == Kind::Folder || (kind == Kind::Task && places.rowCount(place) > 1))
            addPlaces(into, place, kind == Kind::Task ? text : QString());
        if (kind != Kind::Task && kind != Kind::Run && (kind != Kind::List || isOffer))
            continue;
        Command command = named(
            OfProject + text + task, [&] { return task.isEmpty() ? text : tr("%1: %2").arg(task, text); },
            [kind, isSaved] {
                return kind == Kind::Run    ? tr("Run")
                       : kind == Kind::List ? tr("List")
                       : isSaved            ? tr("Saved search")
                                            : tr("Newest run");
            });
        command.icon = place.data(NavigatorModel::IconRole).toString();
        command.run = [&workspace = m_workspace, at = QPersistentModelIndex(place)] { goTo(workspace, at); };
        into.push_back(std::move(command));
    }
}

void WindowCommands::addProjects(Commands &into) const
{
    for (const RecentProjects::Entry &entry : m_recent.entries()) {
        const QFileInfo file(entry.path);
        Command command = named(
            u"project:"_s + entry.path, [&] { return file.completeBaseName(); },
            [&] { return tr("Project in %1").arg(QDir::toNativeSeparators(file.path())); });
        command.icon = u"folder"_s;
        command.run = [&projects = m_projects, path = entry.path] { projects.open(path); };
        into.push_back(std::move(command));
    }
}

void WindowCommands::addTerms(Commands &into) const
{
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        Command command = named(
            u"terms:"_s + source->id(), [source] { return source->title(); },
            [] { return MainMenu::tr("&Terms of the sources").remove(u'&'); });
        command.icon = u"info"_s;
        command.run = [&dialogs = m_dialogs, source] { dialogs.openTerms(*source); };
        into.push_back(std::move(command));
    }
}

} // namespace linnet::gui
