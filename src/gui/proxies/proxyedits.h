// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/proxybook.h"

#include <QFutureWatcher>

#include <functional>
#include <optional>
#include <vector>

namespace linnet::gui {

/// Changes to the lists of proxies that can be taken back, the last one first. Large lists are changed in
/// another thread, one change after the other; done() comes in both cases.
class ProxyEdits : public QObject
{
    Q_OBJECT

public:
    using Act = std::function<void(proxies::KeptList &)>;

    /// book outlives this object.
    explicit ProxyEdits(session::ProxyBook &book, QObject *parent = nullptr);

    /// what: said to the user, "3 proxies removed". act runs in any thread, perhaps twice, and holds what it
    /// needs.
    /// more: about how many proxies it adds.
    void change(const QString &listId, const QString &what, Act act, qsizetype more = 0);
    /// A new list, which act fills.
    void add(const proxies::KeptList &list, const QString &what, Act act, qsizetype more);
    void remove(const QString &listId, const QString &what);
    /// That they are the user's own, in all lists that have them.
    void setMine(const QString &listId, const QSet<QString> &keys, bool mine, const QString &what);
    /// A list as it was before it is read again; without changed(), as that comes when it was read.
    void remember(const QString &listId, const QString &what);

    /// What undo() takes back, as it was said when it was done; "" = there is nothing.
    QString undoable() const { return m_steps.empty() ? QString() : m_steps.back().what; }
    /// Not while a change is under way.
    void undo();

Q_SIGNALS:
    void done(const QString &listId, const QString &what);
    void undone(const QString &listId);

private:
    using Lists = QList<proxies::KeptList>;
    /// The lists that a change touched, as they were; none = it was not there.
    struct Step
    {
        QString what;
        std::vector<std::pair<QString, std::optional<proxies::KeptList>>> lists;
    };
    struct Edit
    {
        QString list;
        QString what;
        std::function<void(Lists &)> act;
        qsizetype more = 0;
    };
    struct Outcome
    {
        Lists before;
        Lists after;
    };

    void enqueue(Edit edit);
    void next();
    void finish(const Outcome &outcome);
    void keep(Step step);

    session::ProxyBook &m_book;
    std::vector<Step> m_steps;
    std::vector<Edit> m_edits; ///< the first is under way
    QFutureWatcher<Outcome> m_work;
};

} // namespace linnet::gui
