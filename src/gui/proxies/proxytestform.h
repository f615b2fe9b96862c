// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxytestvalues.h"
#include "models/backgroundtask.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linnet::gui {

class ListEditor;
class PaceBox;
class RunControls;

/// The fields of a proxy test: the proxies, typed, pasted or from a file, and who judges them.
class ProxyTestForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyTestForm(QWidget *parent = nullptr);

    ProxyTestValues values() const;
    void setValues(const ProxyTestValues &values);
    /// Shows what a file holds and takes it when the user says so.
    void openFile(const QString &path);
    void setLocked(bool locked);
    void focusText();
    /// Says what stands in the way of a start, until the form is changed.
    void showProblem(const QString &text);
    RunControls &controls() const { return *m_controls; }
    /// All proxies of a form, each once, and what cannot be read. Takes long when there are many; any thread.
    static proxies::ProxyList listOf(const ProxyTestValues &values);
    /// The same of this form, as it was when it last rested.
    const proxies::ProxyList &list() const { return m_list; }

Q_SIGNALS:
    void changed(); ///< by the user
    /// What was put into the form is read, and what it says of itself is new.
    void listRead();

private:
    void makeFields();
    void layOut();
    void touched();
    void read();
    void showRemarks();
    QString remarks() const;

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
    QString m_problem;
    bool m_filling = false;
};

} // namespace linnet::gui
