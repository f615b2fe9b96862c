// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

namespace linnet::cli {

class Options;

/// --run and --where, which say of which rows of a project a command is.
void addRowOptions(Options &options);
/// BadValue for a filter that is none and for a run that there is not.
Result<store::RowQuery> readQuery(const Options &options, const table::Schema &schema,
                                  store::RowReader &reader);

/// A file of an earlier version is brought up to date first, as the window does.
Result<std::unique_ptr<store::RowReader>> openReader(const QString &path);

} // namespace linnet::cli
