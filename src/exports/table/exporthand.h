// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"
#include "exports/table/rowloop.h"

#include <QBuffer>
#include <QSemaphore>

#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <thread>
#include <vector>

namespace linnet::exports {

/// Another thread that reads and writes some of the pages of a long export, as of the same moment, for
/// formats whose rows stand alone (RowSink::takesParts()). Made, asked and destroyed by the exporting thread.
class ExportHand
{
public:
    static constexpr size_t PageRows = 500;

    static bool helps(const ExportSpec &spec, const RowSink &sink, size_t rows);
    /// Two, which do every second page each; none when the project cannot be read by both as of the moment of
    /// `first`. All that is given outlives them.
    static std::vector<std::unique_ptr<ExportHand>> pair(const ExportSpec &spec, const QList<int> &columns,
                                                         store::RowCursor &first,
                                                         std::span<const qint64> ids);
    ~ExportHand();

    /// Waits for the next of its pages and gives it to the sink.
    Result<void> deliver(RowSink &sink);
    /// After the last page: adds what it has counted.
    void end(RowLoop &loop, RowSink &sink);

private:
    static constexpr int Ahead = 8;
    struct Page
    {
        QByteArray bytes;
        Result<void> done;
    };
    ExportHand(const ExportSpec &spec, std::span<const qint64> ids, size_t firstPage);
    bool begin(const QList<int> &columns, qint64 moment);
    void work(const QList<int> &columns, qint64 moment);
    void writePages(store::RowCursor &cursor, const QList<int> &columns);
    void stop();

    const ExportSpec &m_spec;
    std::span<const qint64> m_ids;
    size_t m_firstPage;
    QBuffer m_buffer;
    std::unique_ptr<RowSink> m_sink; ///< writes to the buffer
    PumpHooks m_hooks;
    std::unique_ptr<RowLoop> m_loop;
    std::array<Page, Ahead> m_pages;
    int m_taken = 0;
    QSemaphore m_free{Ahead};
    QSemaphore m_ready;
    QSemaphore m_begun;
    bool m_canRead = false; ///< known when it has begun
    std::atomic<bool> m_stopped = false;
    std::thread m_thread;
};

} // namespace linnet::exports
