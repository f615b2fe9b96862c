// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QObject>

#include <functional>

class QWidget;

namespace linnet::gui {

class MainMenu;

/// What the menu View does with the look of the program: its colours, and how large its letters are.
class LookActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object; window is its parent.
    LookActions(const Services &services, const MainMenu &menus, QWidget &window);

private:
    /// wanted: percent of Theme, from those now.
    void provideText(const QString &id, QWidget &window, std::function<int(int now)> wanted);

    Services m_services;
};

} // namespace linnet::gui
