// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonrecords.h"
#include "imports/columns/headerrow.h"
#include "imports/columns/rowmaker.h"
#include "imports/recordreader.h"
#include "imports/text/textshape.h"
#include "imports/workbook/sheetreader.h"
#include "imports/workbook/workbook.h"
#include "jobs/unpackedfile.h"

#include <memory>

namespace linnet::imports {

/// What somebody said of a file, instead of what would be guessed.
struct TableChoice
{
    ColumnChoices columns = {};
    QString sheet = {};       ///< of a workbook, its name; "" = the first that can be seen
    QByteArray encoding = {}; ///< its name in the Encoding Standard
    char separator = 0;       ///< 0 = guess

    bool operator==(const TableChoice &) const = default;
    QJsonObject toJson() const;
    static TableChoice fromJson(const QJsonObject &json);
};

/// A file with a table in it, of any kind that can be read: how it is written, which row names its columns,
/// and what they are. Used by one thread at a time.
class TableFile
{
public:
    enum class Kind : quint8
    {
        Text,    ///< with separators
        Json,    ///< objects, or lines of them
        Sheet,   ///< of an Excel workbook
        Records, ///< JSON as sources of vacancies give it: no table
    };

    /// Looks at the beginning. wanted: the table it is to be; null = whichever its columns fit. title: its
    /// name. Reason::Io, BadFile with a sentence, Bomb, TooLarge, BadValue for a sheet that is not there.
    static Result<std::unique_ptr<TableFile>> open(const QString &path, const QString &title,
                                                   const table::Schema *wanted, TableChoice choice);

    Kind kind() const { return m_kind; }
    const table::Schema &schema() const { return *m_schema; }
    /// Whether a column of the table is known by its name. What has none is read, but is nothing.
    bool hasKnownColumns() const { return m_map.filled() > 0; }
    const ColumnMap &map() const { return m_map; }
    const TextShape &shape() const { return m_shape; }
    JsonRecords::Shape jsonShape() const { return m_jsonShape; }
    QStringList sheets() const; ///< that can be seen
    const QString &sheet() const { return m_sheet.name; }
    /// Makes rows of what reader() gives.
    const RowMaker &maker() const { return *m_maker; }
    /// How many cells a row may have; -1 = any number.
    qsizetype columnCount() const { return m_columnCount; }

    /// Translated: what of the file stands above the row that names the columns; "" = nothing.
    const QString &aboveHeader() const { return m_aboveHeader; }

    /// Of the first row behind the header.
    const RecordPlace &begin() const { return m_begin; }
    /// Not of Kind::Records.
    Result<void> goTo(const RecordPlace &place);
    RecordReader &reader() { return *m_reader; }
    /// Learns the names that were met since; for files whose rows name their cells.
    void learnNames();
    double fraction() const; ///< how much of it was read, 0 to 1

private:
    TableFile(QString path, QString title, TableChoice choice);
    Result<void> look(const table::Schema *wanted);
    Result<void> lookAtText(const QByteArray &beginning, const table::Schema *wanted);
    Result<void> lookAtJson(const QByteArray &beginning, const table::Schema *wanted);
    Result<void> lookAtWorkbook(const table::Schema *wanted);
    Result<void> findHeader(const table::Schema *wanted);
    void take(const table::Schema *found, const table::Schema *wanted, const QStringList &names);

    QString m_path;
    QString m_title;
    TableChoice m_choice;
    Kind m_kind = Kind::Text;
    const table::Schema *m_schema;
    ColumnMap m_map;
    std::unique_ptr<RowMaker> m_maker;
    TextShape m_shape;
    JsonRecords::Shape m_jsonShape = JsonRecords::Shape::Arrays;
    std::unique_ptr<Workbook> m_book;
    Workbook::Sheet m_sheet;
    std::unique_ptr<jobs::UnpackedFile> m_device;
    std::unique_ptr<RecordReader> m_reader; ///< reads from the device or the book
    RecordPlace m_begin;
    QString m_aboveHeader;
    qsizetype m_columnCount = -1;
    QStringList m_names; ///< of JSON
};

} // namespace linnet::imports
