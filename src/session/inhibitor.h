// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace linnet::session {

/// Asks the desktop, over D-Bus and without waiting, not to let the computer sleep: each service that offers
/// this in turn until one agrees. What it holds is given back by release(), and by the bus when the program
/// dies.
class Inhibitor
{
public:
    /// told: whether it is held, whenever that changes.
    explicit Inhibitor(std::function<void(bool)> told);

    void hold();
    void release();

private:
    void ask(int service);
    void granted(int service, const QDBusMessage &answer);
    void giveBack(int service, const QDBusMessage &answer);

    std::function<void(bool)> m_told;
    QObject m_context;      ///< of answers under way
    int m_service = -1;     ///< that holds it
    QDBusMessage m_receipt; ///< its answer
    int m_turn = 0;         ///< answers to an older hold() are given back
    bool m_wanted = false;
};

} // namespace linnet::session
