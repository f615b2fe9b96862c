// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/columnstatistics.h"
#include "store/rowquery.h"

#include <QObject>

#include <memory>
#include <vector>

namespace linnet::store {

/// Answers whole-table questions of one view in a thread of its own: which rows in which order, facets,
/// statistics.
///
/// All functions are called in the thread in which the object lives (the GUI thread), return at once and are
/// answered there by signals, never inside the call. Questions are answered in the order asked, but a build()
/// goes first: it makes earlier builds and appends obsolete (they are interrupted and never answered), and a
/// facet or statistics under way is put back and done again after it. What cannot be answered comes as an
/// Error: BadValue for a filter that makes no sense, Storage or Io for the file.
///
/// One per view and project; the destructor interrupts what runs and joins the thread, so destroy it before
/// the project closes.
class QueryThread : public QObject
{
    Q_OBJECT

public:
    explicit QueryThread(const QString &projectPath, QObject *parent = nullptr);
    ~QueryThread() override;

    /// Asks for the ids of a query. Gives the new generation (1, 2, …); built() comes for the newest one
    /// only.
    quint64 build(const RowQuery &query);

    /// Asks which of the rows of a commit (Committed::Rows::firstId..lastId) pass the query's filter; call it
    /// for every commit since build(), also while the build is not answered yet. Rows that the build or an
    /// earlier append of this generation already gave are left out, rows that the caller missed in between
    /// are included: the concatenation of built() and all appended() has every row once. No answer when the
    /// generation is not the newest.
    void appendNew(quint64 generation, const RowQuery &query, qint64 firstId, qint64 lastId);

    /// Asks for the most frequent values of a column, at most limit, plus one entry with a null value, always
    /// last, when there are empty cells. The query's own conditions on the column are left out. Gives a
    /// ticket; a newer question about the same column makes this one obsolete (never answered).
    quint64 facet(const RowQuery &query, const QString &column, int limit);
    /// The same of several columns, in that order, each of which is answered by itself: rows are looked at
    /// once for all.
    QList<quint64> facets(const RowQuery &query, const QStringList &columns, int limit);

    /// Asks for the spread of a numeric column, conditions on the column itself included. Tickets as in
    /// facet().
    quint64 statistics(const RowQuery &query, const QString &column, int buckets);

    /// Forgets all questions about facets and statistics (their tickets are never answered).
    void dropTickets();

Q_SIGNALS:
    /// The first rows of a build that takes longer; built() has them again, at its beginning.
    void begun(quint64 generation, const linnet::store::IdVectorPtr &ids);
    void built(quint64 generation, const linnet::Result<linnet::store::IdVectorPtr> &ids);
    /// Never null when there is no error; may be empty.
    void appended(quint64 generation, const linnet::Result<linnet::store::IdVectorPtr> &ids);
    void facetReady(quint64 ticket, const QString &column,
                    const linnet::Result<std::vector<linnet::store::FacetEntry>> &entries);
    void statisticsReady(quint64 ticket, const QString &column,
                         const linnet::Result<linnet::store::ColumnStatistics> &statistics);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
