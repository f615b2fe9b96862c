// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/importpreview.h"
#include "imports/job/importspec.h"

#include <QDialog>
#include <QFutureWatcher>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace linnet::gui {

class ChoiceHeader;
class FlowLayout;

/// Shows the beginning of files as an import would read them, and lets the user say which column is which
/// and how the files are written. Reading goes on in another thread; nothing can be imported until it is
/// done.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The files can be read; preview: of the first.
    ImportDialog(imports::ImportSpec spec, const imports::ImportPreview &preview, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// As chosen.
    const imports::ImportSpec &spec() const { return m_spec; }

private:
    QComboBox *addBox(FlowLayout *row, const QString &label, const QString &name);
    void read();
    void show(const imports::ImportPreview &preview);
    void showColumns(const imports::ImportPreview &preview);
    void showRows(const imports::ImportPreview &preview);
    void showProblems(const imports::ImportPreview &preview);
    void chooseColumn(int place, const QString &key);
    void chooseTable(const table::Schema &table);

    imports::ImportSpec m_spec;
    imports::ImportPreview m_preview; ///< as it is shown
    QComboBox *m_table;
    QComboBox *m_separator;
    QComboBox *m_encoding;
    QComboBox *m_sheet;
    QLabel *m_counts;
    QTableWidget *m_rows;
    ChoiceHeader *m_header;
    QListWidget *m_problems;
    QPushButton *m_take = nullptr;
    QFutureWatcher<imports::ImportPreview> m_reading; ///< nobody waits for it: a large workbook takes long
};

} // namespace linnet::gui
