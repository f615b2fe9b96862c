// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columnstate.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace linnet::gui {

/// Which columns the table shows: a list to tick, to search in and to put in order. Changes are seen in the
/// table at once.
class ColumnChooser : public QDialog
{
    Q_OBJECT

public:
    /// state outlives the dialog.
    explicit ColumnChooser(models::ColumnState &state, QWidget *parent = nullptr);

Q_SIGNALS:
    void ownTablesWanted(); ///< columns that the project does not have yet

private:
    void fill();
    void showMatches(const QString &text);
    void moveCurrent(int by);

    models::ColumnState &m_state;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace linnet::gui
