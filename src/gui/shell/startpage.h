// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/shell/recentprojects.h"
#include "store/project/project.h"

#include <QFutureWatcher>
#include <QHash>
#include <QScrollArea>
#include <QSet>

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

namespace linnet::gui {

class Card;
class ListRow;

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
    void sampleRequested();
    void connectRequested(const QString &sourceId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Left = std::vector<store::UnsavedProjects::Left>;
    struct Found
    {
        Left unsaved;
        Left interrupted; ///< saved ones in which a run was under way

        bool operator==(const Found &) const = default;
    };

    void build();
    void arrange();
    QWidget *makeCards();
    QWidget *makeCard(const TaskKind &kind, bool primary);
    QString contentText(const RecentProjects::Entry &entry) const;
    QWidget *makeColumns();
    void fillProjects(const Found &found);
    ListRow *unsavedRow(const store::UnsavedProjects::Left &project);
    ListRow *recentRow(const RecentProjects::Entry &entry);
    void sayNotRemoved(const QString &path);
    void askRemove(const QString &name, const store::UnsavedProjects::Left &project);

    const RecentProjects &m_recent;
    store::UnsavedProjects m_unsaved;
    QList<TaskKind> m_kinds;
    QFutureWatcher<Found> m_reading;
    bool m_again = false; ///< when it has been read
    Found m_found;
    QSet<QString> m_opened; ///< paths: what was open since is not recovered any more
    const QDateTime m_begun;
    QList<RecentProjects::Entry> m_shownRecent;
    Card *m_projects = nullptr;
    QVBoxLayout *m_projectRows = nullptr;
    QGridLayout *m_cards = nullptr;
    QBoxLayout *m_columns = nullptr;      ///< recent projects, first steps
    QHash<QString, QWidget *> m_connects; ///< by source
    QStringList m_withToken;
    bool m_crashed = false;
    QVBoxLayout *m_firstSteps = nullptr;
    Card *m_first = nullptr;
};

} // namespace linnet::gui
