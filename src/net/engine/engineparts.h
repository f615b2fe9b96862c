// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/engine.h"

#include "net/engine/attemptlog.h"
#include "net/engine/brokenanswers.h"
#include "net/engine/endings.h"
#include "net/engine/readings.h"
#include "net/engine/requests.h"
#include "net/engine/runledger.h"
#include "net/engine/strangers.h"
#include "net/queue/agenda.h"
#include "net/queue/alarm.h"
#include "net/transfer/floodguard.h"
#include "net/transfer/keepalive.h"
#include "net/transfer/lanes.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace linnet::net {

/// What the engine consists of.
struct Engine::Parts
{
    Parts(const Clock &clock, ProxySelector &proxySelector, std::function<void(Id, Reading)> onRead)
        : selector(proxySelector)
        , admission(
              proxySelector, [this](Id id) -> const QUrl & { return requests.at(id).url(); },
              [this](Id id) {
                  const Task &task = requests.at(id);
                  return Admission::Traits{task.request().run, task.carriesSecret()};
              })
        , alarm(clock)
        , guard(clock)
        , readings(std::move(onRead))
        , strangers(clock)
        , endings(clock, proxySelector, admission, requests)
    {
    }
    ~Parts()
    {
        // Replies belong to the lanes, which go before the engine's children do.
        requests.forEach([](const Task &task) { delete task.transfer; });
    }

    ProxySelector &selector;
    Requests requests;
    Admission admission;
    Lanes lanes;
    std::vector<std::unique_ptr<Transfer>> endedTransfers; ///< to be deleted when nobody calls them
    Agenda deadlines;                                      ///< of attempts in flight
    Agenda delayed;                                        ///< of tasks that wait for their next attempt
    BrokenAnswers broken;
    KeepAlive keepAlive;
    RunLedger ledger;
    Alarm alarm;
    AttemptLog log;
    FloodGuard guard;
    Readings readings;
    Strangers strangers;
    Endings endings;
    QTimer hostsTimer;
    QTimer tidyTimer;
    QByteArray userAgent;
    std::optional<QSslConfiguration> tls; ///< none = the system's
    qint64 lastLook = 0;                  ///< at the clock
    bool ticks = false;                   ///< something is due, so the clock is looked at
    bool willProcess = false;
    bool shuttingDown = false;
    bool isDrained = false;
};

} // namespace linnet::net
