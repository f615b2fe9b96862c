// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainmenu.h"

#include "gui/look/icons.h"
#include "vacancies/search/sources.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

MainMenu::MainMenu(QMainWindow &window, const QList<TaskKind> &kinds)
    : QObject(&window)
    , m_window(window)
{
    makeFile(kinds);
    makeEdit();
    makeView();
    makeRun();
    makeTools();
    makeHelp();
}

// QKeySequence's standard keys are empty for some of these without a desktop theme, so all are named.
QAction *MainMenu::add(QMenu *menu, const QString &text, const QKeySequence &key, QLatin1StringView icon)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(key);
    if (!icon.isEmpty())
        action->setIcon(lineIcon(icon));
    m_window.addAction(action); // works while the menu bar is hidden, too
    return action;
}

void MainMenu::makeFile(const QList<TaskKind> &kinds)
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    for (const TaskKind &kind : kinds) {
        QAction *action = add(menu, kind.newText, kind.newKey, kind.icon);
        action->setData(kind.id);
        newTasks << action;
    }
    menu->addSeparator();
    open = add(menu, tr("&Open a project…"), Qt::CTRL | Qt::Key_O, "folder"_L1);
    recent = menu->addMenu(tr("&Recent projects"));
    menu->addSeparator();
    saveAs = add(menu, tr("&Save the project as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, "save"_L1);
    closeProject = add(menu, tr("&Close the project"), Qt::CTRL | Qt::Key_W);
    menu->addSeparator();
    exportRows = add(menu, tr("&Export…"), Qt::CTRL | Qt::Key_E, "export"_L1);
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), Qt::CTRL | Qt::Key_Q, "quit"_L1);
    quit->setMenuRole(QAction::QuitRole);
}

void MainMenu::makeEdit()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    copy = add(menu, tr("&Copy"), {});
    filterRows = add(menu, tr("&Filter the rows"), Qt::CTRL | Qt::Key_F, "filter"_L1);
    menu->addSeparator();
    settings = add(menu, tr("&Settings…"), Qt::CTRL | Qt::Key_Comma, "settings"_L1);
    settings->setMenuRole(QAction::PreferencesRole);
}

void MainMenu::makeView()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    startPage = add(menu, tr("&Start page"), Qt::ALT | Qt::Key_Home, "home"_L1);
    activity = add(menu, tr("&Activity"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, "hourglass"_L1);
    problems = add(menu, tr("&Problems"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, "warning"_L1);
    menu->addSeparator();
    navigator = add(menu, tr("&Navigator"), Qt::Key_F9);
    navigator->setCheckable(true);
    navigator->setChecked(true);
    nextPane = add(menu, tr("N&ext part of the window"), Qt::Key_F6);
    fullScreen = add(menu, tr("&Full screen"), Qt::Key_F11);
    fullScreen->setCheckable(true);
    menu->addSeparator();
    QMenu *colours = menu->addMenu(tr("&Colours"));
    themes = new QActionGroup(this);
    const std::pair<QString, Theme::Choice> choices[] = {{tr("As the s&ystem"), Theme::Choice::System},
                                                         {tr("&Light"), Theme::Choice::Light},
                                                         {tr("&Dark"), Theme::Choice::Dark}};
    for (const auto &[text, choice] : choices) {
        QAction *action = colours->addAction(text);
        action->setCheckable(true);
        action->setData(Theme::nameOf(choice));
        themes->addAction(action);
    }
}

void MainMenu::makeRun()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Run"));
    start = add(menu, tr("&Start, pause or continue"), Qt::Key_F5, "play"_L1);
    finish = add(menu, tr("&Finish here (rows are kept)"), Qt::SHIFT | Qt::Key_F5, "stop"_L1);
    retryNow = add(menu, tr("&Try now instead of waiting"), Qt::CTRL | Qt::Key_F5, "retry"_L1);
    menu->addSeparator();
    goOn = add(menu, tr("&Go on with the unfinished run"), Qt::CTRL | Qt::SHIFT | Qt::Key_F5);
}

void MainMenu::makeTools()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Tools"));
    practice = add(menu, tr("Try with &invented data"), {}, "practice"_L1);
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        connects << add(menu, tr("&Connect %1…").arg(source->shortTitle()), {}, "key"_L1);
        connects.last()->setData(source->id());
    }
    proxies = add(menu, tr("&Proxies"), Qt::CTRL | Qt::SHIFT | Qt::Key_X, "proxies"_L1);
    terms = menu->addMenu(tr("&Terms of the sources"));
}

void MainMenu::makeHelp()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    shortcuts = add(menu, tr("&Keys"), Qt::Key_F1);
    menu->addSeparator();
    about = add(menu, tr("&About Linnet"), {}, "info"_L1);
    about->setMenuRole(QAction::AboutRole);
    aboutQt = add(menu, tr("About &Qt"), {});
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void MainMenu::showTheme(Theme::Choice choice)
{
    for (QAction *action : themes->actions())
        action->setChecked(action->data().toString() == Theme::nameOf(choice));
}

} // namespace linnet::gui
