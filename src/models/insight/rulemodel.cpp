// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/rulemodel.h"

#include <QFont>
#include <QHash>

#include <algorithm>

namespace linnet::models {

using comparable::RuleLine;

namespace {

template <typename Line> auto &cellOf(Line &line, int column)
{
    switch (RuleModel::Column(column)) {
    case RuleModel::Column::Rule:
        return line.rule;
    case RuleModel::Column::For:
        return line.of;
    case RuleModel::Column::Since:
        return line.since;
    case RuleModel::Column::Value:
        return line.value;
    case RuleModel::Column::Source:
    case RuleModel::Column::Count:
        break;
    }
    return line.source;
}

} // namespace

RuleModel::RuleModel(std::span<const RuleLine> builtIn, bool hasDays, QObject *parent)
    : QAbstractTableModel(parent)
    , m_builtIn(builtIn)
    , m_hasDays(hasDays)
{
    setOwn({});
}

void RuleModel::setOwn(const std::vector<RuleLine> &own)
{
    beginResetModel();
    m_rows.clear();
    QHash<QByteArray, size_t> places; // from 1; of several the first
    const auto add = [&](const Row &row) {
        m_rows.push_back(row);
        size_t &place = places[row.line.subject()];
        place = place == 0 ? m_rows.size() : place;
    };
    for (const RuleLine &line : m_builtIn)
        add({line, &line, false});
    for (const RuleLine &line : own) {
        const size_t place = places.value(line.subject());
        if (place == 0)
            add({line, nullptr, true});
        else
            m_rows[place - 1] = {line, m_rows[place - 1].builtIn, true};
    }
    endResetModel();
}

std::vector<RuleLine> RuleModel::own() const
{
    std::vector<RuleLine> lines;
    for (const Row &row : m_rows) {
        if (row.isOwn)
            lines.push_back(row.line);
    }
    return lines;
}

int RuleModel::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    Row added{{}, nullptr, true};
    // A table of one rule has nothing else.
    const auto isOfAnother = [this](const RuleLine &line) { return line.rule != m_builtIn.front().rule; };
    if (!m_builtIn.empty() && std::ranges::none_of(m_builtIn, isOfAnother))
        added.line.rule = m_builtIn.front().rule;
    m_rows.push_back(std::move(added));
    endInsertRows();
    return row;
}

void RuleModel::removeOwn(int row)
{
    Row &removed = m_rows[size_t(row)];
    Q_ASSERT(removed.isOwn);
    if (removed.builtIn) {
        removed = {*removed.builtIn, removed.builtIn, false};
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return QString::fromUtf8(cellOf(row.line, index.column()));
    case Qt::ToolTipRole:
        return row.builtIn && row.isOwn
                   ? tr("Your own. Built in: %1").arg(QString::fromUtf8(row.builtIn->value))
                   : QString::fromUtf8(row.line.source);
    case Qt::FontRole:
        if (row.isOwn) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::AccessibleTextRole:
        return row.isOwn ? tr("%1, your own").arg(QString::fromUtf8(cellOf(row.line, index.column())))
                         : QString::fromUtf8(cellOf(row.line, index.column()));
    default:
        return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Rule:
        return tr("Rule");
    case Column::For:
        return m_hasDays ? tr("For") : tr("Word");
    case Column::Since:
        return tr("Since");
    case Column::Value:
        return m_hasDays ? tr("Value") : tr("Means");
    case Column::Source:
    case Column::Count:
        break;
    }
    return tr("Who says so");
}

// A built-in line keeps what it is about: only what it says can be another.
Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const auto column = Column(index.column());
    const bool isSaid = column == Column::Value || column == Column::Source;
    return isSaid || !m_rows[size_t(index.row())].builtIn ? flags | Qt::ItemIsEditable : flags;
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Row &row = m_rows[size_t(index.row())];
    QByteArray &cell = cellOf(row.line, index.column());
    const QByteArray text = value.toString().simplified().toUtf8();
    if (cell == text)
        return true;
    cell = text;
    const bool isAsBuiltIn =
        row.builtIn && row.line.value == row.builtIn->value && row.line.source == row.builtIn->source;
    row.isOwn = !isAsBuiltIn;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    return true;
}

} // namespace linnet::models
