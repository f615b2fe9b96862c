// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/hostfailures.h"

namespace linnet::jobs {

namespace {

bool isOfTheHost(const Error &error)
{
    switch (error.reason) {
    case Reason::None:
        return false;
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
        return true;
    default:
        return error.status >= 500 || error.status == 403 || error.status == 429;
    }
}

} // namespace

bool HostFailures::add(const QString &host, const Error &error)
{
    if (m_most == 0)
        return false;
    if (!isOfTheHost(error)) {
        m_inARow.remove(host);
        return false;
    }
    return ++m_inARow[host] >= m_most;
}

} // namespace linnet::jobs
