// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/vacancies/vacanciespresenter.h"

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

    void askTerms();
    void askEmptyText();
    void beginSearch();
    void searchElsewhere();
    static QString connectText(const QString &source);

    VacanciesPresenter m_presenter;
    VacanciesForm *m_form;
};

} // namespace linnet::gui
