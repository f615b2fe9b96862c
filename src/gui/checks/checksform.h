// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/checks/checkspresenter.h"
#include "models/backgroundtask.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace linnet::gui {

class ListEditor;
class PaceBox;
class ProxyPicker;
class RunControls;

/// The fields of a check: the addresses, typed, pasted, dropped or from a file, and how they are asked.
class ChecksForm : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksForm(QWidget *parent = nullptr);

    ChecksValues values() const;
    void setValues(const ChecksValues &values);
    /// Takes the addresses of a file; a table lets the user choose the column.
    void openFile(const QString &path);
    void setLocked(bool locked);
    void focusText();
    /// Says what stands in the way of a start, until the form is changed.
    void showProblem(const QString &text);
    RunControls &controls() const { return *m_controls; }
    ProxyPicker &proxyPicker() const { return *m_proxy; }
    /// Of the text as it was when it last rested; "" = there is no address.
    const QString &title() const { return m_told.title; }

Q_SIGNALS:
    void changed(); ///< by the user
    /// What was put into the form is read, and what it says of itself is new.
    void listRead();
    void paceChanged(std::chrono::milliseconds delay);
    void compareRequested(int repetitions);
    void watchRequested(int minutes);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeFields();
    void makeMenu();
    void layOut();
    void touched();
    void readText();
    void showRemarks();
    void take(const checks::InputTable &table);

    ListEditor *m_text;
    QPushButton *m_file;
    QComboBox *m_method;
    QSpinBox *m_preview;
    QComboBox *m_userAgent;
    PaceBox *m_pace;
    ProxyPicker *m_proxy;
    QCheckBox *m_https;
    QToolButton *m_more;
    QLabel *m_remarks;
    RunControls *m_controls;
    ChecksPresenter::Told m_told;
    models::BackgroundTask<ChecksPresenter::Told> m_reading; ///< of m_told
    models::BackgroundTask<Result<checks::InputTable>> m_opening;
    QString m_problem;
    bool m_filling = false;
    bool m_sequential = false;
};

} // namespace linnet::gui
