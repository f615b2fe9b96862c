// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "models/table/earliervalues.h"
#include "models/table/pagecache.h"
#include "store/read/pagereader.h"
#include "store/read/querythread.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

namespace linnet::models {

/// The rows of a query for a table view, built for a million of them: ids in a vector, cells in pages that
/// are read when they are looked at ("…" until then). Rows that arrive while it is shown are appended at the
/// tail; nothing moves until refresh(). Lives in the GUI thread and never waits.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        RawRole = Qt::UserRole + 1, ///< the value as stored, for sorting and comparing
        IdRole,                     ///< qint64, the row's id in the project
        LoadedRole,                 ///< false while the cell shows "…"
        DiffersRole,                ///< of changes: the cell is not as it was
    };
    static constexpr int PageRows = PageCache::PageRows;

    explicit RowModel(const table::Schema &schema, QObject *parent = nullptr);

    const table::Schema &schema() const { return m_schema; }

    /// Whom to ask; both null when the project closes, which empties the model. They outlive the model or
    /// this call.
    void setReaders(store::QueryThread *queries, store::PageReader *pages);

    /// Asks for other rows or another order. The old ones stay until the answer is there. Nothing happens
    /// when the question is the same.
    void setQuery(const QList<store::RunId> &runs, const table::Filter &filter, const table::Sort &sort);
    const store::RowQuery &query() const { return m_query; }
    /// Asks again: late rows get to their places, changed ones are filtered and sorted anew.
    void refresh();
    bool isBuilding() const { return m_building; }

    /// What a transaction changed, from Session::committed.
    void commit(const store::Committed &change);

    /// The ids shown, in their order, as they are now: for exports.
    store::IdVectorPtr ids() const;
    qint64 idAt(int row) const { return m_ids[size_t(row)]; }
    int rowOf(qint64 id) const; ///< -1 when it is not among them
    /// The row's cells, or null while they are not there (they are asked for, dataChanged tells).
    const table::Cells *cells(int row) const;
    /// What the user can see: other pages that still wait to be read are forgotten.
    void setVisibleRows(int first, int last);

    int lateRows() const { return m_lateRows; }       ///< appended below although a sort order is set
    int changedRows() const { return m_changedRows; } ///< changed after the filter or sort had judged them
    /// The filter or the order looks at values that are made of other rows, and such came since it was asked:
    /// more or other rows may pass by now.
    bool isOutdated() const { return m_outdated; }
    /// Rows of the runs without the filter; -1 while not known.
    qint64 total() const { return m_shownFiltered || m_building ? m_total : qint64(m_ids.size()); }
    /// What the last build failed with; Reason::None when it did not.
    const Error &error() const { return m_error; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void buildingChanged(bool building);
    void countsChanged(); ///< lateRows, changedRows, total or rowCount
    void failed(const linnet::Error &error);

private:
    void build();
    void askTotal();
    void takeFirst(quint64 generation, const store::IdVectorPtr &ids);
    void takeBuilt(quint64 generation, const Result<store::IdVectorPtr> &ids);
    void takeAppended(quint64 generation, const Result<store::IdVectorPtr> &ids);
    void takePage(quint64 generation, int page, const Result<std::vector<table::Cells>> &rows);
    void takeTotal(quint64 ticket, const Result<store::ColumnStatistics> &statistics);
    void commitRows(const store::Committed::Rows &rows, qint64 countedBefore);
    bool isConcerned(const store::Committed::Rows &rows) const;
    bool asksDerived() const;
    bool asks(table::Storage storage) const;
    void commitMarks(const store::Committed &change);
    void rereadCells();
    void requestPage(int page) const;
    void askOfAllRows() const;
    void pageChanged(int page);
    void show(const store::IdVector &ids);
    void showNewest(const store::IdVector &ids);
    void showBelow(std::span<const qint64> ids);
    static QString headerHint(const table::Column &column);
    QVariant loadedData(const table::Column &column, const table::Cells &row, int role) const;

    const table::Schema &m_schema;
    CellFormat m_format;
    EarlierValues m_earlier;
    QPointer<store::QueryThread> m_queries;
    QPointer<store::PageReader> m_pages;
    store::RowQuery m_query;
    store::IdVector m_ids;
    mutable PageCache m_cache;             ///< looking at a cell asks for its page
    mutable bool m_wantsOfAllRows = false; ///< somebody has looked at such a column
    quint64 m_generation = 0;              ///< newest asked
    quint64 m_shown = 0;                   ///< that of m_ids
    quint64 m_totalTicket = 0;
    bool m_building = false;
    int m_lateRows = 0;
    int m_changedRows = 0;
    bool m_outdated = false;
    QTimer m_reread; ///< cells that are made of other rows
    bool m_shownFiltered = false;
    bool m_shownSorted = false;
    qint64 m_total = -1;
    qint64 m_countedTo = 0;          ///< rows up to this id are in m_total
    bool m_arrivedMeanwhile = false; ///< rows were committed since the total was asked for
    Error m_error;
};

} // namespace linnet::models
