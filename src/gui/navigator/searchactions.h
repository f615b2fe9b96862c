// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "models/navigatormodel.h"
#include "models/runstarter.h"
#include "models/savedsearches.h"

#include <QObject>

namespace linnet::gui {

class NavigatorPanel;
class TaskEdits;

/// As the navigator shows them.
QList<models::NavigatorModel::Kept> keptTasks(const std::vector<session::SavedSearch> &searches);

/// What can be done with a saved search, or a task that becomes one by that: run it again, say when it runs
/// by itself and where its files go, give it to a colleague, take one from a file.
class SearchActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object; panel is its parent.
    SearchActions(const Services &services, NavigatorPanel &panel, models::NavigatorModel &model,
                  models::RunList &runs, models::SavedSearches &searches, TaskEdits &edits);

    /// A new run of the saved search; last: its newest one, 0 = there is none.
    void run(const session::SavedSearch &search, store::RunId last, models::RunStarter::Then then);

Q_SIGNALS:
    /// A run was begun by hand, or could not be. shown: an earlier one of the same task, 0 = there is none.
    void begun(const linnet::session::SavedSearch &search, linnet::store::RunId shown,
               const linnet::Result<linnet::session::RunHandle *> &run);
    void message(const QString &text);
    void failed(const QString &what, const linnet::Error &error);

private:
    void provide(const QString &id, void (SearchActions::*act)());
    std::optional<session::SavedSearch> chosen() const; ///< where the cursor stands
    store::RunId newestRun() const;
    void runAgain();
    void openSettings();
    void give();
    void writeGiven(const session::SavedSearch &search, const QString &path);
    void take();
    void readTaken(const QString &path);
    void keepTaken(session::SavedSearch search);
    void writeFile(store::RunId run, const session::SavedSearch &search);

    Services m_services;
    NavigatorPanel &m_panel;
    models::NavigatorModel &m_model;
    models::RunList &m_runs;
    models::SavedSearches &m_searches;
    TaskEdits &m_edits;
    models::RunStarter m_starter;
    models::BackgroundTask<Result<QByteArray>> m_given;
    models::BackgroundTask<Result<QString>> m_files;
    QString m_givenPath;
};

} // namespace linnet::gui
