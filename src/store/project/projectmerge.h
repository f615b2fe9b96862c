// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/course.h"

#include <QHash>
#include <QLatin1StringView>
#include <QString>

#include <functional>

namespace linnet::store {

/// The member of a run's parameters that names the project it came from; not there for runs of this one.
inline constexpr QLatin1StringView RunOrigin{"from_project"};

/// Which memos, by key, a project gets when the runs of another one are added to it. For any thread.
using ChooseMemos = std::function<QHash<QString, QString>(const QHash<QString, QString> &own,
                                                          const QHash<QString, QString> &others)>;

/// Makes a project at `to` of a copy of `first` and all runs of `second`, with everything that belongs to
/// them, its stars, tags and notes (of those that both have, the later), and what `choose` takes of its
/// memos. Either may be open elsewhere; neither is changed. The file appears as a whole or not at all. Gives
/// how many runs were added. Reason::Io, NotAProject, NewerProject, DiskFull, Locked, where the detail names
/// the file; Cancelled. Takes long: for the pool.
Result<qint64> mergeProjects(const QString &first, const QString &second, const QString &to,
                             const ChooseMemos &choose = {}, const Course &course = {});

} // namespace linnet::store
