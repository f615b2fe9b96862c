// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace linnet::gui {

/// Says what the program is, its version and its licence.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    void showNewer(const QString &version); ///< "" = none is known

Q_SIGNALS:
    void reportRequested();
    void newerRequested(); ///< its page is wanted

private:
    QPushButton *m_newer;
};

} // namespace linnet::gui
