// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runhandle.h"

namespace linnet::session {

RunHandle::RunHandle(store::RunId run, QObject *parent)
    : QObject(parent)
{
    m_progress.run = run;
}

void RunHandle::update(const jobs::Progress &progress)
{
    m_progress = progress;
    Q_EMIT progressed(m_progress);
}

void RunHandle::end(const jobs::Progress &last)
{
    m_progress = last;
    Q_EMIT ended(m_progress);
}

} // namespace linnet::session
