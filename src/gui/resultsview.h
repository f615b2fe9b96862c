// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QSettings>
#include <QStackedWidget>

namespace linnet::gui {

class ResultsPane;

/// The results of some runs of the open project, live while they run; an explanation while there is nothing
/// to show. Lets go of the project when it closes.
class ResultsView : public QStackedWidget
{
    Q_OBJECT

public:
    /// Remembers columns and choices in the program's own settings.
    explicit ResultsView(session::Session &session, QWidget *parent = nullptr);
    /// session and settings outlive the view.
    ResultsView(session::Session &session, QSettings &settings, QWidget *parent = nullptr);
    ~ResultsView() override;

    /// The rows of these runs (all runs, when empty) of the session's project. Filter and sorting stay as
    /// they are.
    void showRuns(const table::Schema &schema, const QList<store::RunId> &runs);
    void clear();

    bool isEmpty() const { return !m_pane; }
    ResultsPane *pane() const { return m_pane; } ///< null while there is nothing to show
    qint64 shown() const;
    qint64 total() const;    ///< -1 = not known
    QString summary() const; ///< statistics of the selection, else of the rows shown

    void openExport();
    void openColumns();
    void focusFilter();
    void clearFilter();

Q_SIGNALS:
    /// How many rows pass, of how many (-1 = not known), and the statistics of the selection in words ("" =
    /// none).
    void statusChanged(qint64 shown, qint64 total, const QString &statistics);
    void message(const QString &text); ///< what was copied, saved, or failed

private:
    void watch(session::RunHandle *run);
    void updateRunning();

    session::Session &m_session;
    QSettings &m_settings;
    ResultsPane *m_pane = nullptr;
    QList<store::RunId> m_runs;
};

} // namespace linnet::gui
