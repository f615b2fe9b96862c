// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLatin1StringView>
#include <QString>

namespace linnet::store {

/// The member of a run's parameters that names the project it came from; not there for runs of this one.
inline constexpr QLatin1StringView RunOrigin{"from_project"};

/// Makes a project at `to` of a copy of `first` and all runs of `second`, with everything that belongs to
/// them, and its stars, tags and notes (of those that both have, the later); names and filters of the second
/// are not taken. Either may be open elsewhere; neither is changed. The file appears as a whole or not at
/// all. Gives how many runs were added. Reason::Io, NotAProject, NewerProject, DiskFull, Locked; the detail
/// names the file. Takes long: for the pool.
Result<qint64> mergeProjects(const QString &first, const QString &second, const QString &to);

} // namespace linnet::store
