// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/projectopener.h"
#include "models/runlist.h"

#include <QObject>

namespace linnet::gui {

/// Looks after a project: keeps older runs as counts only, gives room back, looks for damage, rescues. What
/// cannot be undone is asked before; what takes long is done beside the window, with the project closed where
/// it has to be.
class ProjectCare : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object. In each call `over` is what the questions stand over.
    ProjectCare(session::Session &session, const models::RunList &runs, ProjectOpener &opener,
                QWidget &window);

    /// Of the open project: of each search all but its last `keep` runs.
    void askThin(int keep, QWidget &over);
    void askCompact(QWidget &over); ///< the open project, while nothing runs
    void check(QWidget &over);      ///< the open project
    /// Of any project; where to is asked. The open one is closed, and the new one is opened.
    void askRescue(const QString &from, QWidget &over);
    void rescue(const QString &from, const QString &to, QWidget &over);

    /// Why the open project cannot be closed and written; "" = it can.
    QString whyNotClosed() const;

Q_SIGNALS:
    void told(const QString &text, bool isDamaged);
    void thinned(const QList<linnet::store::RunId> &runs); ///< their rows are gone
    void failed(const QString &what, const linnet::Error &error);
    /// A project that was closed for its care is open again, or another one, or none can be opened.
    void ended();

private:
    void thin(const QList<store::RunId> &runs);
    void compact(QWidget &over);

    session::Session &m_session;
    const models::RunList &m_runs;
    ProjectOpener &m_opener;
    QWidget &m_window;
};

} // namespace linnet::gui
