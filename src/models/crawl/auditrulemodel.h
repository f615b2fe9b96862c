// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/rules/ruleset.h"

#include <QAbstractItemModel>

#include <vector>

namespace linnet::models {

/// The rules of an audit for a table that people edit, group by group: which are on, how bad what they find
/// is, from which number on. What differs from the built-in rules is bold. Lives in the main thread.
class AuditRuleModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Rule, ///< checked when it is on
        Level,
        Threshold,
        BuiltIn, ///< what holds unless people say otherwise
        Count,
    };
    enum Role
    {
        SearchRole = Qt::UserRole + 1, ///< all words of a rule, or of a group's title
    };

    explicit AuditRuleModel(QObject *parent = nullptr);

    void setRules(const audit::RuleSet &rules);
    const audit::RuleSet &rules() const { return m_rules; }
    const audit::AuditRule *rule(const QModelIndex &index) const; ///< null for a group
    QModelIndex indexOf(const QString &id) const;
    /// It is one's own, or not as it is built in.
    bool isChanged(const audit::AuditRule &rule) const;

    /// See RuleSet::put().
    Result<void> put(const audit::AuditRule &rule);
    /// Takes a rule of one's own away; a built-in one is again as it is built in.
    void restore(const QString &id);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void refused(const QString &text); ///< what somebody typed cannot be used

private:
    struct Group
    {
        QString id;
        std::vector<int> rules; ///< places in the set
    };

    void arrange();
    const audit::AuditRule *builtIn(const QString &id) const; ///< null for people's own
    QString text(const audit::AuditRule &rule, Column column) const;
    QString spoken(const audit::AuditRule &rule, Column column) const;
    bool setThreshold(const audit::AuditRule &rule, const QString &text);

    QList<audit::AuditRule> m_builtIn;
    audit::RuleSet m_rules;
    std::vector<Group> m_groups;
};

} // namespace linnet::models
