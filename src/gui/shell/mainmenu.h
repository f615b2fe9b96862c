// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/theme.h"
#include "gui/shell/taskkinds.h"
#include "gui/widgets/actionregistry.h"

#include <QObject>

class QActionGroup;
class QMainWindow;
class QMenu;

namespace linnet::gui {

/// The menus of the window, made of the actions of the registry. Declares those that the window and its
/// pages can do; keys do not depend on the desktop.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// registry and kinds outlive the menus.
    MainMenu(QMainWindow &window, ActionRegistry &registry, const QList<TaskKind> &kinds);

    static QString newTaskId(const TaskKind &kind); ///< of the action that begins a task
    static QString listsId(const TaskKind &kind);   ///< of the one that shows what its tasks work with

    static QString connectId(const QString &sourceId);
    /// Actions that write to the open project.
    static QStringList writingIds();

    QMenu *recent() const { return m_recent; }
    QMenu *terms() const { return m_terms; }
    QActionGroup *themes() const { return m_themes; } ///< data: name of a Theme::Choice

protected:
    bool event(QEvent *event) override;

private:
    using Ids = QStringList; ///< "" = a line between

    QMenu *addMenu(const char *title, const Ids &ids);
    /// title, text and hint: source texts in the context of this class.
    void declare(const QString &id, const char *title, const char *text, const QKeySequence &key = {},
                 const QString &icon = {}, bool checkable = false);
    void makeFile();
    void makeEdit();
    void declareHistory();
    void makeView();
    void makeRun();
    void makeTools();
    void makeHelp();
    QMenu *makeColours();
    void retranslate();

    QMainWindow &m_window;
    ActionRegistry &m_registry;
    const QList<TaskKind> &m_kinds;
    QList<std::pair<QMenu *, const char *>> m_titles;
    QMenu *m_recent = nullptr;
    QMenu *m_terms = nullptr;
    QActionGroup *m_themes = nullptr;
};

} // namespace linnet::gui
