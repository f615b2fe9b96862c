// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/exporthand.h"

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

bool ExportHand::helps(const ExportSpec &spec, const RowSink &sink, size_t rows)
{
    return rows >= ManyRows && sink.takesParts() && spec.format && spec.format->sink &&
           QThread::idealThreadCount() > 1;
}

ExportHand::ExportHand(const ExportSpec &spec, std::span<const qint64> ids, size_t firstPage)
    : m_spec(spec)
    , m_ids(ids)
    , m_firstPage(firstPage)
{
}

std::vector<std::unique_ptr<ExportHand>> ExportHand::pair(const ExportSpec &spec, const QList<int> &columns,
                                                          store::RowCursor &first,
                                                          std::span<const qint64> ids)
{
    std::vector<std::unique_ptr<ExportHand>> hands;
    const Result<qint64> moment = first.writes();
    for (size_t page : {0u, 1u}) {
        std::unique_ptr<ExportHand> hand(new ExportHand(spec, ids, page));
        if (!moment || !hand->begin(columns, *moment))
            return {};
        hands.push_back(std::move(hand));
    }
    return hands;
}

bool ExportHand::begin(const QList<int> &columns, qint64 moment)
{
    m_thread = std::thread([this, columns, moment] { work(columns, moment); });
    m_begun.acquire();
    return m_canRead;
}

ExportHand::~ExportHand()
{
    stop();
}

void ExportHand::stop()
{
    m_stopped = true;
    m_free.release(Ahead);
    if (m_thread.joinable())
        m_thread.join();
}

void ExportHand::work(const QList<int> &columns, qint64 moment)
{
    const auto reader = store::RowReader::open(m_spec.projectPath);
    // In the order of the file each of its pages is read once.
    if (reader && std::ranges::is_sorted(m_ids))
        (void)(*reader)->keepFewPages();
    const auto cursor = reader ? (*reader)->cursor(*m_spec.schema, columns) : std::unexpected(reader.error());
    // Somebody may have written since the first one began to read.
    m_canRead = cursor && (*cursor)->writes() == moment;
    m_begun.release();
    if (m_canRead)
        writePages(**cursor, columns);
}

void ExportHand::writePages(store::RowCursor &cursor, const QList<int> &columns)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_sink = m_spec.format->sink(m_spec, m_buffer);
    m_loop = std::make_unique<RowLoop>(m_spec, cursor, *m_sink, m_hooks);
    ExportSpec spec = m_spec;
    spec.columns = columns;
    Result<void> done = beginRows(spec, *m_sink);
    if (done)
        done = m_sink->flush();
    for (size_t from = m_firstPage * PageRows, at = 0; from < m_ids.size(); from += 2 * PageRows, ++at) {
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

Result<void> ExportHand::deliver(RowSink &sink)
{
    m_ready.acquire();
    const Page page = std::exchange(m_pages[size_t(m_taken++) % Ahead], {});
    m_free.release();
    return page.done ? sink.takeRows(page.bytes) : page.done;
}

void ExportHand::end(RowLoop &loop, RowSink &sink)
{
    stop();
    loop.add(*m_loop);
    sink.addCounts(*m_sink);
}

} // namespace linnet::exports
