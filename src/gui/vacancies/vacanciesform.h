// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicemodel.h"
#include "gui/run/runform.h"
#include "gui/vacancies/searchlist.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "models/backgroundtask.h"

#include <memory>

class QLineEdit;

namespace linnet::vacancies {
class VacancySource;
}

namespace Ui {
class VacanciesForm;
}

namespace linnet::gui {

class ChoiceBox;
class EmployersEdit;

/// The fields of a vacancy search, two lines of them and the rest behind "More filters".
class VacanciesForm : public FormOf<VacanciesValues>
{
    Q_OBJECT

public:
    /// presenter outlives the form.
    explicit VacanciesForm(const VacanciesPresenter &presenter, QWidget *parent = nullptr);
    ~VacanciesForm() override;

    VacanciesValues values() const override;
    void setValues(const VacanciesValues &values) override;
    QString summary() const override;
    Reading reading() const override;
    /// Says what is wrong until it is put right; the first wrong field gets the focus. False when nothing is.
    bool refuse();
    QLineEdit &textField() const;
    EmployersEdit &employers() const;
    void setList(const QString &list); ///< by the user; empty = none
    /// The list could not be used.
    void showListProblem(const QString &text);
    /// Regions, roles and industries have other names now; what is chosen stays.
    void refillDictionaries();

protected:
    void lock(bool locked) override;
    void retranslate() override;
    void touch() override;

private:
    void fillLists();
    void fillDictionaries();
    void fillAreas();
    void addAddresses();
    void sayAddresses();
    void showAddresses(const VacanciesValues &now);
    void connectFields();
    void showDependents();
    void sayProblems(bool takeFocus);
    void openList();
    void readList();
    void showList();
    QWidget *widgetOf(const VacanciesProblem &problem) const;

    const VacanciesPresenter &m_presenter;
    std::unique_ptr<Ui::VacanciesForm> m_ui;
    /// Of a source, in their order.
    struct Address
    {
        const vacancies::VacancySource *source;
        QLabel *label;
        QLineEdit *edit;
    };
    std::vector<Address> m_addresses;
    QString m_list; ///< of searches, in place of the words
    int m_listed = 0;
    QLabel *m_remarks; ///< about the list
    models::BackgroundTask<SearchList::Told> m_reading;
    models::BackgroundTask<std::vector<Choice>> m_areas; ///< when they are too many to be sorted at once
};

} // namespace linnet::gui
