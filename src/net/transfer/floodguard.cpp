// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/floodguard.h"

#include "base/clock.h"
#include "net/transfer/socketmeter.h"
#include "net/transfer/transfer.h"

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

/// A local server fills a hundred megabytes a second.
constexpr auto Interval = 40ms;
/// Answers that begin sooner are never looked at.
constexpr qint64 Patience = 30'000'000;
/// How long an answer whose headers were lost may be silent; a slow server that sends none gets its time.
constexpr qint64 Silence = 5'000'000'000;

} // namespace

FloodGuard::FloodGuard(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(Interval);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&FloodGuard::look));
}

void FloodGuard::add(Transfer *transfer)
{
    m_transfers.insert(transfer);
    if (!m_timer.isActive())
        m_timer.start();
}

void FloodGuard::remove(Transfer *transfer)
{
    m_transfers.remove(transfer);
    if (const auto port = m_ports.find(transfer->peerPort()); port != m_ports.end())
        port->ended += transfer->taken();
}

void FloodGuard::look()
{
    if (m_transfers.isEmpty()) {
        m_timer.stop();
        m_ports.clear();
        return;
    }
    const qint64 now = m_clock.nowNs();
    endSilent(now);
    QHash<quint16, QList<Transfer *>> waiting;
    for (Transfer *transfer : std::as_const(m_transfers)) {
        const Transfer::Times &times = transfer->times();
        const bool noHeaders = times.sent > 0 && times.headers == 0 && now - times.sent > Patience;
        // Between chunks Qt collects without a bound as well.
        const bool noBody = times.headers > 0 && now - times.lastByte > Patience;
        if (noHeaders || noBody)
            waiting[transfer->peerPort()].append(transfer);
    }
    m_ports.removeIf([&waiting](const auto &port) { return !waiting.contains(port.key()); });
    for (auto port = waiting.cbegin(); port != waiting.cend(); ++port)
        look(port.key(), port.value());
}

void FloodGuard::endSilent(qint64 now)
{
    const QSet<Transfer *> transfers = m_transfers; // an end removes itself
    for (Transfer *transfer : transfers) {
        if (transfer->hasLostHeaders() && now - transfer->times().lastByte > Silence)
            transfer->abort(Reason::HeaderFlood);
    }
}

qint64 FloodGuard::accounted(quint16 number) const
{
    qint64 sum = m_ports.value(number).ended;
    for (const Transfer *transfer : m_transfers) {
        if (transfer->peerPort() == number)
            sum += transfer->taken();
    }
    return sum;
}

void FloodGuard::look(quint16 number, const QList<Transfer *> &waiting)
{
    const QHash<quint64, qint64> now = SocketMeter::readFrom(number);
    const bool isNew = !m_ports.contains(number);
    Port &port = m_ports[number];
    if (isNew) {
        port.before = now;
        port.accountedBefore = accounted(number);
        return;
    }
    // Encryption adds a little to what is accounted for.
    const qint64 known = (accounted(number) - port.accountedBefore) * 11 / 10;
    for (auto connection = now.cbegin(); connection != now.cend(); ++connection) {
        if (connection.value() - port.before.value(connection.key()) <= known + Most)
            continue;
        for (Transfer *transfer : waiting)
            transfer->suspectFlood();
        SocketMeter::hangUp(connection.key());
        // Otherwise what has come already would be read to its end first.
        if (waiting.size() == 1) {
            const bool hasBegun = waiting.first()->times().headers > 0;
            waiting.first()->abort(hasBegun ? Reason::BadAnswer : Reason::HeaderFlood);
            return;
        }
    }
}

} // namespace linnet::net
