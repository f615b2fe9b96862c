// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QStringList>

namespace linnet::cli {

class Options;

/// Of all tables that a project has, as --table names them.
QStringList allTableNames();

/// --run and --where, which say of which rows of a project a command is.
void addRowOptions(Options &options);
/// With the columns that tables of the user's give the rows in a project. As it was, when the project cannot
/// be read: whoever opens it says so.
const table::Schema &schemaIn(const QString &project, const table::Schema &schema);
/// Rows of all runs that --run names, however often it is given, with the columns of schemaIn(). BadValue for
/// a filter that is none and for a run that there is not.
Result<store::RowQuery> readQuery(const Options &options, const table::Schema &schema,
                                  store::RowReader &reader);

} // namespace linnet::cli
