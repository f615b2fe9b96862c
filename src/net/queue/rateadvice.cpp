// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/rateadvice.h"

#include <algorithm>
#include <optional>

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds LongestRest = 15min;
/// So few left count as little when the limit itself is not given.
constexpr qint64 Few = 10;

struct Numbers
{
    std::optional<qint64> limit;
    std::optional<qint64> remaining;
    std::optional<qint64> resetMs;
};

std::optional<qint64> number(QByteArrayView text)
{
    bool good = false;
    const qint64 value = text.trimmed().toLongLong(&good);
    return good && value >= 0 ? std::optional(value) : std::nullopt;
}

/// The value of a parameter such as r or t in a structured field (RFC 9651 §3.1.2).
std::optional<qint64> parameter(const QByteArray &field, QByteArrayView name)
{
    for (const QByteArray &part : field.split(';')) {
        const QByteArray trimmed = part.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (equals > 0 && name == trimmed.left(equals))
            return number(trimmed.mid(equals + 1));
    }
    return std::nullopt;
}

std::optional<qint64> resetMs(std::optional<qint64> value, const QDateTime &utc)
{
    if (!value)
        return std::nullopt;
    if (*value > 1'000'000'000'000)
        return std::max<qint64>(0, *value - utc.toMSecsSinceEpoch());
    if (*value > 1'000'000'000)
        return std::max<qint64>(0, *value * 1000 - utc.toMSecsSinceEpoch());
    return *value * 1000;
}

Numbers read(const Response &response, const QDateTime &utc)
{
    const QByteArray field = response.header("RateLimit");
    if (!field.isEmpty()) {
        // Several policies may be listed; the first is the one closest to its limit.
        const QByteArray first = field.split(',').first();
        return {parameter(response.header("RateLimit-Policy").split(',').first(), "q"), parameter(first, "r"),
                resetMs(parameter(first, "t"), utc)};
    }
    for (const QByteArray &prefix :
         {QByteArray("RateLimit-"), QByteArray("X-RateLimit-"), QByteArray("X-Rate-Limit-")}) {
        const auto remaining = number(response.header(prefix + "Remaining"));
        if (remaining)
            return {number(response.header(prefix + "Limit")), remaining,
                    resetMs(number(response.header(prefix + "Reset")), utc)};
    }
    return {};
}

} // namespace

RateAdvice RateAdvice::of(const Response &response, const QDateTime &utc)
{
    const Numbers numbers = read(response, utc);
    RateAdvice advice;
    if (!numbers.remaining || numbers.resetMs.value_or(0) == 0)
        return advice;
    const std::chrono::nanoseconds reset = std::chrono::milliseconds(*numbers.resetMs);
    if (*numbers.remaining == 0) {
        advice.rest = std::min<std::chrono::nanoseconds>(reset, LongestRest);
    } else if (*numbers.remaining < (numbers.limit ? *numbers.limit / 10 : Few)) {
        advice.interval = std::min<std::chrono::nanoseconds>(reset, LongestRest) / *numbers.remaining;
        advice.until = std::min<std::chrono::nanoseconds>(reset, LongestRest);
    }
    return advice;
}

} // namespace linnet::net
