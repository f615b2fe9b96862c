// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartsaver.h"
#include "gui/chart/charttablemodel.h"
#include "gui/chart/chartview.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableView;

namespace linnet::gui {

/// A chart as pages show it: the picture or, in its place, the same data as a table, with the menu that
/// copies and saves both.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPanel(QWidget *parent = nullptr);
    /// With a view of its own kind, which it takes.
    explicit ChartPanel(ChartView *view, QWidget *parent = nullptr);

    void setChart(const draw::Chart &chart);
    ChartView &view() { return *m_view; }
    QTableView &table() { return *m_tableView; }
    bool isTable() const;
    void showTable(bool table);

    void copyChart();
    void copyData();
    void saveChart();

Q_SIGNALS:
    void groupChosen(const QString &key, const QString &series);
    void message(const QString &text); ///< what was copied or saved, or why nothing was

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeTable();
    void fillTable();
    void say();
    double width_() const;

    ChartView *m_view;
    QTableView *m_tableView;
    QStackedWidget *m_stack;
    ChartTableModel m_model;
    ChartSaver m_saver;
    QAction *m_copy;
    QAction *m_copyData;
    QAction *m_save;
    QAction *m_asTable;
};

} // namespace linnet::gui
