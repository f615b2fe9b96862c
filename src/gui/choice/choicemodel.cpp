// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicemodel.h"

#include <QSet>

#include <algorithm>

namespace linnet::gui {

ChoiceModel::ChoiceModel(std::vector<Choice> choices, QObject *parent)
    : QAbstractItemModel(parent)
    , m_choices(std::move(choices))
    , m_rows(m_choices.size())
    , m_children(m_choices.size() + 1)
    , m_checked(m_choices.size(), false)
{
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const int above = m_choices[i].parent;
        Q_ASSERT(above < int(i));
        std::vector<int> &siblings = m_children[above < 0 ? m_choices.size() : size_t(above)];
        m_rows[i] = int(siblings.size());
        siblings.push_back(int(i));
    }
}

QStringList ChoiceModel::checked() const
{
    QStringList result;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_checked[i] && !result.contains(m_choices[i].id))
            result << m_choices[i].id;
    }
    return result;
}

QStringList ChoiceModel::checkedTitles() const
{
    QStringList result;
    for (const QString &id : checked())
        result << title(id);
    return result;
}

QString ChoiceModel::title(const QString &id) const
{
    const auto found = std::ranges::find(m_choices, id, &Choice::id);
    return found == m_choices.end() ? id : found->title;
}

void ChoiceModel::setChecked(const QStringList &ids)
{
    if (ids == checked())
        return;
    const QSet<QString> wanted(ids.begin(), ids.end());
    for (size_t i = 0; i < m_choices.size(); ++i) {
        mark(i, wanted.contains(m_choices[i].id));
    }
    Q_EMIT checkedChanged();
}

bool ChoiceModel::has(const QString &id) const
{
    return std::ranges::find(m_choices, id, &Choice::id) != m_choices.end();
}

void ChoiceModel::append(const Choice &choice)
{
    Q_ASSERT(choice.parent < 0);
    std::vector<int> &top = m_children.back();
    beginInsertRows({}, int(top.size()), int(top.size()));
    m_rows.push_back(int(top.size()));
    top.push_back(int(m_choices.size()));
    m_choices.push_back(choice);
    m_checked.push_back(false);
    m_children.insert(m_children.end() - 1, std::vector<int>());
    endInsertRows();
}

QModelIndex ChoiceModel::indexOf(int position) const
{
    return position < 0 ? QModelIndex() : createIndex(m_rows[size_t(position)], 0, quintptr(position));
}

const std::vector<int> &ChoiceModel::childrenOf(const QModelIndex &index) const
{
    return m_children[index.isValid() ? size_t(index.internalId()) : m_choices.size()];
}

QModelIndex ChoiceModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &children = childrenOf(parent);
    if (column != 0 || row < 0 || row >= int(children.size()))
        return {};
    return createIndex(row, 0, quintptr(children[size_t(row)]));
}

QModelIndex ChoiceModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_choices[size_t(index.internalId())].parent) : QModelIndex();
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return int(childrenOf(parent).size());
}

int ChoiceModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto position = size_t(index.internalId());
    if (role == Qt::DisplayRole)
        return m_choices[position].title;
    if (role == AlsoCalledRole)
        return m_choices[position].alsoCalled;
    if (role == Qt::CheckStateRole && m_choices[position].selectable)
        return m_checked[position] ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool ChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const auto position = int(index.internalId());
    const bool on = value.toInt() == Qt::Checked;
    if (!m_choices[size_t(position)].selectable)
        return false;
    if (on) {
        for (int above = m_choices[size_t(position)].parent; above >= 0;
             above = m_choices[size_t(above)].parent)
            mark(size_t(above), false);
        uncheckBelow(position);
    }
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].id == m_choices[size_t(position)].id)
            mark(i, on);
    }
    Q_EMIT checkedChanged();
    return true;
}

void ChoiceModel::mark(size_t position, bool on)
{
    if (m_checked[position] == on)
        return;
    m_checked[position] = on;
    const QModelIndex index = indexOf(int(position));
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
}

void ChoiceModel::uncheckBelow(int position)
{
    for (const int child : m_children[size_t(position)]) {
        mark(size_t(child), false);
        uncheckBelow(child);
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool selectable = m_choices[size_t(index.internalId())].selectable;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return selectable ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace linnet::gui
