// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"
#include "exports/table/xlsxsheet.h"

#include <QHash>

#include <functional>
#include <span>

namespace linnet::session {

/// Writes the rows of findings into sheets of a workbook: the page with its title, what the rule looked at,
/// status, where it leads or was found. Used by one thread.
class FindingSheet
{
public:
    /// Told how many rows of the sheet are written; true = to be given up.
    using Tell = std::function<bool(qint64 rows)>;
    struct Rows
    {
        qint64 found = 0;
        qint64 written = 0; ///< fewer when a sheet cannot hold them all
    };

    /// reader outlives it and is asked for nothing else meanwhile.
    FindingSheet(store::RowReader &reader, store::RunId run, Tell tell);

    /// name: of Excel's table, see XlsxSheet::makeTable().
    Result<Rows> write(exports::XlsxSheet &sheet, const audit::Finding &finding, const QString &name);

private:
    /// A column of the sheet; the title of a link's page stands in no row of links.
    struct Shown
    {
        const table::Column *column = nullptr;
        int place = -1; ///< among the columns that are read; -1 = the page's title
    };

    Result<QStringList> writeHeader(exports::XlsxSheet &sheet);
    Result<void> writeRows(exports::XlsxSheet &sheet, std::span<const qint64> ids,
                           const table::Schema &schema);
    Result<void> writeRow(exports::XlsxSheet &sheet, const table::Cells &cells);
    Result<void> findTitles(const std::vector<table::Cells> &rows);
    void choose(const audit::AuditRule &rule, const table::Schema &schema);

    store::RowReader &m_reader;
    store::RunId m_run;
    Tell m_tell;
    std::vector<Shown> m_shown;
    QList<int> m_read;                ///< indexes into the schema
    QHash<QString, QString> m_titles; ///< of the pages of the links at hand
    bool m_isOfLinks = false;
    qint64 m_row = 0;
};

} // namespace linnet::session
