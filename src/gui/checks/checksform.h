// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/checks/checkspresenter.h"
#include "gui/run/runform.h"
#include "models/backgroundtask.h"

class QCheckBox;
class QComboBox;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace linnet::gui {

class ListEditor;

/// The fields of a check: the addresses, typed, pasted, dropped or from a file, and how they are asked.
class ChecksForm : public FormOf<ChecksValues>
{
    Q_OBJECT

public:
    explicit ChecksForm(QWidget *parent = nullptr);

    ChecksValues values() const override;
    void setValues(const ChecksValues &values) override;
    /// Of the text as it was when it last rested; "" = there is no address.
    QString summary() const override { return m_told.title; }
    /// Takes the addresses of a file; a table lets the user choose the column.
    void openFile(const QString &path);
    /// Says what stands in the way of a start, until the form is changed.
    void showProblem(const QString &text);

Q_SIGNALS:
    void compareRequested(int repetitions);
    void watchRequested(int minutes);

protected:
    void lock(bool locked) override;
    void retranslate() override;
    void touch() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void sayTexts();
    void fillMenu();
    void layOut();
    void connectFields();
    void readText();
    void take(const checks::InputTable &table);

    ListEditor *m_text;
    QPushButton *m_file;
    QComboBox *m_method;
    QSpinBox *m_preview;
    QComboBox *m_userAgent;
    PaceBox *m_pace;
    ProxyPicker *m_proxy;
    QCheckBox *m_web;
    QToolButton *m_more;
    QMenu *m_menu;
    QLabel *m_remarks;
    RunControls *m_controls;
    ChecksPresenter::Told m_told;
    models::BackgroundTask<ChecksPresenter::Told> m_reading; ///< of m_told
    models::BackgroundTask<Result<checks::InputTable>> m_opening;
    bool m_sequential = false;
};

} // namespace linnet::gui
