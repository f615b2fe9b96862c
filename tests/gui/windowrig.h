// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/places.h"
#include "base/translations.h"
#include "gui/look/theme.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/actionregistry.h"
#include "models/projectmemory.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/session.h"
#include "support/memorysecrets.h"
#include "vacancies/search/sources.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace linnet::test {

/// The whole program but for main(): settings and data in a temporary folder, secrets in memory, a real
/// session, practice server and window.
class WindowRig
{
public:
    explicit WindowRig(const QString &language = QStringLiteral("en"),
                       gui::Theme::Choice look = gui::Theme::Choice::Light)
        : m_settings(path(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , m_theme(look)
        , m_session(std::make_unique<session::Session>(path(QStringLiteral("data"))))
        , m_access(*m_session, m_secrets, path(QStringLiteral("data")))
        , m_memory(*m_session)
    {
        m_session->setPractice({[this] { return m_practice.root(); },
                                [this]() -> Result<QUrl> {
                                    if (const Result<void> started = m_practice.start(); !started)
                                        return std::unexpected(started.error());
                                    return m_practice.root();
                                }});
        setLanguage(language);
        makeWindow();
    }

    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<gui::MainWindow>(services());
        m_window->resize(1366, 768);
        m_window->show();
    }
    gui::Services services()
    {
        return {*m_session, m_access, m_practice, m_theme, m_settings, m_actions, m_memory, m_places};
    }
    gui::MainWindow &window() { return *m_window; }
    gui::Workspace &workspace() { return m_window->workspace(); }
    gui::ActionRegistry &actions() { return m_actions; }
    void newSearch() { workspace().newTask(QStringLiteral("vacancies")); }
    gui::VacanciesPage &vacancies()
    {
        return *qobject_cast<gui::VacanciesPage *>(workspace().task(QStringLiteral("vacancies")));
    }
    gui::ProxyListsPage &proxyLists() { return *m_window->findChild<gui::ProxyListsPage *>(); }
    /// As the program does; windows hear of it in the event loop.
    void setLanguage(const QString &language)
    {
        QLocale::setDefault(QLocale(language));
        m_translations.reset();
        m_translations = std::make_unique<Translations>(QLocale(language));
    }
    session::Session &session() { return *m_session; }
    practice::PracticeHost &practice() { return m_practice; }
    session::Access &access() { return m_access; }
    MemorySecrets &secrets() { return m_secrets; }
    const Places &places() const { return m_places; }
    QSettings &settings() { return m_settings; }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    const Places m_places{path(QStringLiteral("settings.ini")),
                          path(QStringLiteral("data")),
                          path(QStringLiteral("cache")),
                          {}};
    QSettings m_settings;
    std::unique_ptr<Translations> m_translations;
    gui::Theme m_theme;
    std::unique_ptr<session::Session> m_session;
    MemorySecrets m_secrets;
    session::Access m_access;
    practice::PracticeHost m_practice{vacancies::practicePaths()};
    gui::ActionRegistry m_actions;
    models::ProjectMemory m_memory;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace linnet::test
