// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxyfault.h"

#include <array>
#include <utility>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Codes{""_L1,           "unsupported"_L1,   "dns"_L1,
                           "refused"_L1,    "unreachable"_L1,   "timeout"_L1,
                           "reset"_L1,      "login_needed"_L1,  "login_refused"_L1,
                           "forbidden"_L1,  "target_failed"_L1, "http_status"_L1,
                           "garbage"_L1,    "too_large"_L1,     "tls"_L1,
                           "not_echoed"_L1, "changed"_L1};
static_assert(Codes.size() == size_t(std::to_underlying(ProxyFault::Changed)) + 1);

} // namespace

QLatin1StringView proxyFaultCode(ProxyFault fault)
{
    return Codes[size_t(std::to_underlying(fault))];
}

} // namespace linnet::net
