// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace linnet::gui {

/// The works of others that Linnet is made with, and their licences: the file THIRD-PARTY.md, which is
/// English.
class LicencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LicencesDialog(QWidget *parent = nullptr);
};

} // namespace linnet::gui
