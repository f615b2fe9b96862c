// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/vacancies/searchlist.h"
#include "models/backgroundtask.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace linnet::gui {

class ListEditor;

/// Where a list of searches is written, pasted or taken from a file; says how many there are and which lines
/// are none.
class QueriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// values: of the form, with the list that it has.
    explicit QueriesDialog(const VacanciesValues &values, QWidget *parent = nullptr);

    QString list() const; ///< empty = none

private:
    void read();
    void openFile(const QString &path);

    VacanciesValues m_values;
    ListEditor *m_list;
    QLabel *m_remarks;
    QPushButton *m_take;
    models::BackgroundTask<SearchList::Told> m_reading;
    models::BackgroundTask<Result<QString>> m_opening;
};

} // namespace linnet::gui
