// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/segments.h"
#include "gui/services.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace linnet::gui {

class Banner;

/// The segments by which findings are counted apart, a line each with its name and its filter or folder; kept
/// in the project as “audit --keep-segments” keeps them, with undo. Lines are read while they are typed.
class SegmentsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of the open project. Accepting writes what was changed.
    explicit SegmentsDialog(const Services &services, QWidget *parent = nullptr);

    QTableWidget &table() const { return *m_table; }
    QString said() const; ///< what the line above the segments says
    QString memo() const; ///< as it stands in the table; "" = by folder
    void addLine(const QString &name = {}, const QString &filter = {});

public Q_SLOTS:
    void accept() override;

private:
    QWidget *makeButtons();
    QWidget *makeEnd();
    QString cell(int row, int column) const;
    void read(const QString &memo);
    void remove();
    void move(int by);
    void check();

    Services m_services;
    audit::AuditSchemas m_schemas;
    QString m_before; ///< the memo
    Banner *m_said;
    QTableWidget *m_table;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_keep;
    QString m_readOnly;
};

} // namespace linnet::gui
