// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace linnet::jobs {

/// The member of a run's counts with the first rows of its input that are lost: objects with `text`, which
/// names place and cause, and `line`, 0 when it has none.
inline constexpr QLatin1StringView LostRows{"lost_rows"};

} // namespace linnet::jobs
