// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/announce.h"

#include <QAccessible>
#include <QString>
#include <QWidget>

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
#include <QAccessibleWidget>
#endif

namespace linnet::gui {

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is said last in a window, as a notification that only screen readers see.
class Announcement : public QWidget
{
public:
    explicit Announcement(QWidget *window)
        : QWidget(window)
    {
        setObjectName(u"announcement"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setFixedSize(1, 1);
    }

    void say(const QString &text)
    {
        setAccessibleName(text);
        if (!isVisible() && window()->isVisible()) {
            show(); // Qt tells that itself
            return;
        }
        QAccessibleEvent shown(this, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }

    static Announcement *of(QWidget *window)
    {
        for (QObject *child : window->children()) {
            if (auto *known = dynamic_cast<Announcement *>(child))
                return known;
        }
        return new Announcement(window);
    }
};

QAccessibleInterface *announcementInterface(const QString &, QObject *object)
{
    auto *announcement = dynamic_cast<Announcement *>(object);
    return announcement ? new QAccessibleWidget(announcement, QAccessible::Notification) : nullptr;
}

} // namespace

#endif

void announce(QWidget &about, const QString &text)
{
    if (!QAccessible::isActive() || text.isEmpty())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&about, text);
    QAccessible::updateAccessibility(&event);
#else
    // The bridge of Qt 6.4 to AT-SPI drops alerts; a notification that shows itself is read there.
    static const bool isInstalled = [] {
        QAccessible::installFactory(announcementInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
    Announcement::of(about.window())->say(text);
    // Readers of other systems say the description of what raises an alert.
    about.setAccessibleDescription(text);
    QAccessibleEvent alert(&about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#endif
}

} // namespace linnet::gui
