// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/portalscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto Path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto Interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Space = "org.freedesktop.appearance"_L1;
constexpr auto Key = "color-scheme"_L1;
constexpr uint Dark = 1; // 0 no preference, 2 light

} // namespace

PortalScheme::PortalScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, u"Read"_s);
    call << QString(Space) << QString(Key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            settingChanged(Space, Key, reply.value());
        done->deleteLater();
    });
}

void PortalScheme::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != Space || key != Key)
        return;
    QVariant inner = value.variant(); // one variant more than documented in older portals
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    Q_EMIT told(inner.toUInt() == Dark);
}

} // namespace linnet::gui
