// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/pace.h"

namespace linnet::jobs {

/// Between two requests to one host when nobody says otherwise: net::Pace's own, as forms and options count.
inline constexpr auto DefaultDelay = std::chrono::duration_cast<std::chrono::milliseconds>(net::Pace{}.delay);

} // namespace linnet::jobs
