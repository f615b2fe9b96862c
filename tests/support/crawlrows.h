// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/fragmentset.h"
#include "store/unit.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <utility>

namespace linnet::test {

/// Makes rows of a crawl for tests that need a site in the project without crawling one.
class CrawlRows
{
public:
    explicit CrawlRows(store::RunId run) { m_unit.run = run; }

    template <typename Column> using Given = std::vector<std::pair<Column, table::Value>>;

    void address(qint64 number, const char *url, bool listed = false)
    {
        m_unit.addresses.push_back({number, url, listed});
    }
    /// status 0 = none. The state is "fetched" unless given.
    void page(qint64 number, int status, const Given<table::PageColumn> &given = {},
              store::RowMode mode = store::RowMode::Keep)
    {
        table::Cells cells(table::pageSchema().columns.size());
        cells[size_t(table::PageColumn::Url)] = number;
        cells[size_t(table::PageColumn::State)] = QStringLiteral("fetched");
        if (status > 0)
            cells[size_t(table::PageColumn::Status)] = qint64(status);
        cells[size_t(table::PageColumn::Outlinks)] = qint64(0);
        fill(cells, given);
        m_unit.rows.push_back({&table::pageSchema(), {}, std::move(cells), mode});
    }
    /// Counts as an outlink of a page that was made before.
    void link(qint64 from, qint64 to, const QString &element, const Given<table::LinkColumn> &given = {})
    {
        for (store::RowWrite &row : m_unit.rows) {
            table::Value &count = row.cells[size_t(table::PageColumn::Outlinks)];
            if (row.schema == &table::pageSchema() && row.cells[0] == table::Value(from))
                count = std::get<qint64>(count) + 1;
        }
        table::Cells cells(table::linkSchema().columns.size());
        cells[size_t(table::LinkColumn::SourceUrl)] = from;
        cells[size_t(table::LinkColumn::ParsedUrl)] = to;
        cells[size_t(table::LinkColumn::Element)] = element;
        fill(cells, given);
        m_unit.rows.push_back({&table::linkSchema(), {}, std::move(cells), store::RowMode::Keep});
    }
    void places(qint64 number, std::initializer_list<QByteArrayView> names)
    {
        m_unit.attachments.push_back({number, store::AttachmentWrite::Kind::Fragments,
                                      store::FragmentSet::pack({names.begin(), names.size()})});
    }
    store::Unit take() { return std::exchange(m_unit, {}); }

private:
    template <typename Column> static void fill(table::Cells &cells, const Given<Column> &given)
    {
        for (const auto &[column, value] : given)
            cells[size_t(column)] = value;
    }

    store::Unit m_unit;
};

} // namespace linnet::test
