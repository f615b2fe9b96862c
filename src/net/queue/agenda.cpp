// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/agenda.h"

namespace linnet::net {

void Agenda::set(Id id, qint64 atNs)
{
    remove(id);
    m_when.emplace(id, atNs);
    m_order.emplace(atNs, id);
}

void Agenda::remove(Id id)
{
    const auto found = m_when.find(id);
    if (found == m_when.end())
        return;
    m_order.erase({found->second, id});
    m_when.erase(found);
}

std::optional<qint64> Agenda::earliest() const
{
    if (m_order.empty())
        return std::nullopt;
    return m_order.begin()->first;
}

QList<Agenda::Id> Agenda::takeDue(qint64 nowNs)
{
    QList<Id> due;
    while (!m_order.empty() && m_order.begin()->first <= nowNs) {
        due.append(m_order.begin()->second);
        m_when.erase(m_order.begin()->second);
        m_order.erase(m_order.begin());
    }
    return due;
}

void Agenda::postpone(qint64 ns)
{
    std::set<std::pair<qint64, Id>> later;
    for (const auto &[at, id] : m_order)
        later.emplace_hint(later.end(), at + ns, id);
    m_order.swap(later);
    for (auto &[id, at] : m_when)
        at += ns;
}

} // namespace linnet::net
