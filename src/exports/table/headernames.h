// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QList>
#include <QStringList>

namespace linnet::exports {

/// Names of columns as other programs' exports have them, for sheets and scripts that are made for those.
/// Only names are theirs: values stay as they are stored.
namespace HeaderNames {

QStringList all(); ///< "screaming-frog"

/// The columns of a table that are known there, in the order in which they stand there. Reason::BadValue for
/// names that there are not, and for a table that they have none for.
Result<QList<int>> columns(const QString &names, const table::Schema &schema);

/// A column of the schema as it is called there, or itself where it is not known there. It lives for ever,
/// or as long as the schema.
const table::Column &named(const QString &names, const table::Schema &schema, int index);

} // namespace HeaderNames

} // namespace linnet::exports
