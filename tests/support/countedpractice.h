// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/server/practiceserver.h"
#include "practice/vacancies/catalogue.h"

#include <QHash>
#include <QMutex>

#include <vector>

namespace linnet::test {

/// What a practice server has been asked, readable from any thread while it runs.
class Ledger : public practice::RequestObserver
{
public:
    void onStart() override
    {
        const QMutexLocker lock(&m_mutex);
        m_peers.clear();
        m_arrivals.clear();
        m_hits.clear();
    }

    void onRequest(qint64 arrivalNs, const QByteArray &address, const QString &peer) override
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

/// A practice server that counts what it is asked.
class CountedPractice : public practice::PracticeServer
{
public:
    explicit CountedPractice(QList<practice::Fault> faults = {})
        : CountedPractice(std::move(faults), std::make_shared<Ledger>())
    {
    }

    /// Monotonic nanoseconds of every API request's arrival since the start.
    std::vector<qint64> arrivals() const { return m_ledger->arrivals(); }
    /// How often each API address (path and query as sent) has been asked since the start.
    QHash<QByteArray, int> hits() const { return m_ledger->hits(); }
    /// How many API requests came from each address since the start.
    QHash<QString, int> peers() const { return m_ledger->peers(); }
    /// How many vacancies a search without text finds.
    static int vacancyCount() { return practice::Catalogue::size; }

private:
    CountedPractice(QList<practice::Fault> faults, std::shared_ptr<Ledger> ledger)
        : PracticeServer(std::move(faults), ledger)
        , m_ledger(std::move(ledger))
    {
    }

    std::shared_ptr<Ledger> m_ledger;
};

} // namespace linnet::test
