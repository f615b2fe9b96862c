// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonrecords.h"
#include "imports/job/tablefile.h"
#include "store/unit.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>

namespace linnet::imports {

/// Some of the rows of a file.
struct ImportPart
{
    /// A row of a table that is lost.
    struct Lost
    {
        qint64 line = 0; ///< 0 = it has none
        QString text;    ///< with its place
    };
    RecordPlace begin;
    RecordPlace end;                   ///< where the next part begins
    std::vector<store::RowWrite> rows; ///< of the table
    std::vector<qint64> places;        ///< line, or byte, of each row
    qint64 records = 0;                ///< those that are no rows included
    qint64 unreadRows = 0;             ///< that could not be read
    qint64 unreadCells = 0;            ///< of rows that were read
    QStringList notes;                 ///< what could not be read, or not as it should be
    std::vector<Lost> lost;            ///< the first of them; not of JSON records
    bool isLast = false;
    Error error;         ///< why the file cannot be read any further
    double fraction = 0; ///< how much of the file was read
};

/// Reads the rows of a file part by part. For the pool: one call at a time, in any thread.
class ImportFile
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::ImportFile)

public:
    /// title: its name. wanted: the table; null = whichever the file fits.
    ImportFile(QString path, QString title, const table::Schema *wanted = nullptr, TableChoice choice = {});

    /// From `begin` on; quick when that is where the part before ended. fetchedAt: for the rows' column.
    ImportPart read(const RecordPlace &begin, const QString &fetchedAt);

private:
    Result<void> open();
    void readRecords(ImportPart &part, const QString &fetchedAt);
    void readTable(ImportPart &part, const QString &fetchedAt);
    Result<void> goToRecords(const RecordPlace &begin);
    void sayWhatIsUnknown(ImportPart &part) const;
    void sayWhatIsMissing(ImportPart &part) const;
    void sayOtherSheets(ImportPart &part) const;

    QString m_path;
    QString m_title;
    const table::Schema *m_wanted;
    TableChoice m_choice;
    std::unique_ptr<TableFile> m_table; ///< null until the file was looked at
    RecordPlace m_at;                   ///< where the table's reader stands
    bool m_isReading = false;
    qsizetype m_toldColumns = 0;
    std::unique_ptr<jobs::UnpackedFile> m_file; ///< of JSON records
    std::unique_ptr<JsonRecords> m_records;
};

} // namespace linnet::imports
