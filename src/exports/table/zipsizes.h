// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>

class QIODevice;

namespace linnet::exports {

/// The unpacked size of each member of a ZIP archive, from its central directory (APPNOTE 4.3.12); -1 for a
/// member whose size stands in a ZIP64 field. Reason::Io when the archive has no readable directory. Needs a
/// device that can seek.
Result<QHash<QByteArray, qint64>> zipSizes(QIODevice &archive);

} // namespace linnet::exports
