// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/navigatoractions.h"

#include "gui/shell/navigatorpanel.h"
#include "gui/widgets/actionregistry.h"

#include <QAction>
#include <QMenu>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

NavigatorActions::NavigatorActions(const Services &services, NavigatorPanel &panel,
                                   models::NavigatorModel &model, models::RunList &runs,
                                   models::ProjectMemory &memory)
    : QObject(&panel)
    , m_services(services)
    , m_panel(panel)
    , m_model(model)
    , m_runs(runs)
    , m_edits(services.session, runs, memory)
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
    connect(&stack, &QUndoStack::indexChanged, &actions, &ActionRegistry::refresh);
    connect(&panel, &NavigatorPanel::menuWanted, this, &NavigatorActions::showMenu);
    connect(&model, &models::NavigatorModel::renamed, this, [this](store::RunId run, const QString &name) {
        const models::RunEntry *entry = m_runs.run(run);
        const QString now = entry ? m_model.indexOfRun(run).parent().data().toString() : QString();
        if (entry && name.simplified() != now)
            m_edits.rename(entry->info, name);
    });
}

void NavigatorActions::provide(const QString &id, void (NavigatorActions::*act)())
{
    m_services.actions.provide(
        id, &m_panel,
        {[this, act] { (this->*act)(); }, [this] { return m_panel.hasCursor() && !chosen().isEmpty(); }, {}});
}

QList<store::RunId> NavigatorActions::chosen() const
{
    return m_model.runsAt(m_panel.current());
}

void NavigatorActions::showMenu(const QPoint &global)
{
    if (chosen().isEmpty())
        return;
    auto *menu = new QMenu(&m_panel);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &id : {u"task.rename"_s, u"task.duplicate"_s, u"task.remove"_s})
        menu->addAction(m_services.actions.action(id));
    menu->popup(global);
}

void NavigatorActions::edit()
{
    m_panel.editCurrent();
}

void NavigatorActions::duplicate()
{
    Q_EMIT duplicateWanted(chosen().first());
}

void NavigatorActions::remove()
{
    const QList<store::RunId> runs = chosen();
    const QString name = m_panel.current().data().toString();
    if (!m_edits.remove(runs, tr("Delete “%1”").arg(name))) {
        Q_EMIT message(tr("“%1” is under way. Finish it first, then delete it.").arg(name));
        return;
    }
    Q_EMIT removed(runs);
    Q_EMIT message(tr("“%1” is deleted. Undo brings it back until the project is closed.").arg(name));
}

} // namespace linnet::gui
