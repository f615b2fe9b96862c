// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QObject>

#include <memory>
#include <vector>

namespace linnet::store {

/// Reads pages of rows by their ids in a thread of its own, the newest request first: what the user looks at
/// now is read before what he scrolled past.
///
/// All functions are called in the thread in which the object lives (the GUI thread) and return at once; the
/// signal comes there, never inside the call. One per view and project; the destructor interrupts what runs
/// and joins the thread, so destroy it before the project closes.
class PageReader : public QObject
{
    Q_OBJECT

public:
    explicit PageReader(const QString &projectPath, QObject *parent = nullptr);
    ~PageReader() override;

    /// Asks for a page; generation and page are the caller's and come back with the answer. A request with
    /// the same generation and page that still waits is replaced; one that is being read is answered too,
    /// before this one. The answer has as many rows as there are ids, in their order; a row that is gone is
    /// all nulls. What is reckoned of all rows (ColumnSql::isOfAllRows()) is null unless it is wanted.
    void request(quint64 generation, int page, const table::Schema *schema, std::vector<qint64> ids,
                 bool wantsOfAllRows = true);

    /// Drops all requests of generations below this one; they are not answered.
    void forget(quint64 olderThanGeneration);
    /// Drops the waiting requests of pages outside first..last of a generation (the user scrolled past).
    void keepOnly(quint64 generation, int firstPage, int lastPage);

Q_SIGNALS:
    void pageReady(quint64 generation, int page,
                   const linnet::Result<std::vector<linnet::table::Cells>> &rows);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
