// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "imports/job/importpreview.h"
#include "imports/job/joinfile.h"
#include "models/backgroundtask.h"
#include "models/readertask.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace linnet::gui {

class Banner;

/// The tables of the user's in the open project whose columns stand beside rows: adds them from files and
/// takes them away, both with undo. Closes with the project.
class OwnTablesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// rows: those to which a table is joined, without joined columns; services outlive the dialog.
    OwnTablesDialog(const Services &services, const table::Schema &rows, QWidget *parent = nullptr);
    ~OwnTablesDialog() override;

    /// Asks how the table in this file is to be joined.
    void add(const QString &path);
    QString said() const; ///< about what was done last

private:
    void askFile();
    void ask(const imports::ImportPreview &preview);
    void read(const imports::JoinSpec &spec);
    void take(const Result<imports::JoinFile::Read> &read);
    void remove();
    void showTables();
    void showButtons();

    Services m_services;
    const table::Schema &m_rows;
    QTreeWidget *m_list;
    QStackedWidget *m_stack;
    Banner *m_said;
    QPushButton *m_add;
    QPushButton *m_remove;
    QString m_path; ///< of the file that is being looked at
    models::BackgroundTask<imports::ImportPreview> m_looking;
    models::ReaderTask<store::JoinedCount> m_counting;
    models::ReaderTask<std::shared_ptr<const store::JoinedTable>> m_reading; ///< the one that is to go
    QString m_joined; ///< what was said of the table that is being counted
};

} // namespace linnet::gui
