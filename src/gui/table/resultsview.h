// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/resultstable.h"
#include "models/markedits.h"
#include "session/changes/runchanges.h"
#include "session/session.h"
#include "table/filter.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QSettings;
class QStackedWidget;
class QTabBar;

namespace linnet::gui {

class ActionRegistry;
class ResultsPane;

/// The results of some runs of the open project, live while they run: one table, or several and other views
/// of the same rows under tabs; an explanation while there is nothing to show. Lets go of the project when it
/// closes.
class ResultsView : public QWidget
{
    Q_OBJECT

public:
    /// Filters and sortings by schema key, and the tab in front.
    struct State
    {
        struct Table
        {
            table::Filter filter;
            table::Sort sort;

            bool operator==(const Table &) const = default;
        };
        QHash<QString, Table> tables;
        int tab = 0;
    };

    struct TabName
    {
        int tab; ///< its place
        QString title;
        QString english;
    };
    using Title = std::function<QString()>; ///< kept: also asked for in English

    /// All outlive the view.
    ResultsView(session::Session &session, QSettings &settings, ActionRegistry &actions,
                QWidget *parent = nullptr);

    /// The rows of these runs (all runs, when empty) of the session's project, a table to a tab. Filters,
    /// sortings and the tab in front stay as they are while the tables are the same.
    void showTables(const QList<ResultsTable> &tables, const QList<store::RunId> &runs);
    void clear();
    /// Whether the shown run has earlier ones to compare with.
    void setComparable(bool comparable);
    /// What changed up to the shown run: the table of these rows tells it beside each of them. Null = not
    /// known.
    void setComparison(std::shared_ptr<const session::RunChanges> changes);
    bool wantsComparison() const; ///< some table asks for what only a comparison says
    /// A tab after those of the tables that shows something else of the runs; shown with every run. `pane`:
    /// the rows that it shows, if any.
    void addTab(QWidget *page, const Title &title, ResultsPane *pane = nullptr);
    void setTabShown(QWidget *page, bool shown); ///< one of addTab(); all are at first
    /// What stands beside all tables of the view, on the left.
    void setSide(QWidget *side);

    bool isEmpty() const { return m_panes.isEmpty(); }
    ResultsPane *pane() const; ///< in front; null while there is nothing to show or no table is in front
    /// The pane of a table that is shown, made when it was not there yet; null when there is no such table.
    ResultsPane *pane(const table::Schema &schema);
    void showTable(const table::Schema &schema);
    void showPage(QWidget *page); ///< one of addTab()
    /// Said after the table's title on its tab; -1 = nothing.
    void setCount(const table::Schema &schema, qint64 rows);
    void setTitles(const QList<ResultsTable> &tables); ///< the same tables in another language
    void setTitle(QWidget *page, const Title &title);  ///< of one of addTab()
    /// The tabs that can be gone to now. english: the tables in English.
    QList<TabName> tabNames(const QList<ResultsTable> &english) const;
    void goTo(const TabName &tab);
    const QList<store::RunId> &runs() const { return m_runs; }

    /// How a table is shown at first; neither filtered nor sorted when nothing is said.
    void setUsual(const table::Schema &schema, const State::Table &usual);
    /// Tables that are as usual are not named.
    State state() const;
    /// For the tables that are there, and for others when they are made; those that it does not name are
    /// as usual.
    void restore(const State &state);

    qint64 shown() const;
    qint64 total() const;    ///< -1 = not known
    QString summary() const; ///< statistics of the selection, else of the rows shown

    void openExport();

Q_SIGNALS:
    /// How many rows pass, of how many (-1 = not known), and the statistics of the selection in words ("" =
    /// none).
    void statusChanged(qint64 shown, qint64 total, const QString &statistics);
    void message(const QString &text); ///< what was copied, saved, or failed
    void shownChanged();               ///< another tab, or other runs
    void comparisonWanted();
    void viewChanged(); ///< another filter or sorting, but for restore()
    void paneMade(linnet::gui::ResultsPane *pane);
    void paneGoing(linnet::gui::ResultsPane *pane); ///< what others put into it is to be taken back

private:
    struct Tab
    {
        ResultsTable table; ///< without schema: a page of addTab()
        QWidget *page = nullptr;
        QString title;
        Title say;                   ///< the title of a page
        qint64 rows = -1;            ///< said after the title; -1 = nothing
        ResultsPane *pane = nullptr; ///< of a page that shows rows
        bool isShown = true;
    };

    void showComparison(ResultsPane &pane);
    void showTitle(int tab);
    void showBar();
    void makeTabs(const QList<ResultsTable> &tables);
    ResultsPane *makePane(const ResultsTable &table);
    void makeAgain();
    void connectPane(ResultsPane *pane);
    void showAsWanted(ResultsPane &pane);
    void showTab(int index);
    int tabOf(const table::Schema &schema) const;
    bool isSame(const QList<ResultsTable> &tables) const;
    void watch(session::RunHandle *run);
    void updateRunning();

    session::Session &m_session;
    QSettings &m_settings;
    ActionRegistry &m_actions;
    models::MarkEdits *m_marks;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QHBoxLayout *m_middle;
    QWidget *m_empty;
    QWidget *m_side = nullptr;
    QList<Tab> m_tabs;
    QHash<const table::Schema *, ResultsPane *> m_panes;
    QList<store::RunId> m_runs;
    bool m_isComparable = false;
    std::shared_ptr<const session::RunChanges> m_comparison; ///< outlives the readers of the panes
    QHash<QString, State::Table> m_usual;                    ///< by schema key
    State m_wanted;
    bool m_restoring = false;
};

} // namespace linnet::gui
