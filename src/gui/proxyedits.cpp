// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxyedits.h"

namespace linnet::gui {

using proxies::KeptList;

namespace {

constexpr size_t MostSteps = 50;

} // namespace

ProxyEdits::ProxyEdits(session::ProxyBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
}

ProxyEdits::Step ProxyEdits::before(const QString &listId) const
{
    const KeptList *list = m_book.list(listId);
    return {{listId, list ? std::optional(*list) : std::nullopt}};
}

void ProxyEdits::remember(const QString &listId)
{
    m_steps.push_back(before(listId));
    if (m_steps.size() > MostSteps)
        m_steps.erase(m_steps.begin());
}

void ProxyEdits::change(const QString &listId, const QString &what,
                        const std::function<void(KeptList &)> &act)
{
    const KeptList *known = m_book.list(listId);
    if (!known)
        return;
    KeptList list = *known;
    act(list);
    if (list == *known)
        return;
    remember(listId);
    m_book.put(list);
    Q_EMIT done(what);
}

void ProxyEdits::add(const KeptList &list, const QString &what)
{
    remember(list.id);
    m_book.put(list);
    Q_EMIT done(what);
}

void ProxyEdits::remove(const QString &listId, const QString &what)
{
    remember(listId);
    m_book.remove(listId);
    Q_EMIT done(what);
}

void ProxyEdits::setMine(const QString &listId, const QSet<QString> &keys, bool mine, const QString &what)
{
    Step step = before(listId);
    for (const KeptList &list : m_book.lists()) {
        if (list.id != listId)
            step.emplace_back(list.id, list);
    }
    m_steps.push_back(std::move(step));
    m_book.setMine(keys, mine);
    Q_EMIT done(what);
}

void ProxyEdits::undo()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    for (const auto &[id, list] : step) {
        if (list)
            m_book.put(*list);
        else
            m_book.remove(id);
    }
    Q_EMIT undone(step.front().first);
}

} // namespace linnet::gui
