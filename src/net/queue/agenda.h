// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <optional>
#include <set>
#include <unordered_map>

namespace linnet::net {

/// What is due when: one moment (monotonic nanoseconds) per id, the earliest first.
class Agenda
{
public:
    using Id = quint64;

    void set(Id id, qint64 atNs);
    void remove(Id id);
    std::optional<qint64> earliest() const;
    /// Takes out what is due, in order.
    QList<Id> takeDue(qint64 nowNs);
    /// Moves everything later; for time in which the program did not run.
    void postpone(qint64 ns);
    bool isEmpty() const { return m_order.empty(); }

private:
    std::set<std::pair<qint64, Id>> m_order;
    std::unordered_map<Id, qint64> m_when;
};

} // namespace linnet::net
