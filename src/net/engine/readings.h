// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "net/response.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <vector>

namespace linnet::net {

/// Lets answers be read in a thread pool. Under load one wake-up serves many answers in both directions. Its
/// destruction waits for what is being read, which is pure and short.
class Readings : public QObject
{
public:
    /// ready is called in this object's thread.
    explicit Readings(std::function<void(quint64 id, Reading reading)> ready);
    ~Readings() override;

    void run(quint64 id, const Reader &reader, const Response &response);

private:
    struct Asked
    {
        quint64 id;
        Reader reader;
        Response response;
    };
    struct Read
    {
        quint64 id;
        Reading reading;
    };
    void work(); // in the pool
    void deliver();

    std::function<void(quint64, Reading)> m_ready;
    QThreadPool m_pool;
    QMutex m_mutex; // for all below
    std::deque<Asked> m_asked;
    std::vector<Read> m_read;
    int m_workers = 0;
};

} // namespace linnet::net
