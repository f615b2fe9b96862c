// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonrecords.h"
#include "jobs/unpackedfile.h"
#include "store/unit.h"

#include <QStringList>

#include <memory>

namespace linnet::vacancies {

/// Some of the records of a file, as rows.
struct ImportPart
{
    JsonRecords::Place begin;
    JsonRecords::Place end;            ///< where the next part begins
    std::vector<store::RowWrite> rows; ///< of vacancySchema()
    qint64 records = 0;                ///< those that are no rows included
    QStringList unreadable;            ///< technical, one for each record that could not be read
    bool isLast = false;
    Error error;         ///< why the file cannot be read any further
    double fraction = 0; ///< how much of the file was read
};

/// Reads the records of a JSON file part by part. For the pool: one call at a time, in any thread.
class ImportFile
{
public:
    /// title: for the rows' column `query`.
    ImportFile(QString path, QString title);

    /// From `begin` on; quick when that is where the part before ended. fetchedAt: for the rows' column.
    ImportPart read(const JsonRecords::Place &begin, const QString &fetchedAt);

private:
    Result<void> goTo(const JsonRecords::Place &begin);

    QString m_path;
    QString m_title;
    std::unique_ptr<jobs::UnpackedFile> m_file;
    std::unique_ptr<JsonRecords> m_records;
    JsonRecords::Shape m_shape = JsonRecords::Shape::Arrays;
    bool m_isShapeKnown = false;
};

} // namespace linnet::vacancies
