// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/readingthread.h"

namespace linnet::store {

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
        interrupt();
        changed.wakeAll();
    }
    m_thread->wait();
}

void ReadingThread::begin()
{
    m_stop = std::stop_source();
}

Result<RowReader *> ReadingThread::openReader()
{
    if (!m_reader) {
        Result<std::unique_ptr<RowReader>> opened = RowReader::open(m_path);
        if (!opened)
            return std::unexpected(opened.error());
        m_reader = std::move(*opened);
    }
    const QMutexLocker lock(&mutex);
    m_reader->stopOn(m_stop.get_token());
    return m_reader.get();
}

} // namespace linnet::store
