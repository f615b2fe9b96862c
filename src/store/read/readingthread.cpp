// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/readingthread.h"

namespace linnet::store {

namespace {

constexpr int JoinMs = 20;

} // namespace

ReadingThread::ReadingThread(QString projectPath, const QString &name)
    : m_path(std::move(projectPath))
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(name);
}

ReadingThread::~ReadingThread()
{
    Q_ASSERT(!m_thread->isRunning());
}

void ReadingThread::start()
{
    m_thread->start();
}

void ReadingThread::end()
{
    {
        const QMutexLocker lock(&mutex);
        m_isEnding = true;
        changed.wakeAll();
    }
    // Again and again, as an interrupt between two statements is lost.
    do {
        const QMutexLocker lock(&mutex);
        interrupt();
    } while (!m_thread->wait(JoinMs));
}

Result<RowReader *> ReadingThread::openReader()
{
    if (m_reader)
        return m_reader.get();
    Result<std::unique_ptr<RowReader>> opened = RowReader::open(m_path);
    if (!opened)
        return std::unexpected(opened.error());
    const QMutexLocker lock(&mutex);
    m_reader = std::move(*opened);
    return m_reader.get();
}

void ReadingThread::interrupt()
{
    if (m_reader)
        m_reader->interrupt();
}

} // namespace linnet::store
