// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/navigatoractions.h"

#include "gui/navigator/navigatorpanel.h"
#include "gui/widgets/actionregistry.h"

#include <QAction>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

NavigatorActions::NavigatorActions(const Services &services, NavigatorPanel &panel,
                                   models::NavigatorModel &model, models::RunList &runs,
                                   models::SavedSearches &searches)
    : QObject(&panel)
    , m_services(services)
    , m_panel(panel)
    , m_model(model)
    , m_runs(runs)
    , m_searches(searches)
    , m_edits(services.session, runs, searches, services.actions.history())
{
    ActionRegistry &actions = services.actions;
    QUndoStack &stack = m_edits.stack();
    // Undone from everywhere, so the window is who does it.
    actions.provide(u"edit.undo"_s, panel.window(),
                    {[&stack] { stack.undo(); }, [&stack] { return stack.canUndo(); }, {}});
    actions.provide(u"edit.redo"_s, panel.window(),
                    {[&stack] { stack.redo(); }, [&stack] { return stack.canRedo(); }, {}});
    provide(u"task.rename"_s, &NavigatorActions::edit);
    provide(u"task.duplicate"_s, &NavigatorActions::duplicate);
    provide(u"task.remove"_s, &NavigatorActions::remove);
    provide(u"task.changes"_s, &NavigatorActions::showChanges);
    actions.provide(
        u"task.compare"_s, &panel,
        {[this] { compare(); }, [this] { return m_panel.hasCursor() && twoChosen().size() == 2; }, {}});
    connect(&panel, &NavigatorPanel::menuWanted, this, &NavigatorActions::showMenu);
    connect(&model, &models::NavigatorModel::renamed, this, &NavigatorActions::rename);
}

void NavigatorActions::provide(const QString &id, void (NavigatorActions::*act)())
{
    m_services.actions.provide(id, &m_panel,
                               {[this, act] { (this->*act)(); },
                                [this] { return m_panel.hasCursor() && (!chosen().isEmpty() || search()); },
                                {}});
}

std::optional<session::SavedSearch> NavigatorActions::search() const
{
    const QModelIndex index = m_panel.current();
    const auto *saved = m_searches.byNumber(index.data(models::NavigatorModel::SearchRole).toInt());
    return saved ? std::optional(*saved) : std::nullopt;
}

QList<store::RunId> NavigatorActions::chosen() const
{
    return m_model.runsAt(m_panel.current());
}

void NavigatorActions::showMenu(const QPoint &global)
{
    if (chosen().isEmpty() && !search())
        return;
    auto *menu = new QMenu(&m_panel);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // they say why something cannot be done
    m_services.actions.refresh();
    for (const QString &id :
         {u"task.runAgain"_s, u"task.changes"_s, u"task.compare"_s, u"task.settings"_s, u""_s,
          u"task.rename"_s, u"task.duplicate"_s, u"task.give"_s, u""_s, u"task.remove"_s}) {
        if (id.isEmpty())
            menu->addSeparator();
        else
            menu->addAction(m_services.actions.action(id));
    }
    menu->popup(global);
}

void NavigatorActions::edit()
{
    m_panel.editCurrent();
}

void NavigatorActions::rename(store::RunId run, int searchNumber, const QString &name)
{
    const models::RunEntry *entry = m_runs.run(run);
    const session::SavedSearch *saved = m_searches.byNumber(searchNumber);
    if (name.simplified() == m_panel.current().data().toString())
        return; // what the task calls itself is no name
    if (entry)
        m_edits.rename(entry->info, name);
    else if (saved && !name.simplified().isEmpty())
        m_edits.rename(*saved, name);
}

void NavigatorActions::duplicate()
{
    if (!chosen().isEmpty())
        Q_EMIT duplicateWanted(chosen().first());
}

void NavigatorActions::showChanges()
{
    if (!chosen().isEmpty())
        Q_EMIT changesWanted(0, chosen().first());
}

/// The runs that are selected, by number, when these are two of one kind.
QList<store::RunId> NavigatorActions::twoChosen() const
{
    QList<store::RunId> runs;
    QSet<QString> kinds;
    for (const QModelIndex &index : m_panel.selected()) {
        const QList<store::RunId> here = m_model.runsAt(index);
        if (here.isEmpty())
            continue;
        runs.append(here.first());
        kinds.insert(index.data(models::NavigatorModel::TaskRole).toString());
    }
    std::ranges::sort(runs);
    return kinds.size() == 1 ? runs : QList<store::RunId>();
}

void NavigatorActions::compare()
{
    const QList<store::RunId> runs = twoChosen();
    if (runs.size() == 2)
        Q_EMIT changesWanted(runs[0], runs[1]);
}

bool NavigatorActions::removeRuns(const QList<store::RunId> &runs)
{
    if (!m_edits.remove(runs, tr("Delete %n run(s)", nullptr, int(runs.size()))))
        return false;
    Q_EMIT removed(runs);
    return true;
}

void NavigatorActions::remove()
{
    const QList<store::RunId> runs = chosen();
    const QString name = m_panel.current().data().toString();
    if (!m_edits.remove(runs, tr("Delete “%1”").arg(name), search())) {
        Q_EMIT message(tr("“%1” is under way. Finish it first, then delete it.").arg(name));
        return;
    }
    Q_EMIT removed(runs);
    Q_EMIT message(tr("“%1” is deleted. Undo brings it back until the project is closed.").arg(name));
}

} // namespace linnet::gui
