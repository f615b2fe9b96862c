// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigatormodel.h"

#include <QFrame>

class QTreeView;

namespace linnet::gui {

/// The left side of the window: where everything of the project is found.
class NavigatorPanel : public QFrame
{
    Q_OBJECT

public:
    /// model outlives the panel.
    explicit NavigatorPanel(models::NavigatorModel &model, QWidget *parent = nullptr);

    /// Shows without a signal where the window is; a run that is not listed yet, as soon as it is.
    void selectRun(store::RunId run);
    void selectKind(models::NavigatorModel::Kind kind, const QString &task = {}, const QString &list = {});

    /// The task or run where the cursor stands; invalid when there is none.
    QModelIndex current() const;
    QModelIndexList selected() const;    ///< tasks and runs
    void goTo(const QModelIndex &index); ///< the user, with the keyboard
    bool hasCursor() const;              ///< the user is here
    void editCurrent();                  ///< its name

Q_SIGNALS:
    void menuWanted(const QPoint &global); ///< for current()
    /// task: NavigatorModel::Section::kind; of new tasks, tasks, runs and lists. list:
    /// NavigatorModel::Entry::id.
    void chosen(linnet::models::NavigatorModel::Kind kind, const QString &task, const QString &list,
                linnet::store::RunId run);

private:
    void showSelection();
    void choose(const QModelIndex &index);

    models::NavigatorModel &m_model;
    QTreeView *m_view;
    store::RunId m_run = 0;
    models::NavigatorModel::Kind m_kind = models::NavigatorModel::Kind::Start;
    QString m_task;
    QString m_list;
    bool m_quiet = false;
};

} // namespace linnet::gui
