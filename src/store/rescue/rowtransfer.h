// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rescue/pageowners.h"
#include "store/sqlite/statement.h"

namespace linnet::store {

class Database;

/// Brings the rows of one table from the pages of a damaged file into a new project. Rows whose number or key
/// is damaged come last, so that they take no place that belongs to another one.
class RowTransfer
{
public:
    struct Counts
    {
        qint64 kept = 0;
        qint64 lost = 0; ///< rows that were seen but cannot be read
    };

    /// Both outlive this object.
    RowTransfer(PageFile &file, Database &target);

    /// Inside a transaction. Errors are those of the target: a row that it does not take is lost.
    Result<Counts> bring(const PageOwners::Table &table, const Course &course);

private:
    struct Doubt
    {
        PageOwners::Page page;
        int cell = 0;
    };
    Result<void> prepare(const TableLayout &layout);
    Result<void> bringPage(const PageOwners::Page &page);
    Result<void> bringDoubt(const Doubt &doubt);
    std::optional<std::vector<StoredValue>> rowOf(const TreePage::Cell &cell);
    RowKey keyOf(const std::vector<StoredValue> &row) const;
    Result<bool> insert(std::vector<StoredValue> row, std::optional<qint64> rowId);

    PageFile &m_file;
    Database &m_target;
    const TableLayout *m_layout = nullptr;
    Statement m_insert;
    std::vector<std::optional<int>> m_parameters; ///< by column of the layout
    std::optional<int> m_rowIdParameter;
    std::vector<Doubt> m_doubts;
    Counts m_counts;
};

} // namespace linnet::store
