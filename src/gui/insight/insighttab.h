// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/insight/comparedialog.h"
#include "gui/services.h"
#include "models/insight/insightfinder.h"
#include "models/readertask.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace linnet::models {
class FilterState;
}

namespace linnet::gui {

class ChartPanel;
class ElidedLabel;
class EmptyState;
class QuestionList;
class MapPanel;
class PairPanel;
class ResultsPane;
class ResultsView;

/// What the rows of a table say: a few figures, and ready questions, each with a chart and a sentence. It
/// follows the filter of the table, and what is chosen in a chart becomes part of that filter.
class InsightTab : public QWidget
{
    Q_OBJECT

public:
    /// Whether there are questions for such rows.
    static bool isFor(const table::Schema &schema);

    /// results: the view that shows the table; it outlives the tab and says in front of what it is.
    InsightTab(const Services &services, const table::Schema &schema, ResultsView &results,
               QWidget *parent = nullptr);

    QListWidget &questions() const;
    QuestionList &questionList() const { return *m_questions; }
    /// Of the question that was answered last.
    ChartPanel &chart() const;
    QString figures() const;
    QString sentence() const;
    QPushButton &rules() const { return *m_rules; }
    QComboBox &basis() const { return *m_basis; }
    QPushButton &reportButton() const { return *m_report; }
    QPushButton &compareButton() const { return *m_compare; }
    PairPanel &pairs() const { return *m_pairs; }
    QPushButton &asGraphButton() const { return *m_asGraph; } ///< seen where an answer is a graph, too
    void retranslate();

Q_SIGNALS:
    void message(const QString &text); ///< what was copied or saved

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeAnswer();
    const table::Schema &schema() const; ///< with the columns of tables of the user's
    ResultsPane *pane() const;
    void askSoon();
    void ask();
    void take(const models::InsightFinder::Found &found);
    void showAnswer(const models::InsightAnswer &answer);
    void choose(const QString &key, const QString &series);
    void choosePaired(const QList<std::pair<QString, QString>> &items);
    void chooseOnMap(const QString &key, models::FilterState &filter);
    void askRules();
    void showRules(const QHash<QString, QString> &memos);
    void openReport();
    void compare();
    void setComparison(const std::optional<CompareDialog::Choice> &choice);
    std::optional<models::InsightSide> otherSide() const;
    QList<CompareDialog::Run> otherRuns() const;
    void say(QLatin1StringView icon, const QString &title, const QString &hint);

    Services m_services;
    const table::Schema &m_schema;
    ResultsView &m_results;
    QComboBox *m_basis;
    QPushButton *m_rules;
    ElidedLabel *m_figures;
    QPushButton *m_compare;
    QPushButton *m_report;
    QuestionList *m_questions;
    QLabel *m_sentence;
    ChartPanel *m_chart;
    MapPanel *m_map;
    PairPanel *m_pairs;
    QPushButton *m_asGraph;
    QStackedWidget *m_charts;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QString m_project;
    QString m_column; ///< that the groups of the chart filter
    QString m_split;  ///< and their parts
    QString m_limits; ///< as the project has them
    std::optional<CompareDialog::Choice> m_comparison;
    QTimer m_soon; ///< so that a filter that is typed, or rows that come in, are not answered each
    models::InsightFinder m_finder;
    models::ReaderTask<QHash<QString, QString>> m_memos;
};

} // namespace linnet::gui
