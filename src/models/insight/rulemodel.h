// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparable/ruletable.h"

#include <QAbstractTableModel>

#include <span>

namespace linnet::models {

/// Lines of rules, those that are built in and a project's own over them, for a table that people edit: what
/// is changed becomes a line of their own. Lives in the main thread.
class RuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Rule,
        For,
        Since,
        Value,
        Source,
        Count,
    };

    /// builtIn outlives the model. hasDays: whether lines hold from a day on.
    RuleModel(std::span<const comparable::RuleLine> builtIn, bool hasDays, QObject *parent = nullptr);

    void setOwn(const std::vector<comparable::RuleLine> &own);
    /// Those that differ from what is built in.
    std::vector<comparable::RuleLine> own() const;
    /// An empty line of one's own, under the others; of a table of one rule it names that one. The row.
    int add();
    /// Takes a line of one's own away; the built-in one behind it holds again.
    void removeOwn(int row);
    bool isOwn(int row) const { return m_rows[size_t(row)].isOwn; }
    const comparable::RuleLine &line(int row) const { return m_rows[size_t(row)].line; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    struct Row
    {
        comparable::RuleLine line;
        const comparable::RuleLine *builtIn = nullptr; ///< that it stands over, or is
        bool isOwn = false;
    };

    std::span<const comparable::RuleLine> m_builtIn;
    bool m_hasDays;
    std::vector<Row> m_rows;
};

} // namespace linnet::models
