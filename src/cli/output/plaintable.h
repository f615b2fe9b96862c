// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace linnet::cli {

/// Lines of a plain-text table with a header: columns as wide as their cells, at most 32 characters, cells on
/// one line, numbers right-aligned. columns empty = those that the window shows.
QStringList plainTable(const table::Schema &schema, QList<int> columns,
                       const std::vector<table::Cells> &rows);

} // namespace linnet::cli
