// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "models/readertask.h"

namespace linnet::gui {

class VacanciesForm;

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

private:
    QVariant freshForm() const override;
    void readRun(const store::RunInfo &run) override;
    void startRun() override;
    RunHint hint() override;
    std::vector<RunAction> actions(const RunView &view) override;

    void countLeftOut(qint64 rows);
    void readLeftOut();
    bool asksPractice(const VacanciesValues &values) const;
    void askTerms();
    void askEmptyText();
    void beginSearch();
    void searchElsewhere();
    static QString connectText(const QString &source);

    VacanciesPresenter m_presenter;
    VacanciesForm *m_form;
    qint64 m_leftOut = 0; ///< ads of the shown run that stand in a table of their own
    models::ReaderTask<qint64> m_leftOutRows;
};

} // namespace linnet::gui
