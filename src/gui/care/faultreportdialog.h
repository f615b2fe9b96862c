// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;

namespace linnet::gui {

/// Shows a report of a fault as it would leave, to copy or to save it.
class FaultReportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FaultReportDialog(QString report, QWidget *parent = nullptr);

private:
    void copy();
    void askSave();
    void save(const QString &path);

    QString m_report;
    QLabel *m_said;
};

} // namespace linnet::gui
