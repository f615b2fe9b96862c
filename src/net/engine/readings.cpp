// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/readings.h"

#include <utility>

namespace linnet::net {

namespace {
/// A further worker is woken when so many answers wait for each that is at work.
constexpr size_t ManyWaiting = 4;
} // namespace

Readings::Readings(std::function<void(quint64, Reading)> ready)
    : m_ready(std::move(ready))
{
}

Readings::~Readings()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_asked.clear();
    }
    m_pool.waitForDone();
}

void Readings::run(quint64 id, const Reader &reader, const Response &response)
{
    const QMutexLocker lock(&m_mutex);
    m_asked.push_back({id, reader, response});
    if (m_workers >= m_pool.maxThreadCount() || m_asked.size() <= size_t(m_workers) * ManyWaiting)
        return;
    ++m_workers;
    m_pool.start([this] { work(); });
}

void Readings::work()
{
    QMutexLocker lock(&m_mutex);
    while (!m_asked.empty()) {
        const Asked next = std::move(m_asked.front());
        m_asked.pop_front();
        lock.unlock();
        Reading reading = next.reader(next.response);
        lock.relock();
        m_read.push_back({next.id, std::move(reading)});
        if (m_read.size() == 1)
            QMetaObject::invokeMethod(
                this, [this] { deliver(); }, Qt::QueuedConnection);
    }
    --m_workers;
}

void Readings::deliver()
{
    std::vector<Read> read;
    {
        const QMutexLocker lock(&m_mutex);
        read.swap(m_read);
    }
    for (Read &one : read)
        m_ready(one.id, std::move(one.reading));
}

} // namespace linnet::net
