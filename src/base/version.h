// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet {

/// "0.2.0 (build 1a2b3c4d, Qt 6.4.2)": what a report of a fault should name. commit: of the sources, empty =
/// not known.
QString versionText(const QString &commit);

} // namespace linnet
