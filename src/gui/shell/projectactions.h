// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/services.h"
#include "gui/shell/recentprojects.h"
#include "models/runlist.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace linnet::gui {

class ProjectCare;
class ProjectOpener;

/// Opens, saves and closes projects: asks for files, asks before a search is stopped, remembers what was
/// open, and says what went wrong.
class ProjectActions : public QObject
{
    Q_OBJECT

public:
    /// What people call a run.
    using RunTitle = std::function<QString(const store::RunInfo &)>;

    /// window is the parent of dialogs; recent and runs outlive this object.
    ProjectActions(const Services &services, RecentProjects &recent, const models::RunList &runs,
                   RunTitle runTitle, QWidget &window);

    void askOpen();
    void open(const QString &path); ///< says so when there is no such file
    void openOrMake(const QString &path);
    void openSample(); ///< as it came with the program
    void save();       ///< asks for a file while there is none
    void askSave();
    void close();
    /// Asks for a project whose runs go with those of the open one into a new one, which is opened.
    void askMerge();
    void merge(const QString &other, const QString &path);
    ProjectCare &care() { return *m_care; }
    /// Calls `then` at once, or after the user agreed to stop what runs.
    /// `stop`: on the button that does so; "" = "Stop the run".
    void whenNothingRuns(const QString &question, std::function<void()> then, const QString &stop = {});
    void fillRecentMenu(QMenu &menu);
    void showError(const QString &what, const Error &error);

    /// "Unsaved project", or the file's name; whether it is only read.
    QString title() const;

Q_SIGNALS:
    void changed(); ///< another project, another name, or none
    void message(const QString &text);

private:
    void saveAs(const QString &path);
    void askMergeTarget(const QString &other);
    void onMerged(const Result<qint64> &added, const QString &path);
    QString proposedName() const;
    void remember();
    QString folder() const;
    void rememberFolder(const QString &path);

    Services m_services;
    RecentProjects &m_recent;
    const models::RunList &m_runs;
    RunTitle m_runTitle;
    QWidget &m_window;
    ProjectOpener *m_opener;
    ProjectCare *m_care;
};

} // namespace linnet::gui
