// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace linnet::gui {

/// A span of time as people say it: "40 s", "6 min", "2 h 10 min". Rounded so that it does not flicker.
QString durationText(std::chrono::milliseconds span);

/// The same to the second: "6 min 12 s".
QString exactDurationText(std::chrono::milliseconds span);

} // namespace linnet::gui
