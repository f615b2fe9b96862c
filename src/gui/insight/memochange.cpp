// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/memochange.h"

#include "models/projectmemory.h"

namespace linnet::gui {

MemoChange::MemoChange(models::ProjectMemory &memory, const QString &text, const QString &key, QString after)
    : QUndoCommand(text)
    , m_memory(memory)
    , m_key(key)
    , m_before(memory.text(key))
    , m_after(std::move(after))
{
}

void MemoChange::redo()
{
    m_memory.set(m_key, m_after);
}

void MemoChange::undo()
{
    m_memory.set(m_key, m_before);
}

} // namespace linnet::gui
