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
    return !request().bearer.isEmpty() || !request().form.isEmpty() || !request().url.userInfo().isEmpty() ||
           std::any_of(request().headers.begin(), request().headers.end(), isSecret);
}

std::chrono::nanoseconds Task::paused() const
{
    return pausedSince > Moment() ? queued - pausedSince : std::chrono::nanoseconds(0);
}

qint64 Task::deadline() const
{
    const Transfer::Times &times = transfer->times();
    const qint64 from =
        request().toFile.isEmpty() ? times.handedOver : std::max(times.handedOver, times.lastByte);
    return from + std::max<qint64>(1, std::chrono::nanoseconds(request().timeout).count());
}

void Task::beginAttempt(Moment now, const QDateTime &utc, const ProxyKey &proxy,
                        std::chrono::nanoseconds held)
{
    stage = Stage::InFlight;
    ++charged;
    attempt = {};
    attempt.run = request().run;
    attempt.url = recordedUrl(url());
    attempt.host = host;
    attempt.method = method;
    attempt.number = number;
    attempt.queued = queued;
    attempt.admitted = now;
    attempt.limited = held;
    attempt.paused = paused();
    pausedSince = {};
    attempt.startedUtc = decltype(attempt.startedUtc)(std::chrono::milliseconds(utc.toMSecsSinceEpoch()));
    attempt.proxy = proxy;
}

void Task::endAttempt(const Transfer::Times &times, const Ending &ending)
{
    attempt.connecting = momentAt(times.connecting);
    attempt.sent = momentAt(times.sent);
    attempt.headers = momentAt(times.headers);
    attempt.done = momentAt(times.done);
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
    response.headOnly = ending.headOnly;
    response.length = ending.length;
    response.fault = {};
    if (ending.reason != Reason::None)
        response.fault = {ending.reason, ending.status, ending.detail};
    response.attempts = number;
    response.bytes = bytes;
    response.certificate = std::move(ending.certificate);
    const bool timed = attempt.headers > Moment() && attempt.sent > Moment();
    response.untilHeaders = timed ? std::max(attempt.headers - attempt.sent, std::chrono::nanoseconds(0))
                                  : std::chrono::nanoseconds(0);
    response.total = attempt.done - attempt.admitted;
}

} // namespace linnet::net
