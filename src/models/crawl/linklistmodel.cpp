// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/linklistmodel.h"

#include "table/linkschema.h"

#include <span>

namespace linnet::models {

using table::LinkColumn;

namespace {

LinkColumn own(LinkListModel::Direction direction)
{
    return direction == LinkListModel::Direction::In ? LinkColumn::ParsedUrl : LinkColumn::SourceUrl;
}

LinkColumn other(LinkListModel::Direction direction)
{
    return direction == LinkListModel::Direction::In ? LinkColumn::SourceUrl : LinkColumn::ParsedUrl;
}

QString text(const table::Cells &cells, LinkColumn column)
{
    return table::toText(cells[size_t(column)]);
}

} // namespace

LinkListModel::LinkListModel(Direction direction, QObject *parent)
    : QAbstractTableModel(parent)
    , m_direction(direction)
    , m_columns{int(other(direction)), int(LinkColumn::Anchor), int(LinkColumn::Element),
                int(LinkColumn::TargetStatus), int(LinkColumn::Line)}
    , m_task([this](const Result<Links> &links) {
        if (links && links->url != m_url)
            return; // another page was chosen meanwhile
        beginResetModel();
        m_total = links ? links->total : 0;
        m_rows = links ? links->rows : std::vector<table::Cells>();
        endResetModel();
        Q_EMIT loaded();
    })
{
    if (direction == Direction::In) // they all lead to the same page
        m_columns.removeAll(int(LinkColumn::TargetStatus));
}

table::Filter LinkListModel::filter(Direction direction, const QString &url)
{
    const auto column = table::linkSchema().columns[size_t(own(direction))].key;
    return {{{column, table::FilterOp::Equals, {url}, false}}};
}

void LinkListModel::setPage(const QString &projectPath, store::RunId run, const QString &url)
{
    m_url = url;
    if (projectPath.isEmpty() || url.isEmpty()) {
        m_task.stop();
        beginResetModel();
        m_total = 0;
        m_rows.clear();
        endResetModel();
        Q_EMIT loaded();
        return;
    }
    m_total = -1;
    m_task.start(projectPath, [run, url, direction = m_direction](store::RowReader &reader) -> Result<Links> {
        const auto ids = reader.ids({&table::linkSchema(), {run}, filter(direction, url), {}});
        if (!ids)
            return std::unexpected(ids.error());
        Links result{url, qint64(ids->size()), {}};
        const std::span<const qint64> first(ids->data(), std::min<size_t>(ids->size(), Most));
        auto rows = reader.rows(table::linkSchema(), first);
        if (!rows)
            return std::unexpected(rows.error());
        // Filters make no difference between "/About" and "/about"; servers do.
        const auto removed = std::erase_if(
            *rows, [&](const table::Cells &cells) { return text(cells, own(direction)) != url; });
        result.total -= qint64(removed);
        result.rows = std::move(*rows);
        return result;
    });
}

const table::Column &LinkListModel::column(int section) const
{
    return table::linkSchema().columns[size_t(m_columns[section])];
}

int LinkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LinkListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant LinkListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const table::Cells &cells = m_rows[size_t(index.row())];
    const table::Column &described = column(index.column());
    const table::Value &value = cells[size_t(m_columns[index.column()])];
    switch (role) {
    case Qt::DisplayRole:
        return m_format.display(described, value);
    case Qt::ToolTipRole:
        return m_format.toolTip(described, value);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (CellFormat::isNumber(described) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case UrlRole:
        return text(cells, other(m_direction));
    default:
        return {};
    }
}

QVariant LinkListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(column(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(
            (CellFormat::isNumber(column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace linnet::models
