// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QUndoStack;

namespace linnet::gui {

/// What was done in the project since it was opened; choosing a line goes back or forth to it.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// history outlives the dialog.
    explicit HistoryDialog(QUndoStack &history, QWidget *parent = nullptr);
};

} // namespace linnet::gui
