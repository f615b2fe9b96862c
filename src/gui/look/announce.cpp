// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/announce.h"

#include <QAccessible>
#include <QString>
#include <QWidget>

namespace linnet::gui {

void announce(QWidget &about, const QString &text)
{
    if (!QAccessible::isActive() || text.isEmpty())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&about, text);
#else
    // Readers say the description of what raises an alert.
    about.setAccessibleDescription(text);
    QAccessibleEvent event(&about, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace linnet::gui
