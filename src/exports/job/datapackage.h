// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/exportspec.h"

#include <QDateTime>
#include <QJsonObject>

namespace linnet::exports {

/// Where the data package of a file of rows stands: "datapackage.json" beside it, as others look for it.
QString dataPackagePath(const QString &file);

/// What a file of rows is, for programs (Frictionless Data Package 1): how it is to be read, the type, title
/// and meaning of each column, where the data are from and on which terms. Of spec.package and the format's
/// style, which must be there; `columns` are those of the file, `bytes` its size.
QJsonObject dataPackage(const ExportSpec &spec, const QList<const table::Column *> &columns, qint64 bytes,
                        const QDateTime &now);

/// Puts it there in one step.
Result<void> writeDataPackage(const ExportSpec &spec, qint64 bytes);

} // namespace linnet::exports
