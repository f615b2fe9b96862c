// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QMainWindow;

namespace linnet::gui {

/// All keys of the window, read from its menus.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const QMainWindow &window, QWidget *parent = nullptr);
};

} // namespace linnet::gui
