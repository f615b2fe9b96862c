// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace linnet::gui {

class ElidedLabel;
class NewsOfVersions;

/// The lowest line of the window: what the table shows, the pace reached, the problems.
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// How many rows are shown, of how many (-1 = not known); 0 of 0 shows the project's line. `more`:
    /// statistics.
    void setRows(qint64 shown, qint64 total, const QString &more);
    void setProject(const QString &text);
    void setPace(const QString &text); ///< empty = nothing runs
    void setProblems(qint64 count);
    void setKeptAwake(bool kept); ///< the computer, because something runs
    /// Follows what is known of a newer version; news lives as long as this.
    void showNews(NewsOfVersions &news);

Q_SIGNALS:
    void problemsClicked();
    void newsClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showLeft();

    ElidedLabel *m_left;
    QLabel *m_awake;
    QLabel *m_pace;
    QToolButton *m_problems;
    QToolButton *m_news;
    QString m_rows;
    QString m_project;
    QString m_paceText;
    qint64 m_problemCount = 0;
};

} // namespace linnet::gui
