// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QLatin1StringView>

namespace linnet::links {

/// Why an address is no good, in three: "broken" (it is not there, or nobody answers), "refused" (the server
/// does not want this visitor, whatever is there), "rate_limited" (it wants fewer requests). Empty for no
/// error. hasRetryAfter: the answer said when to come again.
QLatin1StringView verdictOf(const Error &error, bool hasRetryAfter);
/// Whether a later request may well get a better answer: the server or the way to it had trouble. What a
/// server says of an address, that it is gone or not for everybody, lasts.
bool mayPass(const Error &error);

} // namespace linnet::links
