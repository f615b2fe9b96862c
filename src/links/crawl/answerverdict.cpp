// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/answerverdict.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

QLatin1StringView ofStatus(int status, bool hasRetryAfter)
{
    switch (status) {
    case 401: // wants a login
    case 402:
    case 403:
    case 405:
    case 406:
    case 407:
    case 451:
    case 999: // some networks' own word for "no robots"
        return "refused"_L1;
    case 420: // an old 429
    case 429:
    case 509:
    case 529:
        return "rate_limited"_L1;
    case 503:
        return hasRetryAfter ? "rate_limited"_L1 : "broken"_L1;
    default:
        return "broken"_L1;
    }
}

} // namespace

QLatin1StringView verdictOf(const Error &error, bool hasRetryAfter)
{
    switch (error.reason) {
    case Reason::None:
        return ""_L1;
    case Reason::HttpStatus:
        return ofStatus(error.status, hasRetryAfter);
    case Reason::Captcha:
    case Reason::AuthRequired:
    case Reason::CredentialsNeeded:
        return "refused"_L1;
    // It is there, but more than is read; or the way to it is at fault.
    case Reason::TooLarge:
    case Reason::ProxyFailed:
    case Reason::NoProxy:
        return ""_L1;
    default:
        return "broken"_L1;
    }
}

bool mayPass(const Error &error)
{
    constexpr int RequestTimeout = 408;
    switch (error.reason) {
    case Reason::HttpStatus:
        return error.status >= 500 || error.status == RequestTimeout;
    case Reason::Dns:
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
    case Reason::Network:
        return true;
    default:
        return false;
    }
}

} // namespace linnet::links
