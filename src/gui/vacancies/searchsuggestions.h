// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringListModel>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

class QCompleter;
class QLineEdit;

namespace linnet::session {
class NetworkControl;
}

namespace linnet::gui {

/// What people search for, offered below a field while somebody types. A source is asked a moment after the
/// last letter, and only when `whom` names one.
class SearchSuggestions : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        QString sourceId;
        QUrl base; ///< empty = the source's own
    };
    using Whom = std::function<std::optional<Place>()>;

    /// All outlive this object; edit is its parent.
    SearchSuggestions(session::NetworkControl &network, QLineEdit &edit, Whom whom);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void choose(const QString &text);
    void offer(const QString &typed, const QStringList &texts);

    session::NetworkControl &m_network;
    QLineEdit &m_edit;
    Whom m_whom;
    QStringListModel m_texts;
    QCompleter *m_completer;
    QTimer m_pause;
};

} // namespace linnet::gui
