// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/address.h"
#include "net/attempt.h"
#include "net/fetch.h"
#include "net/transfer/transfer.h"

#include <QList>
#include <QUrl>

namespace linnet::net {

/// One logical request on its way through the engine: what was asked, where it stands, what happened so far.
struct Task
{
    enum class Stage : quint8
    {
        Queued,   ///< waits for admission
        Delayed,  ///< waits for its next attempt
        InFlight, ///< a Transfer is under way
        Reading,  ///< its answer is being read in the pool
        Over,     ///< its result waits to be handed out
    };

    quint64 id = 0;
    Fetch *fetch = nullptr; ///< alive as long as the task is
    Stage stage = Stage::Queued;
    Method method = Method::Get; ///< of the current attempt; HEAD may turn into GET
    bool isLast = false;         ///< over the retry budget: comes when nothing else waits for its host
    QList<Address> visited;      ///< the last is the current one
    HostKey host;                ///< of the current address
    bool leftOrigin = false;     ///< a redirect has led to another origin: credentials stay behind for good
    int number = 1;              ///< of the current attempt, redirect hops not counted
    int charged = 0;             ///< attempts used up
    int proxyFaults = 0;         ///< attempts that failed to their proxy and were not charged
    bool isStranger = false;     ///< the next attempt is to tell what its server speaks, see Strangers
    int restarts = 0;            ///< attempts taken back because of another answer on their connection
    int freeWaits = 0;           ///< answers with a Retry-After that were not charged
    Moment queued;
    Moment pausedSince; ///< when the pause before the next attempt began; Moment() = there is none
    qint64 bytes = 0;   ///< of all attempts
    Attempt attempt;    ///< the current or last one
    Response response;
    std::any content; ///< what was read from the response
    Transfer *transfer = nullptr;

    const Request &request() const { return fetch->request(); }
    const QUrl &url() const { return visited.last().url(); }
    /// The next attempt would send a token, a cookie or a login to the origin.
    bool carriesSecret() const;
    /// The pause before an attempt that is queued again.
    std::chrono::nanoseconds paused() const;

    /// When the current attempt has taken too long, in monotonic nanoseconds. Of a large body only the
    /// silence counts.
    qint64 deadline() const;

    void beginAttempt(Moment now, const QDateTime &utc, const ProxyKey &proxy, std::chrono::nanoseconds held);
    void endAttempt(const Transfer::Times &times, const Ending &ending);
    /// Makes the response of an attempt that ended with a whole answer.
    void keepAnswer(Ending ending);
};

} // namespace linnet::net
