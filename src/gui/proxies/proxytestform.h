// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxytestpresenter.h"
#include "gui/run/runform.h"
#include "models/backgroundtask.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace linnet::gui {

class ListEditor;

/// The fields of a proxy test: the proxies, typed, pasted or from a file, and who judges them.
class ProxyTestForm : public FormOf<ProxyTestValues>
{
    Q_OBJECT

public:
    explicit ProxyTestForm(QWidget *parent = nullptr);

    ProxyTestValues values() const override;
    void setValues(const ProxyTestValues &values) override;
    QString summary() const override;
    Reading reading() const override { return Reading::Lists; }
    /// Shows what a file holds and takes it when the user says so.
    void openFile(const QString &path);
    /// Says what stands in the way of a start, until the form is changed.
    void showProblem(ProxyTestPresenter::Field field, const QString &text);
    /// All proxies of this form, as it was when it last rested.
    const proxies::ProxyList &list() const { return m_list; }

protected:
    void lock(bool locked) override;
    void retranslate() override;
    void touch() override;

private:
    void sayTexts();
    void layOut();
    void connectFields();
    void read();
    void showRemarks();

    ListEditor *m_text;
    QPushButton *m_file;
    QPushButton *m_forget;
    QComboBox *m_kind;
    QLineEdit *m_judge;
    PaceBox *m_pace;
    QLabel *m_remarks;
    RunControls *m_controls;
    QList<proxies::Proxy> m_imported;
    proxies::ProxyList m_list;
    models::BackgroundTask<proxies::ProxyList> m_reading; ///< of m_list
};

} // namespace linnet::gui
