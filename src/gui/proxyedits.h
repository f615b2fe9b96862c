// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/proxybook.h"

#include <functional>
#include <optional>
#include <vector>

namespace linnet::gui {

/// Changes to the lists of proxies that can be taken back, the last one first.
class ProxyEdits : public QObject
{
    Q_OBJECT

public:
    /// book outlives this object.
    explicit ProxyEdits(session::ProxyBook &book, QObject *parent = nullptr);

    /// what: said to the user, "3 proxies removed".
    void change(const QString &listId, const QString &what,
                const std::function<void(proxies::KeptList &)> &act);
    void add(const proxies::KeptList &list, const QString &what);
    void remove(const QString &listId, const QString &what);
    /// That they are the user's own, in all lists that have them.
    void setMine(const QString &listId, const QSet<QString> &keys, bool mine, const QString &what);
    /// A list as it was before it is read again; without changed(), as that comes when it was read.
    void remember(const QString &listId);

    bool canUndo() const { return !m_steps.empty(); }
    void undo();

Q_SIGNALS:
    void done(const QString &what);
    void undone(const QString &listId);

private:
    /// The lists that a change touched, as they were; none = it was not there.
    using Step = std::vector<std::pair<QString, std::optional<proxies::KeptList>>>;

    Step before(const QString &listId) const;

    session::ProxyBook &m_book;
    std::vector<Step> m_steps;
};

} // namespace linnet::gui
