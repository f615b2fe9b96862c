// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/shell/recentprojects.h"
#include "store/project/project.h"

#include <QFutureWatcher>
#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace linnet::gui {

class Card;

/// Where everything begins: a new task, the projects of before, what a crash left behind, and first steps.
class StartPage : public QScrollArea
{
    Q_OBJECT

public:
    /// unsaved is copied; its folder is read in the background.
    StartPage(const RecentProjects &recent, store::UnsavedProjects unsaved, QList<TaskKind> kinds,
              QWidget *parent = nullptr);
    ~StartPage() override;

    void setSourcesWithToken(const QStringList &sources); ///< no offer to connect these
    /// The program did not come to its end last time: what is not saved was recovered.
    void setCrashed(bool crashed);
    void refresh(); ///< reads recent and unsaved projects again
    /// Their texts in another language, and all others of the page.
    void setKinds(const QList<TaskKind> &kinds);

Q_SIGNALS:
    void newTaskRequested(const QString &kind);
    void openRequested(); ///< by a file dialog
    void projectChosen(const QString &path);
    void practiceRequested();
    void connectRequested(const QString &sourceId);

private:
    using Left = std::vector<store::UnsavedProjects::Left>;

    void build();
    QWidget *makeCards();
    QWidget *makeCard(const TaskKind &kind, bool primary);
    QString contentText(const RecentProjects::Entry &entry) const;
    QWidget *makeColumns();
    void fillProjects(const Left &left);
    void sayNotRemoved(const QString &path);
    void askRemove(const QString &name, const store::UnsavedProjects::Left &project);

    const RecentProjects &m_recent;
    store::UnsavedProjects m_unsaved;
    QList<TaskKind> m_kinds;
    QFutureWatcher<Left> m_reading;
    Left m_left;
    QList<RecentProjects::Entry> m_shownRecent;
    Card *m_projects = nullptr;
    QVBoxLayout *m_projectRows = nullptr;
    QHash<QString, QWidget *> m_connects; ///< by source
    QStringList m_withToken;
    bool m_crashed = false;
    QVBoxLayout *m_firstSteps = nullptr;
    Card *m_first = nullptr;
};

} // namespace linnet::gui
