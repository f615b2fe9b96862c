// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "gui/shell/taskedits.h"
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
                     models::RunList &runs, models::ProjectMemory &memory);

    /// What the user calls the task of a run; "" = as it calls itself.
    QString name(const store::RunInfo &run) const { return m_edits.name(run); }

Q_SIGNALS:
    void removed(const QList<linnet::store::RunId> &runs);
    void duplicateWanted(linnet::store::RunId run);
    void message(const QString &text);

private:
    void provide(const QString &id, void (NavigatorActions::*act)());
    void showMenu(const QPoint &global);
    QList<store::RunId> chosen() const;
    void edit();
    void duplicate();
    void remove();

    Services m_services;
    NavigatorPanel &m_panel;
    models::NavigatorModel &m_model;
    models::RunList &m_runs;
    TaskEdits m_edits;
};

} // namespace linnet::gui
