// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::session {

/// Whether the system says that there is a network. Where it does not say anything, there is one: the engine
/// finds out by itself when nobody answers any more.
class Reachability : public QObject
{
    Q_OBJECT

public:
    explicit Reachability(QObject *parent = nullptr);

    bool isOnline() const { return m_online; }

Q_SIGNALS:
    void changed(bool online);

private:
    bool m_online = true;
};

} // namespace linnet::session
