// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <stop_token>

namespace linnet::store {

/// How something that takes long goes on: it can be stopped, and says which share of it is done. Copies and
/// parts of a course are the same course; it is used by one thread at a time.
class Course
{
public:
    /// share: 0 to 1; it never falls, and comes at most a thousand times. Called in the thread that works.
    using Tell = std::function<void(double share)>;

    Course() = default;
    explicit Course(std::stop_token stop, Tell tell = {});

    const std::stop_token &stop() const { return m_stop; }
    bool isStopped() const { return m_stop.stop_requested(); }

    /// So much of this part is done, 0 to 1.
    void at(double share) const;
    void at(qint64 done, qint64 all) const { at(all > 0 ? double(done) / double(all) : 0.0); }
    /// What is to be done between these shares of this part.
    Course part(double from, double to) const;

private:
    struct Told
    {
        Tell tell;
        double last = 0;
    };
    std::stop_token m_stop;
    std::shared_ptr<Told> m_told; ///< null: nobody listens
    double m_from = 0;
    double m_to = 1;
};

} // namespace linnet::store
