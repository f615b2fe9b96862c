// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace linnet::gui {

enum class IconTint : quint8
{
    Text,
    Muted,
    Accent,
    OnAccent,
    Good,
    Warning,
    Bad
};

/// One of our line icons (resources/icons/<name>.svg), tinted by the application's palette whenever it is
/// painted, so that a change of theme needs nothing else.
QIcon lineIcon(QLatin1StringView name, IconTint tint = IconTint::Text);

} // namespace linnet::gui
