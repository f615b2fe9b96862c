// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saved/schedulelines.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace linnet::gui {

/// Shows what to paste so that the system's scheduler runs a saved search while Linnet is closed.
class ScheduleLinesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ScheduleLinesDialog(session::ScheduleLines lines, QWidget *parent = nullptr);

private:
    void show(int system);

    session::ScheduleLines m_lines;
    QComboBox *m_system;
    QPlainTextEdit *m_text;
};

} // namespace linnet::gui
