// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/searchsuggestions.h"

#include "session/networkcontrol.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace linnet::gui {

using namespace std::chrono_literals;

namespace {

/// Since the last letter: who types on is not interested yet.
constexpr std::chrono::milliseconds SuggestionPause = 300ms;
constexpr int RowSpacing = 4;

} // namespace

SearchSuggestions::SearchSuggestions(session::NetworkControl &network, QLineEdit &edit, Whom whom)
    : QObject(&edit)
    , m_network(network)
    , m_edit(edit)
    , m_whom(std::move(whom))
    , m_completer(new QCompleter(&m_texts, this))
{
    // The source has chosen; it may correct what was typed.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(&edit);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), &edit,
            [this](const QString &text) { choose(text); });
    m_completer->popup()->installEventFilter(this);
    if (auto *list = qobject_cast<QListView *>(m_completer->popup()))
        list->setSpacing(RowSpacing);
    m_pause.setSingleShot(true);
    m_pause.setInterval(SuggestionPause);
    connect(&m_pause, &QTimer::timeout, this, &SearchSuggestions::ask);
    connect(&edit, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(&network, &session::NetworkControl::suggested, this,
            [this](const QString &, const QString &typed, const QStringList &texts) { offer(typed, texts); });
}

void SearchSuggestions::choose(const QString &text)
{
    m_edit.setText(text);
    Q_EMIT m_edit.textEdited(text);
    m_pause.stop();
}

/// Enter takes what is marked; else the field would hear it first, and begin the search.
bool SearchSuggestions::eventFilter(QObject *watched, QEvent *event)
{
    const QModelIndex marked = m_completer->popup()->currentIndex();
    if (event->type() != QEvent::KeyPress || !marked.isValid())
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QObject::eventFilter(watched, event);
    m_completer->popup()->hide();
    choose(marked.data().toString());
    return true;
}

void SearchSuggestions::ask()
{
    if (const auto place = m_whom())
        m_network.suggest(place->sourceId, m_edit.text(), place->base);
}

void SearchSuggestions::offer(const QString &typed, const QStringList &texts)
{
    if (typed != m_edit.text() || !m_edit.hasFocus() || texts.isEmpty() || texts == QStringList{typed})
        return;
    m_texts.setStringList(texts);
    m_completer->complete();
}

} // namespace linnet::gui
