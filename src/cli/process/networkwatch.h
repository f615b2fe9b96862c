// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QElapsedTimer>

#include <chrono>

namespace linnet::cli {

/// Says when no server has answered for a while: nobody sits before a command line to see that the network is
/// gone, and scripts that wait for ever pile up.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    /// patience: 0 = for ever.
    NetworkWatch(session::Session &session, std::chrono::milliseconds patience, QObject *parent);

    /// While held (a pause, a captcha, a rest) nobody waits for the network.
    void setHeld(bool held);
    bool isSilent() const { return m_silence.isValid(); } ///< just now

Q_SIGNALS:
    void gaveUp(); ///< once

private:
    void look(const QList<net::HostState> &hosts);

    std::chrono::milliseconds m_patience;
    bool m_held = false;
    bool m_hasGivenUp = false;
    QElapsedTimer m_silence;
};

} // namespace linnet::cli
