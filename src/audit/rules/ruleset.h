// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditrule.h"
#include "base/result.h"
#include "table/filter.h"

#include <QJsonObject>
#include <QList>

namespace linnet::audit {

/// The rules that hold for a project: the built-in ones, with other thresholds and some of them off or on,
/// and people's own. As a file, or as a memo of the project, only what differs from the built-in rules is
/// said:
///
///   {"rules": [{"id": "title_long", "threshold": 600}, {"id": "thin", "on": false},
///     {"id": "no_price", "set": "indexable", "level": "error", "filter": "url contains /shop/ and h2 empty",
///      "what": "No price", "why": "…", "fix": "…", "columns": ["h2"]}]}
class RuleSet
{
public:
    RuleSet()
        : RuleSet(AuditSchemas())
    {
    }
    explicit RuleSet(const AuditSchemas &schemas); ///< the built-in rules
    /// A line that cannot be used is left out and named in problems(); BadValue when the text is no such
    /// file.
    static Result<RuleSet> parse(const QByteArray &json, const AuditSchemas &schemas = {});
    /// The same as a project remembers it; the built-in rules when it remembers none that can be read.
    static RuleSet of(const QHash<QString, QString> &memos, const AuditSchemas &schemas = {});
    static QString memoKey() { return QStringLiteral("audit_rules"); }

    const QList<AuditRule> &rules() const { return m_rules; }  ///< group by group
    const QStringList &problems() const { return m_problems; } ///< English, with the id and the place
    QByteArray toJson() const; ///< "" when nothing differs from the built-in rules

    void setOn(const QString &id, bool on);
    void setThreshold(const QString &id, double threshold);
    void setLevel(const QString &id, Level level);
    /// A rule of people's own takes the place of the own one with its id, or comes behind the others.
    /// BadValue says what is wrong with it.
    Result<void> put(const AuditRule &rule);
    /// Of people's own rules only.
    void remove(const QString &id);
    QString freeId() const;                                   ///< "own_1", of no rule yet
    const AuditSchemas &schemas() const { return m_schemas; } ///< what conditions of own rules know

private:
    AuditRule *find(const QString &id);
    void read(const QJsonObject &line, int number);
    Result<AuditRule> own(const QJsonObject &line) const;

    AuditSchemas m_schemas;
    QList<AuditRule> m_rules;
    QStringList m_problems;
};

/// The condition of a rule with its threshold as a filter, without its set; BadValue says what is wrong.
Result<table::Filter> conditionOf(const AuditRule &rule, const AuditSchemas &schemas = {});

} // namespace linnet::audit
