// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QObject>

class QMainWindow;

namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::gui {

class NewsOfVersions;
class SettingsDialog;

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
    void openReport(); ///< of a fault
    void openNewer();  ///< asks whether the page of the newer version is to be shown
    void warn(const QString &text);
    void openProxyLogin(const QString &proxy, bool again);

    NewsOfVersions &news() { return *m_news; }

Q_SIGNALS:
    void languageChosen();
    void dataCleared();
    void layoutCleared(); ///< what was stored of the window's and of tables

private:
    void openClearData(SettingsDialog &over);

    Services m_services;
    QMainWindow &m_window;
    NewsOfVersions *m_news;
};

} // namespace linnet::gui
