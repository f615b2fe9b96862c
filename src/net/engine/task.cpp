// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/task.h"

#include "net/recordedurl.h"

#include <algorithm>

namespace linnet::net {

bool Task::carriesSecret() const
{
    if (leftOrigin)
        return false;
    const auto isSecret = [](const auto &header) {
        const QByteArray name = header.first.toLower();
        return name == "authorization" || name == "cookie";
    };
    return !request().bearer.isEmpty() || !request().url.userInfo().isEmpty() ||
           std::any_of(request().headers.begin(), request().headers.end(), isSecret);
}

void Task::beginAttempt(qint64 nowNs, const QDateTime &utc, const QString &proxy, qint64 heldNs)
{
    stage = Stage::InFlight;
    ++charged;
    attempt = {};
    attempt.run = request().run;
    attempt.url = recordedUrl(url());
    attempt.host = host;
    attempt.method = method;
    attempt.number = number;
    attempt.queuedNs = queuedNs;
    attempt.admittedNs = nowNs;
    attempt.limitedNs = heldNs;
    attempt.pausedNs = pausedNs();
    pausedSinceNs = 0;
    attempt.startedUtcMs = utc.toMSecsSinceEpoch();
    attempt.proxy = proxy;
}

void Task::endAttempt(const Transfer::Times &times, const Ending &ending)
{
    attempt.connectingNs = times.connecting;
    attempt.sentNs = times.sent;
    attempt.headersNs = times.headers;
    attempt.doneNs = times.done;
    attempt.status = ending.status;
    attempt.reason = ending.reason;
    attempt.detail = ending.detail;
    attempt.bytes = ending.received;
    bytes += ending.received;
}

void Task::keepAnswer(Ending ending)
{
    response.url = url();
    response.status = ending.status;
    response.headers = std::move(ending.headers);
    response.body = std::move(ending.body);
    response.length = ending.length;
    response.fault = {};
    if (ending.reason != Reason::None)
        response.fault = {ending.reason, ending.status, ending.detail};
    response.attempts = number;
    response.bytes = bytes;
    response.certificate = std::move(ending.certificate);
    const bool timed = attempt.headersNs > 0 && attempt.sentNs > 0;
    response.headersNs = timed ? std::max<qint64>(0, attempt.headersNs - attempt.sentNs) : 0;
    response.totalNs = attempt.doneNs - attempt.admittedNs;
}

} // namespace linnet::net
