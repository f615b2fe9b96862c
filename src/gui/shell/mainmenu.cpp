// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainmenu.h"

#include "gui/look/icons.h"
#include "vacancies/search/sources.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

ActionRegistry::Text words(const char *text)
{
    return [text] { return MainMenu::tr(text); };
}

ActionRegistry::Text heading(const char *title)
{
    return [title] { return MainMenu::tr(title).remove(u'&'); };
}

/// Its texts in the language that is asked for just now.
TaskKind kindNow(const QString &id)
{
    const QList<TaskKind> kinds = taskKinds();
    const auto found = std::ranges::find(kinds, id, &TaskKind::id);
    return found == kinds.end() ? TaskKind() : *found;
}

constexpr auto File = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&File");
constexpr auto Edit = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&Edit");
constexpr auto View = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&View");
constexpr auto Run = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&Run");
constexpr auto Tools = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&Tools");
constexpr auto Help = QT_TRANSLATE_NOOP("linnet::gui::MainMenu", "&Help");

} // namespace

MainMenu::MainMenu(QMainWindow &window, ActionRegistry &registry, const QList<TaskKind> &kinds)
    : QObject(&window)
    , m_window(window)
    , m_registry(registry)
    , m_kinds(kinds)
{
    // Keys work while the menu bar is hidden, too.
    connect(&registry, &ActionRegistry::declared, &window,
            [&window](QAction *action) { window.addAction(action); });
    window.addActions(registry.actions());
    makeFile();
    makeEdit();
    makeView();
    makeRun();
    makeTools();
    makeHelp();
}

QString MainMenu::newTaskId(const TaskKind &kind)
{
    return u"new."_s + kind.id;
}

QString MainMenu::listsId(const TaskKind &kind)
{
    return u"lists."_s + kind.id;
}

QString MainMenu::connectId(const QString &sourceId)
{
    return u"connect."_s + sourceId;
}

QStringList MainMenu::writingIds()
{
    return {u"file.import"_s, u"file.take"_s,   u"task.runAgain"_s, u"task.settings"_s,
            u"task.rename"_s, u"task.remove"_s, u"row.star"_s,      u"row.tags"_s,
            u"row.note"_s,    u"run.start"_s,   u"run.goOn"_s};
}

QMenu *MainMenu::addMenu(const char *title, const Ids &ids)
{
    QMenu *menu = m_window.menuBar()->addMenu(tr(title));
    menu->setToolTipsVisible(true); // they say why something cannot be done
    m_titles.append({menu, title});
    for (const QString &id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else
            menu->addAction(m_registry.action(id));
    }
    return menu;
}

// QKeySequence's standard keys are empty for some of these without a desktop theme, so all are named.
void MainMenu::declare(const QString &id, const char *title, const char *text, const QKeySequence &key,
                       const QString &icon, bool checkable)
{
    m_registry.declare({id, heading(title), words(text), {}, key, icon, checkable});
}

