// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/taskedits.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace linnet::gui {

namespace {

class Edit : public QUndoCommand
{
public:
    Edit(const QString &text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text)
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

TaskEdits::TaskEdits(session::Session &session, models::RunList &runs, models::SavedSearches &searches,
                     QUndoStack &history, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_runs(runs)
    , m_searches(searches)
    , m_stack(history)
{
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, &TaskEdits::removeForGood);
}

TaskEdits::~TaskEdits()
{
    m_stack.clear();
}

void TaskEdits::rename(const store::RunInfo &run, const QString &name)
{
    rename(m_searches.ofOrNew(run), name);
}

void TaskEdits::rename(const session::SavedSearch &search, const QString &name)
{
    session::SavedSearch after = search;
    after.name = name.simplified();
    change(search, after, tr("Rename"));
}

void TaskEdits::change(const session::SavedSearch &before, const session::SavedSearch &after,
                       const QString &text)
{
    if (before == after || m_session.projectSlot().isReadOnly())
        return;
    m_stack.push(new Edit(
        text, [this, after] { m_searches.set(after); }, [this, before] { m_searches.set(before); }));
}

bool TaskEdits::remove(const QList<store::RunId> &runs, const QString &text,
                       const std::optional<session::SavedSearch> &search)
{
    if (m_session.projectSlot().isReadOnly() ||
        std::ranges::any_of(runs, [this](store::RunId run) { return m_runs.isUnderWay(run); }))
        return false;
    m_stack.push(new Edit(
        text,
        [this, runs, search] {
            m_runs.hide(runs, true);
            if (search)
                m_searches.remove(*search);
        },
        [this, runs, search] {
            m_runs.hide(runs, false);
            if (search)
                m_searches.set(*search);
        }));
    return true;
}

// The writer still takes what is posted now.
void TaskEdits::removeForGood()
{
    for (const store::RunId run : m_runs.hidden())
        m_session.project().writer().removeRun(run);
    m_stack.clear();
}

} // namespace linnet::gui
