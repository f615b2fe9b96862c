// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/fragmentset.h"
#include "store/unit.h"
#include "table/hreflangschema.h"
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
    /// status 0 = none. The state is "fetched" unless given, and what answers 200 may be listed.
    void page(qint64 number, int status, const Given<table::PageColumn> &given = {},
              store::RowMode mode = store::RowMode::Keep)
    {
        table::Cells cells(table::pageSchema().columns.size());
        cells[size_t(table::PageColumn::Url)] = number;
        cells[size_t(table::PageColumn::State)] = QStringLiteral("fetched");
        if (status > 0)
            cells[size_t(table::PageColumn::Status)] = qint64(status);
        if (status == 200)
            cells[size_t(table::PageColumn::Indexable)] = true;
        cells[size_t(table::PageColumn::Outlinks)] = qint64(0);
        fill(cells, given);
        m_unit.rows.push_back({&table::pageSchema(), {}, std::move(cells), mode});
    }
    /// Counts as an outlink of a page that was made before. The element is a literal.
    void link(qint64 from, qint64 to, QLatin1StringView element, const Given<table::LinkColumn> &given = {})
    {
        for (store::RowWrite &row : m_unit.rows) {
            if (row.schema != &table::pageSchema() || row.cells[0] != table::Value(from))
                continue;
            table::Value &count = row.cells[size_t(table::PageColumn::Outlinks)];
            count = std::get<qint64>(count) + 1;
        }
        table::Cells cells(table::linkSchema().columns.size());
        fill(cells, given);
        const auto text = [&](table::LinkColumn column) {
            return table::toText(cells[size_t(column)]).toStdString();
        };
        const std::string anchor = text(table::LinkColumn::Anchor);
        const std::string rel = text(table::LinkColumn::Rel);
        const std::string fragment = text(table::LinkColumn::Fragment);
        store::LinkRows::Link link;
        link.element = element;
        link.anchor = anchor;
        link.rel = rel;
        if (!table::isNull(cells[size_t(table::LinkColumn::Fragment)]))
            link.fragment = fragment;
        if (const auto *line = std::get_if<qint64>(&cells[size_t(table::LinkColumn::Line)]))
            link.line = int(*line);
        if (const table::Value &internal = cells[size_t(table::LinkColumn::Internal)];
            !table::isNull(internal))
            link.internal = internal == table::Value(true);
        const std::string area = text(table::LinkColumn::Area);
        for (const table::Code &code : table::PageAreas) {
            if (area == std::string_view(code.code.data(), size_t(code.code.size())))
                link.area = code.code;
        }
        if (m_unit.links.empty() || m_unit.links.back().page != from)
            m_unit.links.emplace_back().page = from;
        store::LinkRows &links = m_unit.links.back();
        link.target = quint32(links.targets.size());
        links.targets.push_back(to);
        links.add(link);
    }
    /// A version of a page in another language, as one list names it.
    void version(qint64 page, const QString &language, table::Value target,
                 const Given<table::HreflangColumn> &given = {})
    {
        table::Cells cells(table::hreflangSchema().columns.size());
        cells[size_t(table::HreflangColumn::Url)] = page;
        cells[size_t(table::HreflangColumn::Language)] = language;
        cells[size_t(table::HreflangColumn::TargetUrl)] = std::move(target);
        cells[size_t(table::HreflangColumn::Source)] = QStringLiteral("html");
        fill(cells, given);
        const QString key = QString::number(page) + u'.' + QString::number(m_unit.rows.size());
        m_unit.rows.push_back({&table::hreflangSchema(), key, std::move(cells), store::RowMode::Replace});
    }
    void attach(qint64 number, store::AttachmentWrite::Kind kind, const QByteArray &data)
    {
        m_unit.attachments.push_back({number, kind, data});
    }
    void places(qint64 number, std::initializer_list<QByteArrayView> names)
    {
        attach(number, store::AttachmentWrite::Kind::Fragments,
               store::FragmentSet::pack({names.begin(), names.size()}));
    }
    /// Also to begin the next unit.
    store::Unit take()
    {
        return std::exchange(
            m_unit, {.run = m_unit.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}});
    }

private:
    template <typename Column> static void fill(table::Cells &cells, const Given<Column> &given)
    {
        for (const auto &[column, value] : given)
            cells[size_t(column)] = value;
    }

    store::Unit m_unit;
};

} // namespace linnet::test
