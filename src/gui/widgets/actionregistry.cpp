// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/actionregistry.h"

#include "gui/look/icons.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace linnet::gui {

namespace {

/// How near a widget is to what the user works with; -1 = he cannot see it.
int nearness(const QWidget *widget)
{
    if (!widget->isWindow() && !widget->isVisible())
        return -1;
    constexpr int Focused = 1000;
    const QWidget *focus = QApplication::focusWidget();
    int depth = 0;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        ++depth;
    return depth + (widget == focus || widget->isAncestorOf(focus) ? Focused : 0);
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ActionRegistry::update);
    connect(qApp, &QApplication::focusChanged, this, &ActionRegistry::refresh);
    // Menus say what would be undone: in the next event, as a window that goes empties its history.
    connect(&m_history, &QUndoStack::indexChanged, this, [this] {
        m_saysOtherUndo = true;
        refresh();
    });
}

ActionRegistry::~ActionRegistry() = default;

ActionRegistry::Entries::const_iterator ActionRegistry::find(const QString &id) const
{
    return std::ranges::find(m_entries, id,
                             [](const auto &entry) -> const QString & { return entry->about.id; });
}

ActionRegistry::Entry &ActionRegistry::entry(const QString &id)
{
    if (const auto found = find(id); found != m_entries.end())
        return **found;
    Entry &made = *m_entries.emplace_back(std::make_unique<Entry>());
    made.about.id = id;
    return made;
}

QAction *ActionRegistry::declare(const About &about)
{
    Entry &own = entry(about.id);
    own.about = about; // that of a window before is not asked for its texts any more
    if (own.action) {
        showTexts(own);
        return own.action;
    }
    own.action = new QAction(this);
    own.action->setObjectName(about.id);
    own.action->setShortcut(about.key);
    own.action->setCheckable(about.checkable);
    if (!about.icon.isEmpty())
        own.action->setIcon(lineIcon(QLatin1StringView(about.icon.toLatin1())));
    showTexts(own);
    own.action->setEnabled(false); // until somebody can do it
    connect(own.action, &QAction::triggered, this, [this, &own] { trigger(own); });
    refresh();
    Q_EMIT declared(own.action);
    return own.action;
}

void ActionRegistry::showTexts(const Entry &entry)
{
    if (!entry.action)
        return;
    entry.action->setText(entry.about.text());
    const QString why = whyNot(entry);
    if (!why.isEmpty() || entry.why || entry.about.toolTip)
        entry.action->setToolTip(why.isEmpty() && entry.about.toolTip ? entry.about.toolTip() : why);
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto found = find(id);
    return found == m_entries.end() ? nullptr : (*found)->action;
}

QList<QAction *> ActionRegistry::actions() const
{
    QList<QAction *> result;
    for (const auto &entry : m_entries) {
        if (entry->action)
            result << entry->action;
    }
    return result;
}

QString ActionRegistry::group(const QAction *action) const
{
    const Entry *entry = entryOf(action);
    return entry && entry->about.group ? entry->about.group() : QString();
}

QString ActionRegistry::icon(const QAction *action) const
{
    const Entry *entry = entryOf(action);
    return entry ? entry->about.icon : QString();
}

QString ActionRegistry::said(const QAction *action) const
{
    const Entry *entry = entryOf(action);
    return entry ? plain(entry->about.text()) : QString();
}

QString ActionRegistry::plainText(const QAction *action)
{
    return plain(action->text());
}

const ActionRegistry::Entry *ActionRegistry::entryOf(const QAction *action) const
{
    const auto found = std::ranges::find(m_entries, action, [](const auto &entry) { return entry->action; });
    return found == m_entries.end() ? nullptr : found->get();
}

void ActionRegistry::provide(const QString &id, QWidget *owner, Deed deed)
{
    std::vector<Provider> &providers = entry(id).providers;
    std::erase_if(providers, [](const Provider &provider) { return provider.owner.isNull(); });
    providers.push_back({owner, std::move(deed)});
    owner->installEventFilter(this); // once, however often it is called
    refresh();
}

const ActionRegistry::Provider *ActionRegistry::provider(const Entry &entry) const
{
    const Provider *best = nullptr;
    int most = -1;
    for (const Provider &provider : entry.providers) {
        const int rank = provider.owner ? nearness(provider.owner) : -1;
        if (rank > most && (!provider.deed.isEnabled || provider.deed.isEnabled())) {
            best = &provider;
            most = rank;
        }
    }
    return best;
}

void ActionRegistry::guard(const QStringList &ids, const Text &why)
{
    for (const QString &id : ids)
        entry(id).why = why;
    refresh();
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const auto found = find(id);
    return found == m_entries.end() ? QString() : whyNot(**found);
}

bool ActionRegistry::trigger(const Entry &entry)
{
    const Provider *chosen = whyNot(entry).isEmpty() ? provider(entry) : nullptr;
    if (chosen) {
        const auto act = chosen->deed.run; // it may bring others to the front
        act();
    }
    refresh();
    return chosen != nullptr;
}

bool ActionRegistry::canRun(const QString &id) const
{
    const auto found = find(id);
    return found != m_entries.end() && whyNot(**found).isEmpty() && provider(**found);
}

bool ActionRegistry::run(const QString &id)
{
    const auto found = find(id);
    return found != m_entries.end() && trigger(**found);
}

void ActionRegistry::refresh()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void ActionRegistry::update()
{
    if (std::exchange(m_saysOtherUndo, false))
        retranslate();
    for (const auto &entry : m_entries) {
        if (!entry->action)
            continue;
        const Provider *chosen = whyNot(*entry).isEmpty() ? provider(*entry) : nullptr;
        entry->action->setEnabled(chosen != nullptr);
        if (entry->why)
            showTexts(*entry);
        if (chosen && chosen->deed.isChecked)
            entry->action->setChecked(chosen->deed.isChecked());
    }
}

void ActionRegistry::retranslate()
{
    for (const auto &entry : m_entries)
        showTexts(*entry);
}

bool ActionRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace linnet::gui
