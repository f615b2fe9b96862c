// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>

#include <vector>

namespace linnet::practice {

/// What the server has seen, readable from any thread while it runs.
class Ledger
{
public:
    void add(qint64 arrivalNs, const QByteArray &address, const QString &peer)
    {
        const QMutexLocker lock(&m_mutex);
        ++m_peers[peer];
        m_arrivals.push_back(arrivalNs);
        ++m_hits[address];
    }

    std::vector<qint64> arrivals() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_arrivals;
    }

    QHash<QByteArray, int> hits() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_hits;
    }

    QHash<QString, int> peers() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_peers;
    }

private:
    mutable QMutex m_mutex;
    std::vector<qint64> m_arrivals;
    QHash<QByteArray, int> m_hits;
    QHash<QString, int> m_peers;
};

} // namespace linnet::practice
