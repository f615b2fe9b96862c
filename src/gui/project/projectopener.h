// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/backgroundtask.h"

#include <QObject>

class QWidget;

namespace linnet::session {
class Session;
}

namespace linnet::gui {

/// Opens a project as well as it can be opened: to write; to read, after a question, when another program has
/// it open; to read when it cannot be written where it is. Of a damaged one it offers the rescue.
class ProjectOpener : public QObject
{
    Q_OBJECT

public:
    /// session outlives the opener; window is the parent of its questions.
    ProjectOpener(session::Session &session, QWidget &window);

    /// Whether it is a project, as far as one can tell before it is opened, or none yet; else it is said what
    /// is wrong.
    bool check(const QString &path);
    /// Made when absent. Runs under way are stopped when it can be opened.
    void open(const QString &path);
    /// A new copy of the sample project, made beside the window. Runs under way are stopped then.
    void openSample();

Q_SIGNALS:
    void opened();
    void failed(const QString &what, const linnet::Error &error);
    void rescueWanted(const QString &path); ///< by the user

private:
    void openToRead(const QString &path, Reason why);
    void askToRead(const QString &path);
    void say(const QString &path, const Error &error);
    void sayOutdated(Reason why);
    void offerRescue(const QString &path, const Error &error);

    session::Session &m_session;
    QWidget &m_window;
    models::BackgroundTask<Result<QString>> m_sample;
};

} // namespace linnet::gui
