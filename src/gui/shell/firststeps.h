// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QObject>
#include <QPointer>

namespace linnet::gui {

class MainWindow;
class Tour;
class Workspace;

/// The tour for newcomers: choose what to search, start, take the table away, on the practice server.
class FirstSteps : public QObject
{
    Q_OBJECT

public:
    /// window is the parent of this object. Provides "help.tour".
    FirstSteps(const Services &services, Workspace &workspace, MainWindow &window);

    void start();
    void startOnce(); ///< unless it was shown before
    void stop();      ///< at once, also while nothing is shown

private:
    Services m_services;
    Workspace &m_workspace;
    MainWindow &m_window;
    QPointer<Tour> m_tour;
};

} // namespace linnet::gui
