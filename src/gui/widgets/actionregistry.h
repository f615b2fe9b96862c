// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QWidget;

namespace linnet::gui {

/// The one list of what can be done in the window. Menus, keys and the list of keys are made of it. An action
/// is declared once; what it does is said by whoever can do it: the window, a page, a table. When it is
/// chosen, the one that has the focus is asked, else the innermost one that can be seen.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    using Text = std::function<QString()>; ///< asked again when the language changes

    struct About
    {
        QString id;   ///< "run.start"; never shown
        Text group;   ///< heading in the list of keys
        Text text;    ///< as in menus, with "&" and "…"
        Text toolTip; ///< may be empty
        QKeySequence key;
        QString icon; ///< of lineIcon(); may be empty
        bool checkable = false;
    };
    /// What one widget does for an action.
    struct Deed
    {
        std::function<void()> run;
        std::function<bool()> isEnabled; ///< empty = always
        std::function<bool()> isChecked; ///< of checkable ones
    };

    explicit ActionRegistry(QObject *parent = nullptr);
    ~ActionRegistry() override;

    /// The action of this id, made when there was none; the registry owns it. What is declared again takes
    /// the place of what was, but for key and icon.
    QAction *declare(const About &about);
    QAction *action(const QString &id) const; ///< null when it was not declared
    QList<QAction *> actions() const;         ///< in the order in which they were declared
    QString group(const QAction *action) const;
    QString icon(const QAction *action) const; ///< of lineIcon(); "" = none
    /// Its text without the marks of menus, made anew, so that InEnglish counts.
    QString said(const QAction *action) const;
    /// The text without the marks of menus.
    static QString plainText(const QAction *action);

    /// While owner lives and can be seen; before or after the action is declared.
    void provide(const QString &id, QWidget *owner, Deed deed);
    /// These cannot be chosen while `why` has an answer, which is their tooltip then. Asked at each
    /// refresh(); before or after they are declared.
    void guard(const QStringList &ids, const Text &why);
    /// Why an action cannot be chosen whoever could do it; "" = it can.
    QString whyNot(const QString &id) const;
    bool canRun(const QString &id) const; ///< somebody can do it now
    /// As if the user had chosen it; false when nobody can do it now.
    bool run(const QString &id);
    /// What can be done may be something else: looked at before the next event of the user.
    void refresh();
    void retranslate();
    /// What was done and can be undone, whatever it was and wherever.
    QUndoStack &history() { return m_history; }

Q_SIGNALS:
    void declared(QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Provider
    {
        QPointer<QWidget> owner;
        Deed deed;
    };
    struct Entry
    {
        About about;
        QAction *action = nullptr; ///< null = not declared (yet)
        Text why;                  ///< see guard(); may be empty
        std::vector<Provider> providers;
    };

    using Entries = std::vector<std::unique_ptr<Entry>>;

    Entry &entry(const QString &id);
    Entries::const_iterator find(const QString &id) const;
    const Provider *provider(const Entry &entry) const;
    bool trigger(const Entry &entry);
    const Entry *entryOf(const QAction *action) const;
    static QString whyNot(const Entry &entry) { return entry.why ? entry.why() : QString(); }
    static void showTexts(const Entry &entry);
    void update();

    Entries m_entries;
    QTimer m_soon;
    bool m_saysOtherUndo = false; ///< than the menus
    QUndoStack m_history;
};

} // namespace linnet::gui
