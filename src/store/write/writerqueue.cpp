// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/writerqueue.h"

namespace linnet::store {

bool WriterQueue::push(WriterEntry entry, bool urgent)
{
    const Weight weight = Weight::of(entry);
    const QMutexLocker lock(&m_mutex);
    m_entries.push_back({std::move(entry), weight, urgent});
    m_waiting += weight;
    m_urgent += int(urgent);
    updateBusy();
    if (m_writer == Writer::Awake || (m_writer == Writer::Waiting && !isPressing()))
        return false;
    m_writer = Writer::Awake;
    return true;
}

std::vector<WriterEntry> WriterQueue::take(qint64 rows)
{
    const QMutexLocker lock(&m_mutex);
    std::vector<WriterEntry> result;
    qint64 taken = 0;
    while (!m_entries.empty() && taken < rows) {
        Waiting &next = m_entries.front();
        taken += next.weight.rows;
        m_waiting -= next.weight;
        m_taken += next.weight;
        m_urgent -= int(next.urgent);
        result.push_back(std::move(next.entry));
        m_entries.pop_front();
    }
    return result;
}

qint64 WriterQueue::takenRows() const
{
    const QMutexLocker lock(&m_mutex);
    return m_taken.rows;
}

void WriterQueue::release()
{
    const QMutexLocker lock(&m_mutex);
    m_taken = {};
    updateBusy();
}

std::vector<std::shared_ptr<FlushSignal>> WriterQueue::takeFlushes()
{
    const QMutexLocker lock(&m_mutex);
    std::vector<std::shared_ptr<FlushSignal>> result;
    std::erase_if(m_entries, [&](Waiting &waiting) {
        auto *flush = std::get_if<std::shared_ptr<FlushSignal>>(&waiting.entry);
        if (!flush)
            return false;
        result.push_back(std::move(*flush));
        m_waiting -= waiting.weight;
        m_urgent -= int(waiting.urgent);
        return true;
    });
    return result;
}

bool WriterQueue::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.empty();
}

bool WriterQueue::sleep()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_entries.empty())
        return false;
    m_writer = Writer::Asleep;
    return true;
}

bool WriterQueue::waitForMore()
{
    const QMutexLocker lock(&m_mutex);
    if (isPressing())
        return false;
    m_writer = Writer::Waiting;
    return true;
}

void WriterQueue::wake()
{
    const QMutexLocker lock(&m_mutex);
    m_writer = Writer::Awake;
}

void WriterQueue::updateBusy()
{
    const auto over = [&](int divisor) {
        return m_waiting.rows + m_taken.rows > MaxRows / divisor ||
               m_waiting.bytes + m_taken.bytes > MaxBytes / divisor;
    };
    if (over(2)) {
        m_busy = true;
        m_wasBusy = true;
    } else if (!over(4)) {
        m_busy = false;
    }
}

} // namespace linnet::store
