// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/systemscheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleHints>

#ifdef LINNET_DBUS
#include "gui/look/portalscheme.h"
#endif

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_dark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto read = [this] {
        setDark(QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, read);
    read();
#elif defined(Q_OS_WIN)
    const QSettings personalize(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    m_dark = personalize.value("AppsUseLightTheme"_L1, 1).toInt() == 0;
#elif defined(LINNET_DBUS)
    connect(new PortalScheme(this), &PortalScheme::told, this, &SystemScheme::setDark);
#endif
}

void SystemScheme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace linnet::gui
