// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/pool/poolmember.h"
#include "proxies/rotation.h"

#include <QMetaType>
#include <QStringList>

namespace linnet::proxies {

/// What a pool believes of one proxy, for people. Times count from when the view was made.
struct MemberView
{
    struct Ban
    {
        QString host;
        qint64 leftMs = 0;

        bool operator==(const Ban &) const = default;
    };

    QString key; ///< Proxy::key()
    MemberState state = MemberState::Untried;
    qint64 waitMs = 0; ///< cooling or dead: until it is tried again
    QList<Ban> bans;
    double latency = 0; ///< seconds; 0 = unknown
    qint64 succeeded = 0;
    qint64 failed = 0;
    int inFlight = 0;
    Error fault; ///< the last one
};

/// What the next request would do.
struct Forecast
{
    enum class Way : quint8
    {
        Through, ///< `proxy`
        AnyOf,   ///< by chance, one of `usable`
        Direct,  ///< allowed by the user, as no proxy is usable
        Wait,    ///< no proxy is usable; it is seen again then
        Nothing, ///< fails: there is no proxy that could be used
    };

    Way way = Way::Nothing;
    QString host;  ///< of the request; "" = any
    QString proxy; ///< Proxy::address()
    Rotation rotation = Rotation::RoundRobin;
    int every = 10;           ///< for Rotation::EveryN
    QStringList bypass;       ///< hosts that are asked directly
    bool allowDirect = false; ///< when no proxy is usable
    qint64 waitMs = 0;        ///< until it can start, as the pools and the limiter see it now
    int usable = 0;
    int cooling = 0;
    int banned = 0; ///< at the host
    int dead = 0;
    int off = 0;
    int unsupported = 0;
};

/// A pool as people see it. Only proxies of which something is known are named.
struct PoolView
{
    QString list;       ///< KeptList::id
    bool inUse = false; ///< by a run, just now
    QList<MemberView> members;
    Forecast next;
};

} // namespace linnet::proxies

Q_DECLARE_METATYPE(linnet::proxies::PoolView)
