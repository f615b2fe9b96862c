// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodychecks.h"

namespace linnet::net {

BodyChecks::~BodyChecks()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BodyChecks::run(quint64 id, Check check, const QByteArray &body)
{
    m_pool.start([this, id, check, body] {
        const bool good = check(body);
        QMetaObject::invokeMethod(
            this, [this, id, good] { Q_EMIT checked(id, good); }, Qt::QueuedConnection);
    });
}

} // namespace linnet::net
