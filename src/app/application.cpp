// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "gui/appsettings.h"
#include "gui/care/newsofversions.h"
#include "gui/shell/firststeps.h"
#include "gui/shell/windowdialogs.h"

#include <QLoggingCategory>
#include <QSysInfo>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logProgram, "linnet.program")

} // namespace

Application::Application()
    : m_settings(m_places.settings, QSettings::IniFormat)
    , m_theme(gui::Theme::choiceByName(gui::setting::Theme.read(m_settings)))
    , m_session(m_places.data)
    , m_secrets(u"Linnet"_s, m_places.data + u"/keychain.txt"_s)
    , m_access(m_session, m_secrets, m_places.data)
    , m_memory(m_session)
{
    qCInfo(logProgram).noquote() << "begun:" << QCoreApplication::applicationVersion() << "on"
                                 << QSysInfo::prettyProductName();
    m_theme.setTextPercent(gui::setting::TextPercent.read(m_settings));
    installLanguage();
    m_access.load();
    m_session.setPractice({[this] { return m_practice.root(); },
                           [this]() -> Result<QUrl> {
                               if (const Result<void> started = m_practice.start(); !started)
                                   return std::unexpected(started.error());
                               return m_practice.root();
                           }});
    m_session.setKeepsAwake(gui::setting::KeepAwake.read(m_settings));
    m_session.network().setCaFile(gui::setting::CaFile.read(m_settings));
    m_window = std::make_unique<gui::MainWindow>(
        gui::Services{m_session, m_access, m_practice, m_theme, m_settings, m_actions, m_memory, m_places});
    connect(m_window.get(), &gui::MainWindow::languageChosen, this, &Application::installLanguage);
}

Application::~Application()
{
    qCInfo(logProgram) << "ended";
}

void Application::installLanguage()
{
    const QString chosen = gui::setting::Language.read(m_settings);
    const QLocale system = QLocale::system();
    const QLocale wanted = chosen.isEmpty() ? system : QLocale(chosen);
    // Who speaks the system's language keeps the system's way of writing numbers and dates.
    const QLocale locale = wanted.language() == system.language() ? system : wanted;
    // Before the translations, whose change makes the window write its numbers and dates anew, too.
    QLocale::setDefault(locale);
    m_translations.reset();
    m_translations.emplace(locale);
}

void Application::show(const QString &projectPath)
{
    m_window->show();
    m_window->dialogs().news().look();
    if (!m_places.warning().isEmpty())
        m_window->dialogs().warn(m_places.warning());
    if (!projectPath.isEmpty())
        m_window->openProject(projectPath);
    else if (gui::setting::OpenLast.read(m_settings))
        m_window->openLast();
    else
        m_window->firstSteps().startOnce();
}

} // namespace linnet
