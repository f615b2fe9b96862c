// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/vacancies/formpresenter.h"

#include <QWidget>

#include <memory>

class QLineEdit;
namespace Ui {
class SearchForm;
}

namespace linnet::gui {

class ProxyPicker;
class RunControls;

/// The fields of a vacancy search, two lines of them and the rest behind "More filters".
class SearchForm : public QWidget
{
    Q_OBJECT

public:
    /// presenter outlives the form.
    explicit SearchForm(const FormPresenter &presenter, QWidget *parent = nullptr);
    ~SearchForm() override;

    FormValues values() const;
    void setValues(const FormValues &values);
    /// Names what is wrong under the first line and marks the fields; the first of them gets the focus.
    void showProblems(const QList<FormProblem> &problems, bool takeFocus);
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
    QWidget *widgetOf(FormField field) const;

    const FormPresenter &m_presenter;
    std::unique_ptr<Ui::SearchForm> m_ui;
    std::vector<std::pair<QString, QLineEdit *>> m_addresses; ///< by id of the source, in their order
    bool m_filling = false;
};

} // namespace linnet::gui
