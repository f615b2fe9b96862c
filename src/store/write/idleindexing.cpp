// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/idleindexing.h"

#include "store/write/projectconnection.h"

#include <QLoggingCategory>
#include <QTimer>

namespace linnet::store {

Q_LOGGING_CATEGORY(logIndexing, "linnet.store.indexing")

namespace {

using namespace std::chrono_literals;

constexpr auto Turn = 20ms;
constexpr auto Retry = 15s;
constexpr qint64 TellMs = 200;

} // namespace

IdleIndexing::IdleIndexing(ProjectConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_next(new QTimer(this))
{
    qRegisterMetaType<IndexedTexts>();
    m_next->setSingleShot(true);
    connect(m_next, &QTimer::timeout, this, &IdleIndexing::turn);
}

void IdleIndexing::start()
{
    m_connection.words().countAgain();
    m_next->start(0);
}

void IdleIndexing::stop()
{
    m_next->stop();
}

void IdleIndexing::turn()
{
    WordIndexer &words = m_connection.words();
    const Result<bool> more = words.work(Turn);
    if (!more) {
        qCInfo(logIndexing) << "words are not indexed now:" << more.error().detail;
        IndexedTexts waiting = words.progress();
        waiting.error = more.error();
        tell(waiting);
        m_next->start(Retry);
        return;
    }
    m_connection.checkpoint(!*more);
    const IndexedTexts &texts = words.progress();
    if (!*more || m_last.error.reason != Reason::None || !m_told.isValid() || m_told.elapsed() >= TellMs)
        tell(texts);
    if (*more)
        m_next->start(0);
}

void IdleIndexing::tell(const IndexedTexts &texts)
{
    if (texts == m_last)
        return;
    m_told.start();
    m_last = texts;
    Q_EMIT progressed(texts);
}

} // namespace linnet::store
