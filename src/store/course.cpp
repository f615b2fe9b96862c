// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/course.h"

#include <algorithm>

namespace linnet::store {

namespace {

constexpr double LeastStep = 0.001;

} // namespace

Course::Course(std::stop_token stop, Tell tell)
    : m_stop(std::move(stop))
    , m_told(tell ? std::make_shared<Told>(std::move(tell)) : nullptr)
{
}

void Course::at(double share) const
{
    if (!m_told)
        return;
    const double now = m_from + (m_to - m_from) * std::clamp(share, 0.0, 1.0);
    if (now < m_told->last + LeastStep)
        return;
    m_told->last = now;
    m_told->tell(now);
}

Course Course::part(double from, double to) const
{
    Course part = *this;
    part.m_from = m_from + (m_to - m_from) * from;
    part.m_to = m_from + (m_to - m_from) * to;
    return part;
}

} // namespace linnet::store
