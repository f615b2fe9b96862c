// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/secondhand.h"

#include "exports/exportformat.h"
#include "exports/table/rowpump.h"
#include "store/read/rowreader.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace linnet::exports {

namespace {

/// Fewer rows are written before another thread has opened the project.
constexpr size_t ManyRows = 10'000;

} // namespace

bool SecondHand::helps(const ExportSpec &spec, const RowSink &sink, size_t rows)
{
    return rows >= ManyRows && sink.takesParts() && spec.format && spec.format->sink &&
           QThread::idealThreadCount() > 1;
}

SecondHand::SecondHand(const ExportSpec &spec, std::span<const qint64> ids)
    : m_spec(spec)
    , m_ids(ids)
{
}

std::unique_ptr<SecondHand> SecondHand::begin(const ExportSpec &spec, const QList<int> &columns,
                                              store::RowCursor &first, std::span<const qint64> ids)
{
    const Result<qint64> moment = first.writes();
    if (!moment)
        return nullptr;
    std::unique_ptr<SecondHand> second(new SecondHand(spec, ids));
    second->m_thread =
        std::thread([&hand = *second, columns, moment = *moment] { hand.work(columns, moment); });
    second->m_begun.acquire();
    return second->m_canRead ? std::move(second) : nullptr;
}

SecondHand::~SecondHand()
{
    stop();
}

void SecondHand::stop()
{
    m_stopped = true;
    m_free.release(Ahead);
    if (m_thread.joinable())
        m_thread.join();
}

void SecondHand::work(const QList<int> &columns, qint64 moment)
{
    const auto reader = store::RowReader::open(m_spec.projectPath);
    const auto cursor = reader ? (*reader)->cursor(*m_spec.schema, columns) : std::unexpected(reader.error());
    // Somebody may have written since the first one began to read.
    m_canRead = cursor && (*cursor)->writes() == moment;
    m_begun.release();
    if (m_canRead)
        writePages(**cursor, columns);
}

void SecondHand::writePages(store::RowCursor &cursor, const QList<int> &columns)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_sink = m_spec.format->sink(m_spec, m_buffer);
    m_loop = std::make_unique<RowLoop>(m_spec, cursor, *m_sink, m_hooks);
    ExportSpec spec = m_spec;
    spec.columns = columns;
    Result<void> done = beginRows(spec, *m_sink);
    if (done)
        done = m_sink->flush();
    for (size_t from = PageRows, at = 0; from < m_ids.size(); from += 2 * PageRows, ++at) {
        // The header is in the file already.
        m_buffer.buffer().clear();
        m_buffer.seek(0);
        if (done)
            done = m_loop->put(m_ids.subspan(from, std::min(PageRows, m_ids.size() - from)));
        if (done)
            done = m_sink->flush();
        m_free.acquire();
        if (m_stopped)
            return;
        m_pages[at % Ahead] = {m_buffer.buffer(), done};
        m_ready.release();
    }
}

bool SecondHand::takes(std::span<const qint64> page) const
{
    return size_t(page.data() - m_ids.data()) / PageRows % 2 == 1;
}

Result<void> SecondHand::deliver(RowSink &sink)
{
    m_ready.acquire();
    const Page page = std::exchange(m_pages[size_t(m_taken++) % Ahead], {});
    m_free.release();
    return page.done ? sink.takeRows(page.bytes) : page.done;
}

void SecondHand::end(RowLoop &loop, RowSink &sink)
{
    stop();
    loop.add(*m_loop);
    sink.addCounts(*m_sink);
}

} // namespace linnet::exports
