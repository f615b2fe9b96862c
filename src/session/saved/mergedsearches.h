// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace linnet::session {

/// Which saved searches a project gets with the runs of another one: those that it has none of its own for,
/// by memo. They get numbers behind its own, and neither a schedule nor a folder for files: nobody asked for
/// these here. A store::ChooseMemos. Any thread.
QHash<QString, QString> mergedSearches(const QHash<QString, QString> &own,
                                       const QHash<QString, QString> &others);

} // namespace linnet::session
