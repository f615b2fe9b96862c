// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodychecks.h"

namespace linnet::net {

namespace {
constexpr qsizetype SmallBody = 16 * 1024;
}

BodyChecks::~BodyChecks()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BodyChecks::run(quint64 id, Check check, const QByteArray &body)
{
    const auto look = [this, id, check, body] {
        const bool good = check(body);
        QMetaObject::invokeMethod(
            this, [this, id, good] { Q_EMIT checked(id, good); }, Qt::QueuedConnection);
    };
    // Looking at a small body takes less time than waking another thread for it.
    if (body.size() <= SmallBody)
        look();
    else
        m_pool.start(look);
}

} // namespace linnet::net
