// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/taskedits.h"

#include "session/saved/taskid.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

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

QString nameKey(const store::RunInfo &run)
{
    return u"name/"_s + session::taskId(run.kind, run.params);
}

} // namespace

TaskEdits::TaskEdits(session::Session &session, models::RunList &runs, models::ProjectMemory &memory,
                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_runs(runs)
    , m_memory(memory)
{
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, &TaskEdits::removeForGood);
}

QString TaskEdits::name(const store::RunInfo &run) const
{
    return m_memory.text(nameKey(run));
}

void TaskEdits::rename(const store::RunInfo &run, const QString &name)
{
    const QString key = nameKey(run);
    const QString before = m_memory.text(key);
    const QString now = name.simplified();
    if (now == before)
        return;
    m_stack.push(new Edit(
        tr("Rename"), [this, key, now] { m_memory.set(key, now); },
        [this, key, before] { m_memory.set(key, before); }));
}

bool TaskEdits::remove(const QList<store::RunId> &runs, const QString &text)
{
    if (std::ranges::any_of(runs, [this](store::RunId run) { return m_runs.isUnderWay(run); }))
        return false;
    m_stack.push(new Edit(
        text, [this, runs] { m_runs.hide(runs, true); }, [this, runs] { m_runs.hide(runs, false); }));
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
