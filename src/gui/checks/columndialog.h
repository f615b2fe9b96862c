// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/inputreader.h"

#include <QDialog>

class QComboBox;
class QTableWidget;

namespace linnet::gui {

/// Lets the user choose the column of a file that holds the addresses, with the first rows to see.
class ColumnDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ColumnDialog(const checks::InputTable &table, QWidget *parent = nullptr);

    int column() const;

private:
    void fillTable(const checks::InputTable &table);

    QComboBox *m_column;
    QTableWidget *m_preview;
};

} // namespace linnet::gui
