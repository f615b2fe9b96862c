// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDialog;

namespace linnet::gui {

/// Keeps dialogs on the screen: one that needs more room than there is, as with large letters, can be
/// scrolled, all but its last row with the buttons. Main thread.
class DialogRoom : public QObject
{
    Q_OBJECT

public:
    /// Watches all dialogs of the application, which must exist.
    explicit DialogRoom(QObject *parent = nullptr);

    /// Whether what the dialog holds is scrolled already: its layout is no measure of it then.
    static bool isScrolled(const QDialog &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linnet::gui
