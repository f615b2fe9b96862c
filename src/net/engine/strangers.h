// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyfault.h"
#include "net/transfer/transfer.h"

namespace linnet::net {

/// Servers that broke off before a word of HTTP. Qt tells the same of one that speaks something else (SSH, a
/// radio) and of one that only hangs up, so such a server is asked once by hand: to come again helps with the
/// second only. Directly only; what proxies say is read elsewhere.
class Strangers
{
public:
    explicit Strangers(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Takes note of how an attempt ended; that it met something else than HTTP is then its reason. True when
    /// the next one is to be identify().
    bool isOne(const Transfer &transfer, Ending &ending);
    /// Asks by hand, in place of the attempt: ends it when that says what it is, or else starts it.
    void identify(Transfer &transfer, const QByteArray &userAgent, std::chrono::milliseconds timeout);

private:
    enum class Kind : quint8
    {
        Unknown,
        Http,
        Other,
        Mute, ///< hangs up
    };

    void learn(Transfer &transfer, const Origin &origin, ProxyFault fault, int status);
    void set(const Origin &origin, Kind kind);

    const Clock &m_clock;
    QHash<Origin, Kind> m_kinds;
};

} // namespace linnet::net
