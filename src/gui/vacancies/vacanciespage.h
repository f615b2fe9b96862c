// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/vacancies/vacanciespresenter.h"

namespace linnet::gui {

class VacanciesForm;

/// The page of a vacancy search.
class VacanciesPage : public RunPage
{
    Q_OBJECT

public:
    explicit VacanciesPage(const Services &services, QWidget *parent = nullptr);

    VacanciesValues values() const;
    void setValues(const VacanciesValues &values);
    /// The form filled for the practice server, and a line that says so.
    void preparePractice();

    void focusForm() override;
    void start() override;
    QString summary() const override;

protected:
    QVariant formState() const override;
    void setFormState(const QVariant &state) override;
    void emptyForm() override;
    void readRun(const store::RunInfo &run) override;
    void setFormLocked(bool locked) override;
    Reading reading() const override;
    Hint hint() override;
    void offerActions(const RunView &view) override;

private:
    void askTerms();
    void searchElsewhere();
    static QString connectText(const QString &source);

    VacanciesPresenter m_formPresenter;
    VacanciesForm *m_form;
};

} // namespace linnet::gui
