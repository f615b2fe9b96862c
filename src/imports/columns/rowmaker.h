// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/columns/cellreader.h"
#include "imports/columns/columnmap.h"
#include "imports/sourcerow.h"
#include "store/unit.h"

#include <QCoreApplication>

namespace linnet::imports {

/// Makes rows of a table of the rows of a file.
class RowMaker
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::RowMaker)

public:
    /// title: of the file, for the rows' column `query`. isSheet: what "line" is called.
    RowMaker(const table::Schema &schema, CellReader cells, QString title, bool isSheet);

    struct Made
    {
        std::optional<store::RowWrite> row; ///< its key stands for itself, not for a place in the file
        bool isTotals = false;              ///< of the rows above, so no row
        QStringList problems;   ///< translated, each with its place: why there is no row, or what it lacks
        qint64 unreadCells = 0; ///< that are empty now
    };
    /// fetchedAt: for rows that do not say when they were read.
    Made make(const SourceRow &row, const ColumnMap &map, qsizetype cellsOfHeader,
              const QString &fetchedAt) const;

    QString placeOf(const SourceRow &row) const;
    const table::Schema &schema() const { return m_schema; }
    const CellReader &cells() const { return m_cells; }

private:
    void complete(table::Cells &cells, const ColumnMap &map, const SourceRow &row,
                  const QString &fetchedAt) const;
    QString keyOf(const table::Cells &cells, const SourceRow &row) const;
    bool isTotals(const SourceRow &row) const;

    const table::Schema &m_schema;
    CellReader m_cells;
    QString m_title;
    bool m_isSheet;
};

} // namespace linnet::imports
