// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/readings.h"

namespace linnet::net {

Readings::~Readings()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Readings::run(quint64 id, const Reader &reader, const Response &response)
{
    m_pool.start([this, id, reader, response] {
        QMetaObject::invokeMethod(
            this, [this, id, reading = reader(response)] { Q_EMIT ready(id, reading); },
            Qt::QueuedConnection);
    });
}

} // namespace linnet::net
