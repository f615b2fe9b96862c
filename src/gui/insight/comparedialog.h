// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace linnet::gui {

/// With what the rows of a table are compared: the same filter over another run, or another filter over the
/// same runs; and what both sides are called.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    struct Choice
    {
        QString name;                        ///< of the rows that the table shows
        QString otherName;                   ///< of the others
        std::optional<store::RunId> run;     ///< another run, with the table's filter
        std::optional<table::Filter> filter; ///< else another filter
    };
    /// A run that can be chosen.
    struct Run
    {
        store::RunId id = 0;
        QString name;
    };

    /// filter: what the table shows now; shown: what its runs are called.
    CompareDialog(const table::Schema &schema, const table::Filter &filter, const QString &shown,
                  const QList<Run> &runs, QWidget *parent = nullptr);

    const Choice &choice() const { return m_choice; } ///< once it was accepted

public Q_SLOTS:
    void accept() override;

private:
    void update();
    QString usualName(const QString &filter) const;

    const table::Schema &m_schema;
    QString m_filter; ///< of the table, as a text
    QString m_shown;
    QRadioButton *m_byFilter;
    QRadioButton *m_byRun;
    QLineEdit *m_text;
    QComboBox *m_runs;
    QLineEdit *m_name;
    QLineEdit *m_otherName;
    QLabel *m_fault;
    Choice m_choice;
};

} // namespace linnet::gui
