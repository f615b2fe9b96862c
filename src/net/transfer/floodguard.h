// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace linnet {
class Clock;
}

namespace linnet::net {

class Transfer;

/// Ends answers whose headers are too many. Headers that never end Qt collects without a bound and without a
/// word, so the guard counts what comes in on connections while some answer has not begun: a connection that
/// has brought two megabytes more than all answers from that port together is hung up. Where the system does
/// not show its counters (anywhere but Linux), the attempt's deadline is the only bound on these. Headers
/// that do end but are over Qt's limits (100 fields, 100 KiB for one) Qt throws away, and then does not know
/// where the body ends: such an answer is over when nothing has come for five seconds, on every system.
class FloodGuard : public QObject
{
    Q_OBJECT

public:
    /// What nobody's headers need; reached within a second on a fast line.
    static constexpr qint64 Most = 2'000'000;

    explicit FloodGuard(const Clock &clock, QObject *parent = nullptr);

    void add(Transfer *transfer);
    void remove(Transfer *transfer); ///< when it has ended

private:
    /// What is known about all connections to one port.
    struct Port
    {
        QHash<quint64, qint64> before; ///< bytes read from each connection when the watch began
        qint64 accountedBefore = 0;
        qint64 ended = 0; ///< bytes of answers that are over
    };

    void look();
    void endSilent(qint64 now);
    void look(quint16 number, const QList<Transfer *> &waiting);
    qint64 accounted(quint16 number) const;

    const Clock &m_clock;
    QSet<Transfer *> m_transfers;
    QHash<quint16, Port> m_ports;
    QTimer m_timer;
};

} // namespace linnet::net
