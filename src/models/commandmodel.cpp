// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commandmodel.h"

#include <algorithm>
#include <tuple>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

void CommandModel::setCommands(std::vector<Command> commands, const QStringList &used)
{
    beginResetModel();
    m_all.clear();
    m_all.reserve(commands.size());
    for (Command &command : commands) {
        const auto place = used.indexOf(command.id);
        CommandWords words(command);
        m_all.push_back({std::move(command), std::move(words), int(place < 0 ? used.size() : place)});
    }
    find();
    endResetModel();
}

void CommandModel::setTyped(const QString &text)
{
    if (text == m_typed)
        return;
    beginResetModel();
    m_typed = text;
    find();
    endResetModel();
}

void CommandModel::find()
{
    const CommandWords::Typed typed(m_typed);
    const bool isAsked = !m_typed.trimmed().isEmpty();
    std::vector<std::tuple<bool, int, int, size_t>> found;
    for (size_t i = 0; i < m_all.size(); ++i) {
        const Known &known = m_all[i];
        if (const int rank = isAsked ? known.words.rank(typed) : 0; rank >= 0)
            found.emplace_back(!known.command.isPossible, rank, known.used, i);
    }
    std::ranges::sort(found);
    m_rows.clear();
    for (const auto &each : found)
        m_rows.push_back(std::get<size_t>(each));
}

const Command *CommandModel::command(const QModelIndex &index) const
{
    const bool isKnown = index.isValid() && size_t(index.row()) < m_rows.size();
    return isKnown ? &m_all[m_rows[size_t(index.row())]].command : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const Command *shown = command(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->text;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case WhyRole:
        return shown->why;
    case Qt::AccessibleTextRole: {
        QStringList said{shown->text, shown->where, shown->key};
        said.removeAll(QString());
        return said.join(u", "_s);
    }
    case WhereRole:
        return shown->where;
    case KeyRole:
        return shown->key;
    case IconRole:
        return shown->icon;
    default:
        return {};
    }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    const Command *shown = command(index);
    return shown && shown->isPossible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                      : Qt::ItemNeverHasChildren;
}

} // namespace linnet::models
