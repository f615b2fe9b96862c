// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/requests.h"
#include "net/engine/underway.h"
#include "net/queue/admission.h"

namespace linnet::net {

/// What there is to see of the requests that have no answer yet, and what each waits for.
class UnderWayList
{
public:
    UnderWayList(const Requests &requests, const Admission &admission);

    /// In flight first, at most so many.
    QList<UnderWay> first(qsizetype most, qint64 nowNs) const;

private:
    /// What a request waits for; nothing when it has its answer.
    std::optional<UnderWay::Wait> waitOf(const Task &task) const;

    const Requests &m_requests;
    const Admission &m_admission;
};

} // namespace linnet::net
