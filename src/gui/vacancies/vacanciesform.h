// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/vacancies/vacanciespresenter.h"

#include <QWidget>

#include <memory>

class QLineEdit;
namespace Ui {
class VacanciesForm;
}

namespace linnet::gui {

class ProxyPicker;
class RunControls;

/// The fields of a vacancy search, two lines of them and the rest behind "More filters".
class VacanciesForm : public QWidget
{
    Q_OBJECT

public:
    /// presenter outlives the form.
    explicit VacanciesForm(const VacanciesPresenter &presenter, QWidget *parent = nullptr);
    ~VacanciesForm() override;

    VacanciesValues values() const;
    void setValues(const VacanciesValues &values);
    /// Names what is wrong under the first line and marks the fields; the first of them gets the focus.
    void showProblems(const QList<VacanciesProblem> &problems, bool takeFocus);
    /// While a run is shown its values cannot be changed, but for the pace.
    void setLocked(bool locked);
    void focusText();
    RunControls &controls() const;
    ProxyPicker &proxyPicker() const;

Q_SIGNALS:
    void changed();
    void searchRequested(); ///< Return in a field
    void paceChanged(std::chrono::milliseconds delay);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillLists();
    void addAddresses();
    void connectFields();
    void showDependents();
    QWidget *widgetOf(VacanciesField field) const;

    const VacanciesPresenter &m_presenter;
    std::unique_ptr<Ui::VacanciesForm> m_ui;
    std::vector<std::pair<QString, QLineEdit *>> m_addresses; ///< by id of the source, in their order
    bool m_filling = false;
};

} // namespace linnet::gui
