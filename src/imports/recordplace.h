// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>

namespace linnet::imports {

/// Where the reading of a file may begin, then and again.
struct RecordPlace
{
    qint64 offset = 0;     ///< unpacked bytes of a text, rows of a sheet
    QByteArray state = {}; ///< what else its reader must know there; never begins with a digit

    bool operator==(const RecordPlace &) const = default;
};

} // namespace linnet::imports
