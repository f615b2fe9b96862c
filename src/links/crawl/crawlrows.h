// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlrules.h"
#include "links/page/pagereader.h"
#include "net/response.h"
#include "store/unit.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

namespace linnet::links {

/// The cells of one row of pageSchema().
class PageRow
{
public:
    PageRow()
        : m_cells(table::pageSchema().columns.size())
    {
    }

    table::Value &operator[](table::PageColumn column) { return m_cells[size_t(column)]; }
    const table::Value &operator[](table::PageColumn column) const { return m_cells[size_t(column)]; }
    void setText(table::PageColumn column, const std::string &text);
    void setCode(table::PageColumn column, QLatin1StringView code);
    /// state, status, reason, verdict and detail of an answer or of its absence.
    void setFailure(const Error &error, bool hasRetryAfter);
    /// The same without an answer; the certificate has a column of its own for what is wrong with it.
    void setFailure(const Error &error, const net::Certificate &certificate);
    /// Whether what failed may pass and has not lasted: a trouble of the server or the way to it is no fault
    /// of the site until it was seen again. failedAt: store::WorkItem::failedAt.
    void tellIfOnce(const Error &error, qint64 failedAt, const QDateTime &now);
    void setFacts(const PageFacts &facts);

    /// A row that replaces what is known of the address.
    store::RowWrite take() &&;

    /// Of an address that is not asked.
    static PageRow skipped(quint32 number, const Choice &choice);

private:
    void tellWhyNotIndexable();

    table::Cells m_cells;
};

} // namespace linnet::links
