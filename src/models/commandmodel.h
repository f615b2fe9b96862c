// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commandwords.h"

#include <QAbstractListModel>

#include <vector>

namespace linnet::models {

/// All commands, or those that are found by what was typed, the best first; among equals those that were used
/// last, then as they were given. What is not possible comes last and cannot be chosen.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        WhereRole = Qt::UserRole, ///< Command::where
        KeyRole,                  ///< Command::key
        IconRole,                 ///< name of an icon
        WhyRole,                  ///< Command::why
    };

    using QAbstractListModel::QAbstractListModel;

    /// used: ids, the last one first; they may name commands that are not there.
    void setCommands(std::vector<Command> commands, const QStringList &used);
    void setTyped(const QString &text);
    /// Null: there is no such row.
    const Command *command(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Known
    {
        Command command;
        CommandWords words;
        int used; ///< its place among those used last; the last place = never
    };

    void find();

    std::vector<Known> m_all;
    std::vector<size_t> m_rows; ///< places in m_all
    QString m_typed;
};

} // namespace linnet::models
