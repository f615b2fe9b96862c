// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/runlog.h"

#include "session/session.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logRuns, "linnet.runs")

} // namespace

RunLog::RunLog(session::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    const session::ProjectSlot &slot = session.projectSlot();
    connect(&slot, &session::ProjectSlot::opened, this, &RunLog::tellOpened);
    connect(&slot, &session::ProjectSlot::closed, this, [] { qCInfo(logRuns) << "project closed"; });
    connect(&session, &session::Session::runStarted, this, [this](session::RunHandle *run) {
        qCInfo(logRuns).noquote() << "run" << run->id() << "started";
        connect(run, &session::RunHandle::ended, this, &RunLog::tellEnd);
    });
    connect(&session, &session::Session::stalled, this, [](const Error &error) {
        qCWarning(logRuns).noquote() << "nothing can be stored:" << reasonCode(error.reason) << error.detail;
    });
    connect(&session, &session::Session::recovered, this,
            [] { qCInfo(logRuns) << "what waited was stored"; });
}

void RunLog::tellOpened() const
{
    const session::ProjectSlot &slot = m_session.projectSlot();
    qCInfo(logRuns).noquote() << "project opened," << QFileInfo(m_session.project().path()).size() << "bytes"
                              << (slot.isReadOnly()  ? "(read only)"
                                  : slot.isUnsaved() ? "(not saved yet)"
                                                     : "");
}

void RunLog::tellEnd(const jobs::Progress &last)
{
    QString why = last.state == store::RunState::Finished ? u"finished"_s : u"stopped"_s;
    if (!last.stoppedBy.isEmpty())
        why += u" by "_s + last.stoppedBy;
    if (last.error.reason != Reason::None)
        why += u", "_s + reasonCode(last.error.reason) +
               (last.error.status > 0 ? u" %1"_s.arg(last.error.status) : QString());
    if (!last.error.detail.isEmpty())
        why += u" ("_s + last.error.detail + u')';
    qCInfo(logRuns).noquote() << "run" << last.run << "ended:" << why + u';' << last.rows << "rows,"
                              << last.failed << "failed," << last.requests << "requests in"
                              << last.elapsedMs / 1000 << "s";
}

} // namespace linnet::gui
