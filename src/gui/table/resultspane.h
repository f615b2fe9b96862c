// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/resultstable.h"
#include "models/table/amountspread.h"
#include "models/table/columnstate.h"
#include "models/table/exportplan.h"
#include "models/table/facetmodel.h"
#include "models/table/filterstate.h"
#include "models/table/rowmodel.h"
#include "models/table/selectionsummary.h"
#include "models/table/shownamounts.h"
#include "store/read/pagereader.h"
#include "store/read/querythread.h"
#include "store/write/indexedtexts.h"

#include <QWidget>

#include <memory>

class QMenu;
class QSettings;
class QSplitter;
class QToolButton;

namespace linnet::gui {

class ActionRegistry;
class ChipBar;
class DetailPane;
class FacetPanel;
class FindField;
class RowCopier;
class RowTableView;
class ShortcutButton;
class WordSearch;

/// The results of one kind of table: chips above, the table, facets beside it, the current row below. Owns
/// the models and the threads that read the project for them.
class ResultsPane : public QWidget
{
    Q_OBJECT

public:
    /// settings and actions outlive the pane.
    ResultsPane(const ResultsTable &table, QSettings &settings, ActionRegistry &actions,
                QWidget *parent = nullptr);
    ~ResultsPane() override;

    const table::Schema &schema() const { return m_model.schema(); }
    void setTitles(const ResultsTable &table); ///< the same table in another language
    /// Whose rows; "" lets go of the project at once.
    void setProject(const QString &path);
    /// Empty = all runs of the project.
    void setRuns(const QList<store::RunId> &runs);
    /// There are earlier runs to compare with: what is new can be asked for.
    void setComparable(bool comparable);
    /// Rows are read from `path`, a store::ChangeFile of the project, or without one when it is "". The
    /// current row stays, as far as it passes.
    void setComparison(const QString &path);
    /// Filter, sorting or columns ask for what only a comparison says, and there is none.
    bool wantsComparison() const { return m_columns.wantsComparison(m_filter.filter(), m_sort); }
    void commit(const store::Committed &change);
    /// Rows may still come: says so while there are none.
    void setRunning(bool running);
    /// Said when no row passes the filter, instead of advice to take conditions away; "" = that advice.
    void setNoneText(const QString &text);
    /// Said of the whole filter in place of its conditions; "" = the conditions.
    void setFilterName(const QString &name);
    /// How many rows pass by now, as counted elsewhere; -1 = not known. The table asks again by itself only
    /// while it has none, as nothing may move under the user.
    void setPassing(qint64 rows);
    /// How far the index of words has come.
    void setIndexed(const store::IndexedTexts &texts);
    /// Puts late rows in their places and takes those that pass by now; for the end of a run.
    void settle();

    models::RowModel &model() { return m_model; }
    models::FilterState &filter() { return m_filter; }
    models::ColumnState &columns() { return m_columns; }
    models::FacetModel &facetModel() { return m_facetModel; }
    RowTableView *table() const { return m_table; }
    ChipBar *chips() const { return m_chips; }
    FacetPanel *facets() const { return m_facets; }
    DetailPane *details() const { return m_details; }
    QString summary() const;
    /// Shown left of the details while it is not hidden; the table keeps its room. The pane becomes its
    /// owner.
    void addBesideDetails(QWidget *widget);
    void setSort(const table::Sort &sort);
    const table::Sort &sort() const { return m_sort; }
    /// Makes the row with this id the current one when it is among those shown.
    bool showRow(qint64 id);

    QSize minimumSizeHint() const override { return {320, 150}; }

    void openExport();
    void openColumns();
    void setDetailsShown(bool shown); ///< below the table
    bool areDetailsShown() const;
    void focusFind();
    void focusFilter();
    void openLink();

Q_SIGNALS:
    void statusChanged();
    void viewChanged(); ///< another filter or sorting
    void comparisonWanted();
    void message(const QString &text);
    /// A menu for a row is about to be shown; more can be put into it.
    void cellMenuOpening(QMenu *menu, int row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveWay();
    void open(const QString &comparison);
    QWidget *makeBar();
    void showTexts();
    void makeSplitters();
    void provideActions();
    void connectModels();
    void connectTable();
    void ask();
    void showCounts();
    void showEmptyText();
    void showSelection();
    void showCellMenu(const QPoint &position);
    void showHeaderMenu(const QPoint &position);
    void takeUnit();
    int tableRoom() const;
    int usualDetails() const;
    bool keepToOneUnit(); ///< true when the filter has become another

    QSettings &m_settings;
    ActionRegistry &m_actions;
    ResultsTable m_kind;
    models::RowModel m_model;
    models::FilterState m_filter;
    models::ColumnState m_columns;
    models::FacetModel m_facetModel;
    models::AmountSpread m_spread;
    models::ShownAmounts m_amounts;
    models::SelectionSummary m_selection;
    std::unique_ptr<store::QueryThread> m_queries;
    std::unique_ptr<store::PageReader> m_pages;
    QString m_project;
    QString m_path; ///< what is read: the project, or a comparison
    QList<store::RunId> m_runs;
    table::Sort m_sort;
    models::AmountUnit m_unit; ///< in which amounts are compared
    bool m_isLimited = false;  ///< the filter limits amounts
    bool m_owesUnit = false;   ///< it was not known yet when the limit came
    bool m_limiting = false;
    bool m_ownHeights = false; ///< the user has chosen how high the details are
    bool m_running = false;
    QString m_noneText;
    qint64 m_passing = -1;
    FindField *m_find;
    ChipBar *m_chips;
    WordSearch *m_words;
    ShortcutButton *m_shortcut;
    ShortcutButton *m_news;
    QToolButton *m_columnsButton;
    QToolButton *m_facetsButton;
    QToolButton *m_exportButton;
    RowTableView *m_table;
    FacetPanel *m_facets;
    DetailPane *m_details;
    RowCopier *m_copier;
    QSplitter *m_sideways;
    QSplitter *m_upright;
    QSplitter *m_lower;
};

} // namespace linnet::gui
