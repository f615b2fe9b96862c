// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "imports/recordplace.h"
#include "imports/sourcerow.h"

#include <QStringList>

namespace linnet::imports {

/// Reads the rows of a file from front to back and holds one of them. Used by one thread at a time.
class RecordReader
{
public:
    RecordReader() = default;
    RecordReader(const RecordReader &) = delete;
    RecordReader &operator=(const RecordReader &) = delete;
    virtual ~RecordReader() = default;

    /// The next row; false at the end. Rows that are blank may be passed over. After an error (Io, BadFile,
    /// TooLarge, Bomb; the detail is a sentence) there is no more.
    virtual Result<bool> next(SourceRow &row) = 0;
    /// Behind the last row that next() gave.
    virtual const RecordPlace &place() const = 0;
    /// Of files whose rows name their cells: by index of the cell, more with each new name.
    virtual QStringList names() const { return {}; }
};

} // namespace linnet::imports
