// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace linnet::gui {

/// Keys with letters work in the Russian layout, too: where the system tells Ctrl+Щ as such and nobody has
/// taken it, it is what Ctrl+O is, for fields and for the actions of the window. Watches the application
/// while it lives.
class LayoutKeys : public QObject
{
    Q_OBJECT

public:
    explicit LayoutKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static bool press(QWidget &widget, const QKeyEvent &event, int latin);
};

} // namespace linnet::gui
