// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/scheduledruns.h"

#include "base/errortext.h"
#include "gui/navigator/searchactions.h"
#include "models/changeswords.h"
#include "session/session.h"

namespace linnet::gui {

ScheduledRuns::ScheduledRuns(session::Session &session, SearchActions &actions, const models::RunList &runs,
                             const models::SavedSearches &searches, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_searches(searches)
    , m_scheduler(runs, searches)
{
    connect(&m_scheduler, &models::Scheduler::due, this, &ScheduledRuns::begin);
    connect(&m_finder, &models::ChangesFinder::found, this,
            [this](const models::ChangesFinder::Found &found) {
                const Ended ended = m_ended.takeFirst();
                const QString rows = tr("The scheduled run has ended: %n row(s).", nullptr, int(ended.rows));
                const auto sentence = ended.onlyNew ? models::newsSentence : models::changesSentence;
                Q_EMIT told(ended.title, found.changes ? sentence(*found.changes) : rows);
                tellNews();
            });
    connect(&m_finder, &models::ChangesFinder::failed, this, [this](const Error &error) {
        Q_EMIT told(m_ended.takeFirst().title,
                    tr("What changed cannot be told: %1").arg(ErrorText::sentence(error)));
        tellNews();
    });
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_finder.stop();
        m_ended.clear();
    });
}

/// When what the run stored is there, and it is known which ads are one job.
void ScheduledRuns::tellNews()
{
    if (m_ended.isEmpty() || !m_session.hasProject())
        return;
    m_session.project().writer().flush(
        this, [this](const Result<void> &) { m_session.adGrouping().whenDone(this, [this] { compare(); }); });
}

void ScheduledRuns::compare()
{
    if (!m_ended.isEmpty() && m_session.hasProject())
        m_finder.compare(m_session.project().path(), 0, m_ended.first().run);
}

void ScheduledRuns::begin(int searchNumber, store::RunId last, int missed)
{
    const session::SavedSearch *search = m_searches.byNumber(searchNumber);
    if (!search || m_session.projectSlot().isReadOnly())
        return;
    const QString title = search->name;
    m_actions.run(
        *search, last,
        [this, title, missed, onlyNew = search->onlyNew](const Result<session::RunHandle *> &run) {
            if (run)
                follow(*run, {.title = title, .onlyNew = onlyNew}, missed);
            else
                Q_EMIT told(
                    title, tr("The scheduled run could not begin: %1").arg(ErrorText::sentence(run.error())));
        });
}

void ScheduledRuns::follow(session::RunHandle *run, const Ended &told, int missed)
{
    QString begun = tr("The scheduled run has begun.");
    if (missed > 0)
        begun += u' ' + tr("%n run(s) before it were missed; this one makes up for them.", nullptr, missed);
    Q_EMIT this->told(told.title, begun);
    connect(run, &session::RunHandle::ended, this, [this, told](const jobs::Progress &last) {
        if (last.error.reason != Reason::None) {
            Q_EMIT this->told(
                told.title, tr("The scheduled run has ended early: %1").arg(ErrorText::sentence(last.error)));
            return;
        }
        m_ended.append({last.run, told.title, last.rows, told.onlyNew});
        if (m_ended.size() == 1)
            tellNews();
    });
}

} // namespace linnet::gui
