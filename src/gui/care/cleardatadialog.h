// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/care/keptdata.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace linnet::gui {

/// Lists what Linnet keeps outside of projects, and removes of it what is ticked.
class ClearDataDialog : public QDialog
{
    Q_OBJECT

public:
    /// temporary: as for KeptData.
    explicit ClearDataDialog(const Services &services, QWidget *parent = nullptr,
                             const QString &temporary = QDir::tempPath());

Q_SIGNALS:
    void settingsGoing(); ///< see KeptData
    void cleared();       ///< something was removed
    void layoutCleared(); ///< before cleared()

private:
    struct Row
    {
        KeptData::Kind kind;
        QCheckBox *box;
        QLabel *amount;
    };

    void addRow(QGridLayout &grid, KeptData::Kind kind);
    void showAmounts();
    void showButton();
    void ask();
    void say(const QList<KeptData::Outcome> &outcomes);
    QSet<KeptData::Kind> chosen() const;

    Services m_services;
    KeptData *m_data;
    std::vector<Row> m_rows;
    QLabel *m_said;
    QPushButton *m_clear;
};

} // namespace linnet::gui
