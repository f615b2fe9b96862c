// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::gui {

/// A run of the window pauses by itself after so many failures in a row at one host.
inline constexpr int FailuresBeforePause = 5;

} // namespace linnet::gui
