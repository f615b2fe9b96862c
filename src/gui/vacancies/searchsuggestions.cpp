// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/searchsuggestions.h"

#include "session/networkcontrol.h"

#include <QCompleter>
#include <QLineEdit>

namespace linnet::gui {

using namespace std::chrono_literals;

namespace {

/// Since the last letter: who types on is not interested yet.
constexpr std::chrono::milliseconds Pause = 300ms;

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
            [this](const QString &text) {
                m_edit.setText(text);
                Q_EMIT m_edit.textEdited(text);
                m_pause.stop();
            });
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &SearchSuggestions::ask);
    connect(&edit, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(&network, &session::NetworkControl::suggested, this,
            [this](const QString &, const QString &typed, const QStringList &texts) { offer(typed, texts); });
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
