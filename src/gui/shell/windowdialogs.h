// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QObject>

class QMainWindow;

namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::gui {

/// Opens the dialogs of the window that say or ask something for the whole program.
class WindowDialogs : public QObject
{
    Q_OBJECT

public:
    /// window is the parent of the dialogs and of this object.
    WindowDialogs(const Services &services, QMainWindow &window);

    void openSettings();
    void openToken(const QString &sourceId);
    void openTerms(const vacancies::VacancySource &source);
    void openKeys();
    void openHistory();
    void openAbout();
    void warn(const QString &text);
    void openProxyLogin(const QString &proxy, bool again);

Q_SIGNALS:
    void languageChosen();

private:
    Services m_services;
    QMainWindow &m_window;
};

} // namespace linnet::gui
