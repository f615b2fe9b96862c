// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/navigator/taskedits.h"
#include "gui/services.h"
#include "models/navigatormodel.h"

#include <QObject>

class QPoint;

namespace linnet::gui {

class NavigatorPanel;

/// What can be done with the tasks and runs of the navigator: by its menu, by keys while the cursor is there,
/// and undone.
class NavigatorActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object; panel is its parent.
    NavigatorActions(const Services &services, NavigatorPanel &panel, models::NavigatorModel &model,
                     models::RunList &runs, models::SavedSearches &searches);

    TaskEdits &edits() { return m_edits; }
    /// Deletes them so that it can be undone; false, and nothing is done, while one of them is under way.
    bool removeRuns(const QList<store::RunId> &runs);

Q_SIGNALS:
    void removed(const QList<linnet::store::RunId> &runs);
    void duplicateWanted(linnet::store::RunId run);
    /// older 0 = the last time.
    void changesWanted(linnet::store::RunId older, linnet::store::RunId newer);
    void message(const QString &text);

private:
    void provide(const QString &id, void (NavigatorActions::*act)());
    void showMenu(const QPoint &global);
    QList<store::RunId> chosen() const;
    std::optional<session::SavedSearch> search() const; ///< of the task where the cursor stands
    void edit();
    void rename(store::RunId run, int searchNumber, const QString &name);
    void duplicate();
    void remove();
    QList<store::RunId> twoChosen() const;
    void showChanges();
    void compare();

    Services m_services;
    NavigatorPanel &m_panel;
    models::NavigatorModel &m_model;
    models::RunList &m_runs;
    models::SavedSearches &m_searches;
    TaskEdits m_edits;
};

} // namespace linnet::gui
