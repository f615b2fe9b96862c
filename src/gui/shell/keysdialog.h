// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace linnet::gui {

class ActionRegistry;

/// All keys of the window, as the registry of actions has them.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const ActionRegistry &registry, QWidget *parent = nullptr);
};

} // namespace linnet::gui
