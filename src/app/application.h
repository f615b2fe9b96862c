// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/messagelog.h"
#include "base/places.h"
#include "base/translations.h"
#include "gui/care/runlog.h"
#include "gui/look/theme.h"
#include "gui/shell/mainwindow.h"
#include "gui/widgets/actionregistry.h"
#include "models/projectmemory.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/keychainstore.h"
#include "session/session.h"
#include "vacancies/search/sources.h"

#include <QSettings>

#include <memory>
#include <optional>

namespace linnet {

/// Everything the program consists of, made in order; installs the translations of the language chosen.
class Application : public QObject
{
    Q_OBJECT

public:
    Application();
    ~Application() override;

    /// Shows the window, with a project when a path is given.
    void show(const QString &projectPath);

private:
    void installLanguage();

    const Places m_places = Places::own();
    MessageLog m_log{m_places.logs()}; ///< before all that may tell something
    QSettings m_settings;
    std::optional<Translations> m_translations;
    gui::Theme m_theme;
    session::Session m_session;
    session::KeychainStore m_secrets;
    session::Access m_access;
    practice::PracticeHost m_practice{vacancies::practicePaths()};
    gui::ActionRegistry m_actions;
    models::ProjectMemory m_memory;
    gui::RunLog m_runLog{m_session};
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace linnet
