// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/vacancies/searchsuggestions.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "models/backgroundtask.h"
#include "models/readertask.h"
#include "table/value.h"

class QMenu;

namespace linnet::gui {

class ResultsPane;
class VacanciesForm;

/// What a search would bring and take, as it was counted.
struct SearchCost
{
    qint64 found = 0;
    qint64 reachable = 0;
    qint64 requests = 0;
    double seconds = 0; ///< sources are asked side by side
};

/// The page of a vacancy search.
class VacanciesPage : public RunPage, private RunDecisions
{
    Q_OBJECT

public:
    explicit VacanciesPage(const Services &services, QWidget *parent = nullptr);

    VacanciesValues values() const;
    void setValues(const VacanciesValues &values);
    /// The form filled for the practice server, and a line that says so.
    void preparePractice();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QVariant freshForm() const override;
    void readRun(const store::RunInfo &run) override;
    void startRun() override;
    RunHint hint() override;
    std::vector<RunAction> actions(const RunView &view) override;

    void countLeftOut(qint64 rows);
    void readLeftOut();
    bool asksPractice(const VacanciesValues &values) const;
    /// The first chosen source that can be asked for it and may be: its terms were seen, or another server
    /// stands in its place, and no proxies are chosen, past which this would go.
    template <typename Can> std::optional<SearchSuggestions::Place> askable(Can can) const;
    std::optional<SearchSuggestions::Place> suggestingSource() const;
    void suggestEmployers();
    void readDictionaries();
    void askTerms(void (VacanciesPage::*then)());
    void askWhetherAll();
    void askEmptyText();
    void beginSearch();
    void beginWith(const vacancies::SearchSpec &spec, void (VacanciesPage::*then)());
    void showCounting();
    void readListOf(const store::RunInfo &run, const vacancies::SearchSpec &spec);
    vacancies::SearchSpec specNow() const;
    void beginCount();
    void sayCount(store::RunId run);
    void searchElsewhere();
    /// What can be done with the job that an ad is.
    void addJobActions(QMenu &menu, ResultsPane &pane, const table::Cells &cells);
    static QString connectText(const QString &source);

    VacanciesPresenter m_presenter;
    VacanciesForm *m_form;
    qint64 m_leftOut = 0; ///< ads of the shown run that stand in a table of their own
    models::ReaderTask<qint64> m_leftOutRows;
    QDate m_dictionariesRead;    ///< on which day they were last asked for
    store::RunId m_counting = 0; ///< the run that only counts
    models::ReaderTask<SearchCost> m_countRows;
    models::BackgroundTask<Result<QString>> m_listOfRun;
};

} // namespace linnet::gui
