// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxyedits.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace linnet::gui {

using proxies::KeptList;

namespace {

constexpr size_t MostSteps = 50;
/// More proxies than these keep the window waiting for longer than a frame when they are changed.
constexpr qsizetype Large = 5000;

} // namespace

ProxyEdits::ProxyEdits(session::ProxyBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    connect(&m_work, &QFutureWatcherBase::finished, this, [this] { finish(m_work.result()); });
}

void ProxyEdits::keep(Step step)
{
    m_steps.push_back(std::move(step));
    if (m_steps.size() > MostSteps)
        m_steps.erase(m_steps.begin());
}

void ProxyEdits::remember(const QString &listId, const QString &what)
{
    const KeptList *list = m_book.list(listId);
    keep({what, {{listId, list ? std::optional(*list) : std::nullopt}}});
}

void ProxyEdits::change(const QString &listId, const QString &what, Act act, qsizetype more)
{
    enqueue({listId, what,
             [listId, act = std::move(act)](Lists &lists) {
                 if (const auto list = std::ranges::find(lists, listId, &KeptList::id); list != lists.end())
                     act(*list);
             },
             more});
}

void ProxyEdits::add(const KeptList &list, const QString &what, Act act, qsizetype more)
{
    enqueue({list.id, what,
             [list, act = std::move(act)](Lists &lists) {
                 lists.append(list);
                 act(lists.last());
             },
             more});
}

void ProxyEdits::remove(const QString &listId, const QString &what)
{
    remember(listId, what);
    m_book.remove(listId);
    Q_EMIT done(listId, what);
}

void ProxyEdits::setMine(const QString &listId, const QSet<QString> &keys, bool mine, const QString &what)
{
    enqueue({listId, what,
             [keys, mine](Lists &lists) {
                 for (KeptList &list : lists)
                     list.setMine(keys, mine);
             },
             0});
}

void ProxyEdits::enqueue(Edit edit)
{
    m_edits.push_back(std::move(edit));
    if (m_edits.size() == 1)
        next();
}

void ProxyEdits::next()
{
    const auto work = [lists = m_book.lists(), act = m_edits.front().act] {
        Outcome outcome{lists, lists};
        act(outcome.after);
        return outcome;
    };
    qsizetype size = m_edits.front().more;
    for (const KeptList &list : m_book.lists())
        size += list.proxies.size();
    const bool isLarge = size > Large;
    if (isLarge)
        m_work.setFuture(QtConcurrent::run(work));
    else
        finish(work());
}

void ProxyEdits::finish(const Outcome &outcome)
{
    const Lists &now = m_book.lists();
    // Somebody else has changed them meanwhile, a test that ended or a list that was read again.
    if (!std::ranges::equal(outcome.before, now, &KeptList::isSame))
        return next();
    Step step{m_edits.front().what, {}};
    for (const KeptList &list : outcome.after) {
        const auto known = std::ranges::find(now, list.id, &KeptList::id);
        if (known == now.end())
            step.lists.emplace_back(list.id, std::nullopt);
        else if (!known->isSame(list))
            step.lists.emplace_back(list.id, *known);
    }
    const Edit edit = std::move(m_edits.front());
    m_edits.erase(m_edits.begin());
    if (!step.lists.empty()) {
        // The list that is shown comes first: undo shows it.
        std::ranges::stable_partition(step.lists,
                                      [&](const auto &entry) { return entry.first == edit.list; });
        keep(std::move(step));
        m_book.setLists(outcome.after);
        Q_EMIT done(edit.list, edit.what);
    }
    if (!m_edits.empty())
        next();
}

void ProxyEdits::undo()
{
    if (m_steps.empty() || !m_edits.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    for (const auto &[id, list] : step.lists) {
        if (list)
            m_book.put(*list);
        else
            m_book.remove(id);
    }
    Q_EMIT undone(step.lists.front().first);
}

} // namespace linnet::gui
