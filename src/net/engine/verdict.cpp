// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/verdict.h"

#include "net/rules/redirectpolicy.h"
#include "net/rules/retryafter.h"
#include "net/rules/retrypolicy.h"

#include <algorithm>

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

/// How long the answer asks to wait; zero when it does not.
std::chrono::seconds asked(const Response &response, const QDateTime &utc)
{
    return parseRetryAfter(response.header("Retry-After"), response.header("Date"), utc).value_or(0s);
}

} // namespace

Verdict Verdict::retry(const Standing &standing, bool answered)
{
    Verdict verdict;
    verdict.action = Action::Retry;
    verdict.wait = RetryPolicy::backoff(std::max(1, standing.charged), answered, standing.chance);
    return verdict;
}

Verdict Verdict::ofFault(const Error &error, const Standing &standing)
{
    const bool mayPass = RetryPolicy::passes(error.reason) || standing.isStrange;
    if (mayPass && !standing.isDenied && standing.charged <= standing.request.retries &&
        !standing.request.isAskedOnce())
        return retry(standing, false);
    Verdict verdict;
    verdict.action = Action::Fail;
    verdict.error = error;
    return verdict;
}

Verdict Verdict::ofAnswer(const Response &response, const Standing &standing)
{
    const Request &request = standing.request;
    Verdict verdict;
    const bool isReported = request.redirects == RedirectMode::Report || request.method == Method::Post;
    if (!RedirectPolicy::isRedirect(response.status) || isReported)
        return ofStatus(response, standing);
    const Result<Address> target =
        RedirectPolicy::next(standing.visited, response.header("Location"), response.status);
    if (!target) {
        verdict.action = Action::Fail;
        verdict.error = target.error();
    } else if (!target->isEmpty()) {
        verdict.action = Action::Follow;
        verdict.target = *target;
        verdict.rest = std::min(asked(response, standing.utc), RetryPolicy::LongestWait);
        // Following a redirect is progress, not a failed attempt.
        verdict.free = true;
    }
    return verdict;
}

Verdict Verdict::ofStatus(const Response &response, const Standing &standing)
{
    Verdict verdict;
    if (!RetryPolicy::passes(response.status) || standing.request.isAskedOnce())
        return verdict;
    const std::chrono::seconds wait = asked(response, standing.utc);
    verdict.rest = std::min(wait, RetryPolicy::LongestWait);
    if (wait > RetryPolicy::LongestWait)
        return verdict;
    const bool free =
        wait > 0s && standing.freeWaits < RetryPolicy::FreeWaits && standing.request.retries > 0;
    if (!free && standing.charged > standing.request.retries)
        return verdict;
    const std::chrono::nanoseconds rest = verdict.rest;
    verdict = retry(standing, true);
    verdict.free = free;
    verdict.rest = rest;
    verdict.wait = std::max(verdict.wait, rest);
    return verdict;
}

} // namespace linnet::net
