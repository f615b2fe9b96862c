// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/write/writerentry.h"

#include <QMutex>

#include <atomic>
#include <deque>

namespace linnet::store {

/// What waits to be written, from many threads to one. Its bound is a promise of those who post: they are
/// told when it is over half full and stop; push() takes everything. All functions may be called from any
/// thread.
class WriterQueue
{
public:
    static constexpr qint64 MaxRows =
        60'000; ///< several batches: the writer should never wait for those who wait for it
    static constexpr qint64 MaxBytes = 64 * 1024 * 1024;
    static constexpr qint64 ManyRows = 5'000; ///< so many do not wait for more

    /// True when the writer is to be woken. urgent: somebody waits for it.
    bool push(WriterEntry entry, bool urgent);

    /// Entries from the front, at least one, until they have this many rows.
    std::vector<WriterEntry> take(qint64 rows);
    qint64 takenRows() const;
    /// What was taken is stored or given up and weighs no more.
    void release();
    /// All waiting requests to flush; they are not in the queue any more.
    std::vector<std::shared_ptr<FlushSignal>> takeFlushes();

    bool isEmpty() const;
    bool isBusy() const { return m_busy; } ///< over half full, and not yet below a quarter again
    bool takeWasBusy() { return m_wasBusy.exchange(false); } ///< at any time since it was last asked

    /// The writer waits for anything to come: false when there is something.
    bool sleep();
    /// The writer waits for more to come: false when what is there should not wait.
    bool waitForMore();
    void wake();

private:
    enum class Writer : quint8
    {
        Awake,
        Waiting,
        Asleep,
    };
    bool isPressing() const { return m_urgent > 0 || m_waiting.rows >= ManyRows; }
    void updateBusy();

    mutable QMutex m_mutex;
    struct Waiting
    {
        WriterEntry entry;
        Weight weight;
        bool urgent;
    };
    std::deque<Waiting> m_entries;
    Weight m_waiting;
    Weight m_taken; // taken and not released
    int m_urgent = 0;
    Writer m_writer = Writer::Asleep;
    std::atomic<bool> m_busy = false;
    std::atomic<bool> m_wasBusy = false;
};

} // namespace linnet::store