void MainMenu::makeFile()
{
    Ids ids;
    for (const TaskKind &kind : m_kinds) {
        ids << newTaskId(kind);
        const auto text = [id = kind.id] { return kindNow(id).newText; };
        m_registry.declare({ids.last(), heading(File), text, {}, kind.newKey, kind.icon});
    }
    declare(u"file.open"_s, File, QT_TR_NOOP("&Open a project…"), Qt::CTRL | Qt::Key_O, u"folder"_s);
    declare(u"file.save"_s, File, QT_TR_NOOP("Sa&ve the project"), Qt::CTRL | Qt::Key_S);
    declare(u"file.saveAs"_s, File, QT_TR_NOOP("&Save the project as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
            u"save"_s);
    declare(u"file.close"_s, File, QT_TR_NOOP("&Close the project"), Qt::CTRL | Qt::Key_W);
    declare(u"file.project"_s, File, QT_TR_NOOP("This &project…"), Qt::CTRL | Qt::Key_I);
    declare(u"file.merge"_s, File, QT_TR_NOOP("A&dd a colleague's project…"));
    declare(u"file.import"_s, File, QT_TR_NOOP("&Import…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    declare(u"file.take"_s, File, QT_TR_NOOP("&Take a search from a file…"));
    declare(u"file.export"_s, File, QT_TR_NOOP("&Export…"), Qt::CTRL | Qt::Key_E, u"export"_s);
    declare(u"file.quit"_s, File, QT_TR_NOOP("&Quit"), Qt::CTRL | Qt::Key_Q, u"quit"_s);
    m_registry.action(u"file.quit"_s)->setMenuRole(QAction::QuitRole);
    QMenu *menu = addMenu(File, ids << QString() << u"file.open"_s);
    m_recent = menu->addMenu(QString());
    m_titles.append({m_recent, QT_TR_NOOP("&Recent projects")});
    menu->addSeparator();
    menu->addAction(m_registry.action(u"file.save"_s));
    menu->addAction(m_registry.action(u"file.saveAs"_s));
    menu->addAction(m_registry.action(u"file.project"_s));
    menu->addAction(m_registry.action(u"file.close"_s));
    menu->addSeparator();
    menu->addAction(m_registry.action(u"file.import"_s));
    menu->addAction(m_registry.action(u"file.take"_s));
    menu->addAction(m_registry.action(u"file.merge"_s));
    menu->addAction(m_registry.action(u"file.export"_s));
    menu->addSeparator();
    menu->addAction(m_registry.action(u"file.quit"_s));
    retranslate();
}

void MainMenu::makeEdit()
{
    declareHistory();
    declare(u"task.runAgain"_s, Edit, QT_TR_NOOP("Run a&gain"), Qt::CTRL | Qt::Key_R, u"retry"_s);
    declare(u"task.settings"_s, Edit, QT_TR_NOOP("Folder, sc&hedule, files…"), Qt::ALT | Qt::Key_Return);
    declare(u"task.give"_s, Edit, QT_TR_NOOP("Save the search &to a file…"));
    declare(u"task.rename"_s, Edit, QT_TR_NOOP("Re&name…"), Qt::Key_F2);
    declare(u"task.duplicate"_s, Edit, QT_TR_NOOP("&Duplicate"), Qt::CTRL | Qt::Key_D);
    declare(u"task.remove"_s, Edit, QT_TR_NOOP("D&elete"), Qt::Key_Delete, u"trash"_s);
    declare(u"task.changes"_s, Edit, QT_TR_NOOP("&What changed"));
    declare(u"task.compare"_s, Edit, QT_TR_NOOP("Co&mpare both runs"));
    declare(u"edit.copy"_s, Edit, QT_TR_NOOP("&Copy"), Qt::CTRL | Qt::Key_C);
    declare(u"edit.copyCell"_s, Edit, QT_TR_NOOP("Copy the ce&ll"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    declare(u"edit.selectAll"_s, Edit, QT_TR_NOOP("Select &all"), Qt::CTRL | Qt::Key_A);
    declare(u"edit.find"_s, Edit, QT_TR_NOOP("F&ind in all columns"), Qt::CTRL | Qt::Key_F, u"search"_s);
    declare(u"edit.filter"_s, Edit, QT_TR_NOOP("&Filter by this column"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
            u"filter"_s);
    declare(u"edit.clearFilter"_s, Edit, QT_TR_NOOP("C&lear all filters"), Qt::CTRL | Qt::Key_Backspace);
    declare(u"edit.openRow"_s, Edit, QT_TR_NOOP("Open the &row in the browser"), Qt::CTRL | Qt::Key_Return,
            u"open"_s);
    declare(u"row.star"_s, Edit, QT_TR_NOOP("S&tar, or remove the star"), QKeySequence(u"*"_s), u"star"_s);
    declare(u"row.tags"_s, Edit, QT_TR_NOOP("Ta&gs…"), Qt::CTRL | Qt::Key_T);
    declare(u"row.note"_s, Edit, QT_TR_NOOP("N&ote"), Qt::CTRL | Qt::Key_M);
    declare(u"edit.settings"_s, Edit, QT_TR_NOOP("&Settings…"), Qt::CTRL | Qt::Key_Comma, u"settings"_s);
    m_registry.action(u"edit.settings"_s)->setMenuRole(QAction::PreferencesRole);
    addMenu(Edit, {u"edit.undo"_s,
                   u"edit.redo"_s,
                   u"edit.history"_s,
                   {},
                   u"edit.copy"_s,
                   u"edit.copyCell"_s,
                   u"edit.selectAll"_s,
                   {},
                   u"edit.find"_s,
                   u"edit.filter"_s,
                   u"edit.clearFilter"_s,
                   u"edit.openRow"_s,
                   {},
                   u"row.star"_s,
                   u"row.tags"_s,
                   u"row.note"_s,
                   {},
                   u"task.runAgain"_s,
                   u"task.changes"_s,
                   u"task.compare"_s,
                   u"task.settings"_s,
                   u"task.rename"_s,
                   u"task.duplicate"_s,
                   u"task.give"_s,
                   u"task.remove"_s,
                   {},
                   u"edit.settings"_s});
}

void MainMenu::declareHistory()
{
    const auto said = [](const QString &deed, const QString &verb, const QString &verbAndDeed) {
        return deed.isEmpty() ? verb : verbAndDeed.arg(QString(deed).replace(u'&', "&&"_L1));
    };
    const QUndoStack &history = m_registry.history();
    m_registry.declare({u"edit.undo"_s,
                        heading(Edit),
                        [&history, said] { return said(history.undoText(), tr("&Undo"), tr("&Undo: %1")); },
                        {},
                        Qt::CTRL | Qt::Key_Z,
                        {}});
    m_registry.declare({u"edit.redo"_s,
                        heading(Edit),
                        [&history, said] { return said(history.redoText(), tr("&Redo"), tr("&Redo: %1")); },
                        {},
                        Qt::CTRL | Qt::SHIFT | Qt::Key_Z,
                        {}});
    declare(u"edit.history"_s, Edit, QT_TR_NOOP("&History…"));
}

void MainMenu::makeView()
{
    declare(u"view.commands"_s, View, QT_TR_NOOP("Find a comm&and, page or run…"), Qt::CTRL | Qt::Key_K,
            u"search"_s);
    declare(u"view.start"_s, View, QT_TR_NOOP("&Start page"), Qt::ALT | Qt::Key_Home, u"home"_s);
    declare(u"view.activity"_s, View, QT_TR_NOOP("Re&quests"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
            u"hourglass"_s);
    declare(u"view.problems"_s, View, QT_TR_NOOP("&Problems"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
            u"warning"_s);
    declare(u"view.navigator"_s, View, QT_TR_NOOP("&Navigator"), Qt::Key_F9, {}, true);
    declare(u"view.values"_s, View, QT_TR_NOOP("&Values beside the table"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
            {}, true);
    declare(u"view.details"_s, View, QT_TR_NOOP("&Details of the row"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, {},
            true);
    declare(u"view.columns"_s, View, QT_TR_NOOP("&Columns…"));
    declare(u"view.ownTables"_s, View, QT_TR_NOOP("&Tables of yours…"));
    declare(u"view.readAgain"_s, View, QT_TR_NOOP("&Read again what others have written"));
    declare(u"view.back"_s, View, QT_TR_NOOP("&Back"), Qt::ALT | Qt::Key_Left);
    declare(u"view.nextPane"_s, View, QT_TR_NOOP("N&ext part of the window"), Qt::Key_F6);
    declare(u"view.previousPane"_s, View, QT_TR_NOOP("P&revious part of the window"), Qt::SHIFT | Qt::Key_F6);
    declare(u"view.textLarger"_s, View, QT_TR_NOOP("&Larger text"));
    declare(u"view.textSmaller"_s, View, QT_TR_NOOP("Smaller te&xt"), Qt::CTRL | Qt::Key_Minus);
    declare(u"view.textUsual"_s, View, QT_TR_NOOP("&Usual text size"), Qt::CTRL | Qt::Key_0);
    // Where + needs the Shift key, = is the same key without it.
    m_registry.action(u"view.textLarger"_s)
        ->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    declare(u"view.fullScreen"_s, View, QT_TR_NOOP("&Full screen"), Qt::Key_F11, {}, true);
    QMenu *menu = addMenu(View, {u"view.commands"_s,
                                 {},
                                 u"view.back"_s,
                                 u"view.start"_s,
                                 u"view.activity"_s,
                                 u"view.problems"_s,
                                 {},
                                 u"view.navigator"_s,
                                 u"view.values"_s,
                                 u"view.details"_s,
                                 u"view.columns"_s,
                                 u"view.ownTables"_s,
                                 u"view.readAgain"_s,
                                 {},
                                 u"view.nextPane"_s,
                                 u"view.previousPane"_s,
                                 {},
                                 u"view.textLarger"_s,
                                 u"view.textSmaller"_s,
                                 u"view.textUsual"_s,
                                 u"view.fullScreen"_s});
    menu->addMenu(makeColours());
}

QMenu *MainMenu::makeColours()
{
    auto *colours = new QMenu(&m_window);
    m_titles.append({colours, QT_TR_NOOP("&Colours")});
    m_themes = new QActionGroup(this);
    const std::pair<const char *, Theme::Choice> choices[] = {
        {QT_TR_NOOP("As the s&ystem"), Theme::Choice::System},
        {QT_TR_NOOP("&Light"), Theme::Choice::Light},
        {QT_TR_NOOP("&Dark"), Theme::Choice::Dark}};
    for (const auto &[text, choice] : choices) {
        const QString name = Theme::nameOf(choice);
        QAction *action =
            m_registry.declare({u"colours."_s + name, heading(View), words(text), {}, {}, {}, true});
        action->setData(name);
        colours->addAction(action);
        m_themes->addAction(action);
    }
    return colours;
}

void MainMenu::makeRun()
{
    declare(u"run.start"_s, Run, QT_TR_NOOP("&Start, pause or continue"), Qt::Key_F5, u"play"_s);
    declare(u"run.finish"_s, Run, QT_TR_NOOP("&Finish here (rows are kept)"), Qt::SHIFT | Qt::Key_F5,
            u"stop"_s);
    declare(u"run.retryNow"_s, Run, QT_TR_NOOP("&Try now instead of waiting"), Qt::CTRL | Qt::Key_F5,
            u"retry"_s);
    declare(u"run.goOn"_s, Run, QT_TR_NOOP("&Go on with the unfinished run"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_F5);
    addMenu(Run, {u"run.start"_s, u"run.finish"_s, u"run.retryNow"_s, {}, u"run.goOn"_s});
}

void MainMenu::makeTools()
{
    declare(u"tools.practice"_s, Tools, QT_TR_NOOP("Try with &invented data"), {}, u"practice"_s);
    Ids ids{u"tools.practice"_s};
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        ids << connectId(source->id());
        const auto text = [source] { return tr("&Connect %1…").arg(source->shortTitle()); };
        m_registry.declare({ids.last(), heading(Tools), text, {}, {}, u"key"_s});
    }
    for (const TaskKind &kind : m_kinds) {
        if (!kind.makeLists)
            continue;
        ids << listsId(kind);
        const auto text = [id = kind.id] { return kindNow(id).listsText; };
        m_registry.declare({ids.last(), heading(Tools), text, {}, kind.listsKey, kind.icon});
    }
    m_terms = addMenu(Tools, ids)->addMenu(QString());
    m_titles.append({m_terms, QT_TR_NOOP("&Terms of the sources")});
}

void MainMenu::makeHelp()
{
    declare(u"help.contents"_s, Help, QT_TR_NOOP("&Help"), Qt::Key_F1);
    declare(u"help.tour"_s, Help, QT_TR_NOOP("&Tour"));
    declare(u"help.sample"_s, Help, QT_TR_NOOP("Open the &sample project"), {}, u"sample"_s);
    declare(u"help.keys"_s, Help, QT_TR_NOOP("&Keys"), Qt::CTRL | Qt::Key_F1);
    declare(u"help.report"_s, Help, QT_TR_NOOP("Copy &report…"));
    declare(u"help.about"_s, Help, QT_TR_NOOP("&About Linnet"), {}, u"info"_s);
    declare(u"help.aboutQt"_s, Help, QT_TR_NOOP("About &Qt"));
    m_registry.action(u"help.about"_s)->setMenuRole(QAction::AboutRole);
    m_registry.action(u"help.aboutQt"_s)->setMenuRole(QAction::AboutQtRole);
    addMenu(Help, {u"help.contents"_s,
                   u"help.tour"_s,
                   u"help.sample"_s,
                   u"help.keys"_s,
                   {},
                   u"help.report"_s,
                   u"help.about"_s,
                   u"help.aboutQt"_s});
    retranslate();
}

void MainMenu::retranslate()
{
    for (const auto &[menu, title] : std::as_const(m_titles))
        menu->setTitle(tr(title));
}

bool MainMenu::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::event(event);
}

} // namespace linnet::gui
