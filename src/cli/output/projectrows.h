// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QStringList>

namespace linnet::store {
class Project;
}

namespace linnet::cli {

class Console;
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

/// Says where the project is kept as it was, when opening it has brought it up to date.
void tellCopy(const store::Project &project, Console &console);
/// A file of an earlier version is brought up to date first, as the window does.
Result<std::unique_ptr<store::RowReader>> openReader(const QString &path, Console &console);

} // namespace linnet::cli
