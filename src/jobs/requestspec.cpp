// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/requestspec.h"

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Result<void> RequestSpec::validate() const
{
    const auto within = [](auto value, auto low, auto high) { return value >= low && value <= high; };
    if (!within(pace.delay, std::chrono::nanoseconds(0), std::chrono::nanoseconds(1h)))
        return fail(Reason::BadValue, u"delay: 0 to 3600 seconds"_s);
    if (!within(pace.perHost, 1, 64))
        return fail(Reason::BadValue, u"per-host: 1 to 64"_s);
    if (!within(pace.total, 1, 256))
        return fail(Reason::BadValue, u"concurrency: 1 to 256"_s);
    if (!within(timeout, std::chrono::milliseconds(1s), std::chrono::milliseconds(10min)))
        return fail(Reason::BadValue, u"timeout: 1 to 600 seconds"_s);
    if (!within(retries, 0, 10))
        return fail(Reason::BadValue, u"retries: 0 to 10"_s);
    if (const auto valid = proxy.validate(); !valid)
        return valid;
    for (const char byte : userAgent) {
        if (byte < ' ' || byte > '~')
            return fail(Reason::BadValue, u"user-agent: plain Latin letters only"_s);
    }
    return {};
}

void RequestSpec::applyTo(net::Request &request, net::RunId run) const
{
    request.run = run;
    request.timeout = timeout;
    request.retries = retries;
    if (request.userAgent.isEmpty()) // else a source wants to be told another one
        request.userAgent = userAgent;
}

QJsonObject RequestSpec::toJson() const
{
    return {{u"delay_ns"_s, qint64(pace.delay.count())},
            {u"per_host"_s, pace.perHost},
            {u"concurrency"_s, pace.total},
            {u"timeout_ms"_s, qint64(timeout.count())},
            {u"retries"_s, retries},
            {u"user_agent"_s, QString::fromLatin1(userAgent)},
            {u"scale_rate"_s, pace.scaledByProxy},
            {u"proxy"_s, proxy.toJson()},
            {u"pause_after"_s, pauseAfter}};
}

Result<RequestSpec> RequestSpec::fromJson(const QJsonObject &json)
{
    RequestSpec spec;
    spec.pace.delay = std::chrono::nanoseconds(json[u"delay_ns"_s].toInteger(spec.pace.delay.count()));
    spec.pace.perHost = json[u"per_host"_s].toInt(spec.pace.perHost);
    spec.pace.total = json[u"concurrency"_s].toInt(spec.pace.total);
    spec.timeout = std::chrono::milliseconds(json[u"timeout_ms"_s].toInteger(spec.timeout.count()));
    spec.retries = json[u"retries"_s].toInt(spec.retries);
    spec.userAgent = json[u"user_agent"_s].toString().toLatin1();
    spec.pauseAfter = std::max(0, json[u"pause_after"_s].toInt());
    spec.pace.scaledByProxy = json[u"scale_rate"_s].toBool();
    spec.proxy = ProxyChoice::fromJson(json[u"proxy"_s].toObject());
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

} // namespace linnet::jobs
