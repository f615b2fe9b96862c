// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/builtinrules.h"

#include "audit/rules/declaration.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::audit {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("linnet::audit::AuditRule", text);
}

AuditRule ruleOf(const Declaration &declared)
{
    AuditRule rule;
    rule.id = declared.id;
    rule.group = declared.group;
    rule.set = declared.set;
    rule.level = declared.level;
    rule.condition = declared.condition.toString();
    if (declared.threshold >= 0)
        rule.threshold = declared.threshold;
    rule.isOn = declared.isOn;
    rule.needs = declared.needs;
    rule.columns = QString(declared.columns).split(u' ', Qt::SkipEmptyParts);
    rule.what = said(declared.what);
    rule.why = said(declared.why);
    rule.fix = said(declared.fix);
    return rule;
}

} // namespace

QList<AuditRule> builtInRules()
{
    QList<AuditRule> rules;
    for (const auto &part : {reachRules(), headRules(), siteRules(), languageRules(), contentRules(),
                             deliveryRules(), detailRules()}) {
        for (const Declaration &declared : part)
            rules.append(ruleOf(declared));
    }
    const QStringList groups = groupIds();
    std::ranges::stable_sort(rules, {}, [&](const AuditRule &rule) { return groups.indexOf(rule.group); });
    return rules;
}

} // namespace linnet::audit
