// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/importpreview.h"
#include "imports/job/joinfile.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace linnet::gui {

/// Asks which column of a table says the same as which column of the rows, and which of its columns are
/// wanted.
class JoinDialog final : public QDialog
{
    Q_OBJECT

public:
    /// rows: with the columns that were joined before; preview: of a table that can be read.
    JoinDialog(QString path, const table::Schema &rows, const imports::ImportPreview &preview,
               QWidget *parent = nullptr);

    imports::JoinSpec spec() const; ///< as chosen

private:
    void guessKey();
    void showColumns();
    QString byKey() const;

    QString m_path;
    const table::Schema &m_rows;
    QStringList m_names; ///< of the table's columns
    QComboBox *m_by;
    QComboBox *m_key;
    QLineEdit *m_name;
    QTableWidget *m_preview; ///< with a tick in the head row of each column that is wanted
    QLabel *m_hint;
    QPushButton *m_take = nullptr;
};

} // namespace linnet::gui
