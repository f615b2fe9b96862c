// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/mainwindow.h"
#include "gui/widgets/actionregistry.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The list of all that can be done, over the window: at first, and with something typed.
inline void shootCommandList(gui::MainWindow &window, gui::ActionRegistry &actions, const QString &prefix)
{
    for (const QString &typed : {QString(), u"ghj"_s, u"proj"_s}) {
        actions.run(u"view.commands"_s);
        QWidget *popup = QApplication::activePopupWidget();
        if (!popup)
            return;
        popup->findChild<QLineEdit *>()->setText(typed);
        QTest::qWait(250);
        QPixmap picture = window.grab();
        const QPoint place((window.width() - popup->width()) / 2, 32);
        QPainter(&picture).drawPixmap(place, popup->grab());
        popup->close();
        if (!picture.save(prefix + u"11-commands-"_s + typed + u".png"_s))
            qWarning("Cannot write %s", qPrintable(prefix));
    }
}

} // namespace linnet::test
